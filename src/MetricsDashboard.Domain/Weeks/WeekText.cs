namespace MetricsDashboard.Domain.Weeks;

/// <summary>Weeks and days as the field writes them (domain.md section 5): 9月21日—9月27日, never an ISO week.</summary>
public static class WeekText
{
    /// <summary>9月27日.</summary>
    public static string Day(DateOnly day) => $"{day.Month}月{day.Day}日";

    /// <summary>6月.</summary>
    public static string Month(DateOnly day) => $"{day.Month}月";

    /// <summary>2020年6月.</summary>
    public static string FullMonth(DateOnly day) => $"{day.Year}年{day.Month}月";

    /// <summary>2020年9月27日.</summary>
    public static string FullDay(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>9月21日—9月27日.</summary>
    public static string Period(ReportingWeek week) => Period(new ReportingPeriod(week));

    /// <summary>本周; 本期 of weeks that a holiday merged.</summary>
    public static string This(ReportingPeriod period) => period.IsMerged ? "本期" : "本周";

    /// <summary>上周; 上期 where either is of weeks that a holiday merged.</summary>
    public static string Last(ReportingPeriod period, ReportingPeriod before) => period.IsMerged || before.IsMerged ? "上期" : "上周";

    /// <summary>9月28日—10月11日.</summary>
    public static string Period(ReportingPeriod period) => $"{Day(period.Monday)}—{Day(period.Sunday)}";

    /// <summary>2020年9月21日—9月27日; both years where the week crosses 1 January.</summary>
    public static string FullPeriod(ReportingWeek week) => FullPeriod(new ReportingPeriod(week));

    /// <summary>2020年9月28日—10月11日; both years where the period crosses 1 January.</summary>
    public static string FullPeriod(ReportingPeriod period) => period.Monday.Year == period.Sunday.Year
        ? $"{FullDay(period.Monday)}—{Day(period.Sunday)}"
        : $"{FullDay(period.Monday)}—{FullDay(period.Sunday)}";

    /// <summary>第12期（9月21日—9月27日）; the period alone where the week has no issue number yet.</summary>
    public static string Issue(int? issue, ReportingWeek week) => Issue(issue, new ReportingPeriod(week));

    /// <summary>第13期（9月28日—10月11日）; the period alone where it has no issue number yet.</summary>
    public static string Issue(int? issue, ReportingPeriod period) => issue is { } number ? $"第{number}期（{Period(period)}）" : Period(period);
}
