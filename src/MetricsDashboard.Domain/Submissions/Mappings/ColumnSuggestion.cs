using System.Text;
using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Domain.Submissions.Mappings;

/// <summary>What a column probably is, for a person to confirm.</summary>
/// <param name="Use">What it is to us.</param>
/// <param name="Element">Code of the element; null where it is none.</param>
/// <param name="Why">Why, in words for the screen.</param>
public sealed record ColumnSuggestion(ColumnUse Use, string? Element, string Why);

/// <summary>
/// Suggests the elements of columns by their headings. The strongest rule that finds exactly one element decides; a heading that could mean
/// several, and an element that several headings could mean, get no suggestion.
/// </summary>
public static class ColumnSuggestions
{
    /// <summary>A part of a name says something from so many characters on.</summary>
    public const int ShortestPart = 2;

    /// <summary>Headings with one of these speak of another number than the count itself: a ratio, a rank, an earlier time.</summary>
    private static readonly string[] OtherNumbers =
        ["率", "占比", "比例", "百分比", "%", "‰", "排名", "位次", "名次", "同比", "环比", "增幅", "增长", "增减", "变化", "上周", "上期", "上月", "去年", "上年", "目标", "计划"];

    private static readonly string[] Unread = ["序号", "编号", "备注", "说明", "计量单位", "统计周", "统计周期", "周", "week", "no", "note"];

    /// <summary>Suggestions by the column's number; columns without one are not there.</summary>
    /// <param name="elements">The elements of the form.</param>
    /// <param name="columns">The columns.</param>
    public static IReadOnlyDictionary<int, ColumnSuggestion> Of(IReadOnlyList<DataElement> elements, IReadOnlyList<RawColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(columns);
        var suggestions = new Dictionary<int, ColumnSuggestion>();
        var found = columns.Select(column => (Column: column, Match: Match(elements, column.Heading))).Where(row => row.Match is not null).ToList();
        foreach (var same in found.GroupBy(row => row.Match!.Value.Element.Code, StringComparer.Ordinal))
        {
            var best = same.GroupBy(row => row.Match!.Value.Rule).OrderBy(group => group.Key).First().ToList();
            if (best is [var only]) suggestions[only.Column.Number] = new ColumnSuggestion(ColumnUse.Element, same.Key, Why(only.Match!.Value));
        }

        foreach (var column in columns.Where(column => Unread.Contains(IntakeNames.Simplify(column.Heading), StringComparer.OrdinalIgnoreCase)))
            suggestions.TryAdd(column.Number, new ColumnSuggestion(ColumnUse.Ignored, null, "不是填报的数"));
        return suggestions;
    }

    /// <summary>Does a heading find an element at all? For telling headings from titles.</summary>
    internal static bool IsElement(IReadOnlyList<DataElement> elements, string heading) => Match(elements, heading) is not null;

    private static (DataElement Element, Rule Rule)? Match(IReadOnlyList<DataElement> elements, string heading)
    {
        var key = IntakeNames.Simplify(heading);
        if (key.Length == 0) return null;
        foreach (var (rule, holds) in new (Rule, Func<DataElement, bool>)[]
        {
            (Rule.Code, element => string.Equals(element.Code, key, StringComparison.OrdinalIgnoreCase)),
            (Rule.Name, element => IntakeNames.Simplify(element.Name) == key),
            (Rule.Bare, element => Bare(heading, element.Measure) is { Length: > 0 } bare && bare == Bare(element.Name, element.Measure)),
            (Rule.Part, element => IsPart(heading, element)),
        })
        {
            var matching = elements.Where(holds).ToList();
            if (matching is [var only]) return (only, rule);
            if (matching.Count > 1) return null;
        }

        return null;
    }

    /// <summary>A heading within the name, or the name within the heading, unless the heading speaks of another number.</summary>
    private static bool IsPart(string heading, DataElement element)
    {
        var (part, name) = (Bare(heading, element.Measure), Bare(element.Name, element.Measure));
        if (OtherNumbers.Any(word => heading.Contains(word, StringComparison.Ordinal) && !element.Name.Contains(word, StringComparison.Ordinal))) return false;
        var stem = Stem(part);
        return (stem.Length >= ShortestPart && name.Contains(stem, StringComparison.Ordinal)) || part.Contains(name, StringComparison.Ordinal);
    }

    /// <summary>红牌 of 红牌数: that it is a number goes without saying.</summary>
    private static string Stem(string part) => part.EndsWith("数量", StringComparison.Ordinal) ? part[..^2] : part.EndsWith('数') ? part[..^1] : part;

    /// <summary>A name without what people add and leave out: brackets with what is in them, the unit of measure, marks and blanks.</summary>
    private static string Bare(string text, string measure)
    {
        var bare = new StringBuilder();
        var depth = 0;
        foreach (var c in IntakeNames.Simplify(text))
        {
            if (c is '(' or '[' or '【' or '〔' or '<' or '《') depth++;
            else if (c is ')' or ']' or '】' or '〕' or '>' or '》') depth = Math.Max(0, depth - 1);
            else if (depth == 0 && c is not ('‘' or '’' or '\'' or '_' or '、' or '·' or '*')) bare.Append(char.ToLowerInvariant(c));
        }

        var plain = bare.ToString();
        foreach (var mark in "/:：-—")
        {
            if (measure.Length > 0 && plain.EndsWith(mark + measure, StringComparison.Ordinal)) return plain[..^(measure.Length + 1)];
        }

        return plain;
    }

    private static string Why((DataElement Element, Rule Rule) match) => match.Rule switch
    {
        Rule.Code => "标题就是填报项代码",
        Rule.Name => "标题与填报项名称相同",
        Rule.Bare => "去掉括号、计量单位和空格后与填报项名称相同",
        _ => "标题与填报项名称部分相同，且只有这一项",
    };

    private enum Rule
    {
        Code,
        Name,
        Bare,
        Part,
    }
}
