using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions.Mappings;

/// <summary>What was found of a text in the unit column.</summary>
/// <param name="Unit">The unit; null where none was found, or the row is skipped.</param>
/// <param name="How">How it was found, or why not, in words for the screen.</param>
/// <param name="IsSkipped">Are its rows skipped on purpose?</param>
public readonly record struct UnitMatch(Unit? Unit, string How, bool IsSkipped = false);

/// <summary>
/// Finds the units in the rows of a form by code, full name or short name, or by what a person said of a text. Nothing is guessed: what is
/// nearly a name is no name, and a name that two of the units share finds none.
/// </summary>
public sealed class UnitMatching
{
    private static readonly string[] Totals = ["合计", "总计", "共计", "总数", "合计数", "全市合计", "全市总计", "全市"];
    private static readonly string[] PartialTotals = ["合计", "小计", "总计", "汇总", "平均"];
    private static readonly string[] Remarks = ["注", "备注", "说明", "制表", "填表", "填报", "审核人", "负责人", "联系", "报出", "导出", "打印"];

    private readonly Form form;
    private readonly Dictionary<string, (Unit? Unit, string How)> index = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, UnitChoice> choices = new(StringComparer.OrdinalIgnoreCase);
    private readonly IntakeNames everybody;

    /// <summary>Indexes the units that stand in the rows of a form in a week.</summary>
    /// <param name="catalogue">The catalogue in force.</param>
    /// <param name="form">The form.</param>
    /// <param name="week">The week.</param>
    /// <param name="said">What was said of texts; the first of a text holds.</param>
    public UnitMatching(Catalogue.Catalogue catalogue, Form form, ReportingWeek week, IEnumerable<UnitChoice> said)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(said);
        this.form = form;
        everybody = new IntakeNames(catalogue);
        var rows = catalogue.AskedUnits(form, week).SelectMany(asked => catalogue.RowUnits(form, asked, week).Select(unit => (asked, unit))).ToList();
        Units = [.. rows.Select(row => row.unit)];
        foreach (var (asked, unit) in rows)
        {
            Add(unit.Name, unit, "全称");
            Add(unit.ShortName, unit, "简称");
            if (asked != unit) Add(asked.ShortName + unit.ShortName, unit, "县（市、区）和名称");
        }

        // Last, because a code is never shared.
        foreach (var unit in Units) index[Key(unit.Code)] = (unit, "代码");
        foreach (var choice in said) choices.TryAdd(Key(choice.Text), choice);
    }

    /// <summary>The units that a row can be of, in the order of documents.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>What a text means.</summary>
    public UnitMatch Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = Key(text);
        if (index.TryGetValue(key, out var known) && known.Unit is { } unit) return new UnitMatch(unit, known.How);
        if (choices.TryGetValue(key, out var said))
        {
            if (said.Unit is null) return new UnitMatch(null, said.Reason ?? "不采用", IsSkipped: true);
            if (Units.FirstOrDefault(candidate => candidate.Code == said.Unit) is { } meant) return new UnitMatch(meant, "已确认的别名");
        }

        return new UnitMatch(null, WhyNot(text, key));
    }

    /// <summary>Is it the sum of all rows: 合计, 全市?</summary>
    public bool IsTotal(string text) => Totals.Contains(Key(text)) || IsCity(text);

    /// <summary>Why rows of a text would be skipped, for a person to confirm; null where nothing speaks for it.</summary>
    public string? Proposal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = Key(text);
        if (IsTotal(text) || PartialTotals.Any(word => key.EndsWith(word, StringComparison.Ordinal))) return "合计行";
        return everybody.Unit(text) is { Kind: UnitKind.Municipal } ? "合计行（市本级）" : null;
    }

    /// <summary>Is it a line below the table, such as 制表人：某某? Only where the row has no figures.</summary>
    public static bool IsRemark(string text)
    {
        var key = Key(text);
        return Remarks.Any(word => key.StartsWith(word, StringComparison.Ordinal)) && (key.Contains(':', StringComparison.Ordinal) || key.Contains('：', StringComparison.Ordinal));
    }

    private bool IsCity(string text) => everybody.Unit(text) is { Kind: UnitKind.City } city && Units.All(unit => unit != city);

    private string WhyNot(string text, string key)
    {
        if (key.Length == 0) return "单位列是空的";
        if (index.ContainsKey(key)) return $"有两个以上的单位叫{Quotation.Of(text)}，请指定是哪一个";
        return everybody.Unit(text) is { } other ? $"{other.Name}不填报《{form.Name}》" : $"单位目录里没有代码、全称或简称为{Quotation.Of(text)}的单位";
    }

    private void Add(string name, Unit unit, string how)
    {
        var key = Key(name);
        index[key] = index.TryGetValue(key, out var known) && known.Unit != unit ? (null, how) : known.Unit is null ? (unit, how) : known;
    }

    private static string Key(string text) => IntakeNames.Simplify(text);
}
