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
    public static string Workbook(Unit unit, int? issue, ReportingPeriod period) => $"{Safe(unit.ShortName)}_{Issue(issue, period)}_报表.xlsx";

    /// <summary>各单位_9月21日—9月27日_报表.csv.</summary>
    public static string AllUnits(ReportingWeek week) => $"各单位_{Issue(null, new ReportingPeriod(week))}_报表.csv";

    private static string Issue(int? issue, ReportingPeriod period) => issue is { } number ? $"第{number}期_{WeekText.Period(period)}" : WeekText.Period(period);

    private static string Safe(string name) => string.Concat(name.Select(character => Forbidden.Contains(character) || char.IsControl(character) ? '_' : character));
}
