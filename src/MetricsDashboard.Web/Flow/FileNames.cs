using System.Buffers;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Flow;

/// <summary>Names of the files that people save: what it is, of which unit and week, and never an ISO week.</summary>
public static class FileNames
{
    // Windows refuses these, and people keep the files there.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>:\"/\\|?*");

    /// <summary>宝丰县_第12期_9月21日—9月27日_报表.xlsx; without the issue while the week has none.</summary>
    public static string Workbook(Unit unit, int? issue, ReportingWeek week) => $"{Safe(unit.ShortName)}_{Week(issue, week)}_报表.xlsx";

    /// <summary>各单位_9月21日—9月27日_报表.csv.</summary>
    public static string AllUnits(ReportingWeek week) => $"各单位_{Week(null, week)}_报表.csv";

    private static string Week(int? issue, ReportingWeek week) => issue is { } number ? $"第{number}期_{WeekText.Period(week)}" : WeekText.Period(week);

    private static string Safe(string name) => string.Concat(name.Select(character => Forbidden.Contains(character) || char.IsControl(character) ? '_' : character));
}
