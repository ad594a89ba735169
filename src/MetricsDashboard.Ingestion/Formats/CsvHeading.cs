using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>
/// What the columns of a CSV are. Long: unit, week, element, value. Wide: unit, week, and a column for each element, headed by its code
/// or name. The week may be left out where the sender names it.
/// </summary>
internal sealed class CsvHeading
{
    private static readonly string[] UnitNames = ["unit", "单位", "单位代码", "单位名称", "填报单位"];
    private static readonly string[] WeekNames = ["week", "统计周", "统计周期", "周"];
    private static readonly string[] ElementNames = ["element", "填报项", "填报项代码", "填报项名称", "指标"];
    private static readonly string[] ValueNames = ["value", "数值", "本周数", "值"];
    private static readonly string[] Unread = ["序号", "备注", "计量单位", "上周数", "报表", "form", "note", "no", ""];

    private CsvHeading(int unit, int week, int element, int value, IReadOnlyList<(int Column, string Text, string Code)> elements) =>
        (Unit, Week, Element, Value, Elements) = (unit, week, element, value, elements);

    public int Unit { get; }

    /// <summary>-1 where there is no such column.</summary>
    public int Week { get; }

    public int Element { get; }

    public int Value { get; }

    /// <summary>The columns of elements of a wide CSV.</summary>
    public IReadOnlyList<(int Column, string Text, string Code)> Elements { get; }

    public bool IsLong => Element >= 0;

    /// <summary>Understands the heading, or adds every issue of it and yields null.</summary>
    public static CsvHeading? Read(IReadOnlyList<string> texts, int line, Catalogue catalogue, IntakeRequest request, List<IntakeIssue> issues)
    {
        var keys = texts.Select(IntakeNames.Simplify).ToList();
        int Find(string[] names) => keys.FindIndex(key => names.Contains(key, StringComparer.OrdinalIgnoreCase));
        int unit = Find(UnitNames), week = Find(WeekNames), element = Find(ElementNames), value = Find(ValueNames);
        var names = new IntakeNames(catalogue);
        var elements = new List<(int Column, string Text, string Code)>();
        var before = issues.Count;
        for (var column = 0; column < keys.Count; column++)
        {
            if (column == unit || column == week || Unread.Contains(keys[column], StringComparer.OrdinalIgnoreCase)) continue;
            if (element >= 0 && value >= 0) continue;
            if (names.Element(texts[column]) is { } found) elements.Add((column, texts[column].Trim(), found.Code));
            else issues.Add(Issue(IssueCodes.UnknownElement, line, texts[column].Trim(), $"表头的{Quotation.Of(texts[column].Trim())}不是填报项的代码或名称：请按填报项目录改正，或删去这一列"));
        }

        var isLong = element >= 0 && value >= 0;
        if (unit < 0 || (!isLong && elements.Count == 0))
        {
            issues.RemoveRange(before, issues.Count - before);
            issues.Add(FileIssue.Unknown($"第{line}行不是认得的表头") with { Cell = $"第{line}行", Message = Expected(line) });
            return null;
        }

        foreach (var twice in elements.GroupBy(entry => entry.Code, StringComparer.Ordinal).Where(group => group.Count() > 1))
            issues.Add(Issue(IssueCodes.Duplicate, line, twice.Last().Text, $"填报项“{catalogue.Element(twice.Key).Name}”有两列：请只留一列"));
        if (week < 0 && request.Week is null)
            issues.Add(Issue(IssueCodes.WrongWeek, line, null, "没有“统计周”（week）列，也没有指定统计周：请补上这一列，或在报送时选定统计周"));
        return issues.Count > before ? null : new CsvHeading(unit, week, isLong ? element : -1, isLong ? value : -1, elements);
    }

    private static IntakeIssue Issue(string code, int line, string? value, string message) =>
        FileIssue.At(code, null, $"第{line}行", value, message);

    private static string Expected(int line) =>
        $"第{line}行不是认得的表头：长表应为“unit,week,element,value”（或“单位,统计周,填报项,数值”），宽表应为“unit,week”加各填报项的代码或名称。请改正表头，或上传从本系统下载的表";
}
