using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Entities;

/// <summary>Weeks are stored as their key, 202039, which sorts as time does.</summary>
internal static class WeekKeys
{
    public static ReportingWeek? Week(int? key) => key is { } value ? ReportingWeek.FromKey(value) : null;
}

/// <summary>
/// The id of an edition is its week's key and its number, 202039001: it needs no look-up, sorts as time does, and a range of weeks is a
/// range of ids. Number 0 is the live edition, which is rewritten; from 1 on they are frozen.
/// </summary>
internal static class EditionIds
{
    public static int Live(int week) => week * 1000;

    public static int Of(int week, int no) => week * 1000 + no;

    public static int WeekOf(int edition) => edition / 1000;
}
