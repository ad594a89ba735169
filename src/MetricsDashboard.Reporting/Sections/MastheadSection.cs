using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>报头, 版记 and what the file says about itself.</summary>
public static class MastheadSection
{
    public static Masthead Compose(ReportFacts facts) => new(
        "内部资料　注意保存",
        facts.Letterhead.Title,
        $"第{facts.Issue}期",
        $"（总第{facts.TotalIssue}期）",
        facts.Letterhead.IssuedBy,
        facts.IssuedOn is { } day ? WeekText.FullDay(day) : "（待签发）");

    public static Colophon Colophon(ReportFacts facts) => new(
        facts.Letterhead.ReportTo,
        Known(facts.Letterhead.SendTo),
        Known(facts.Letterhead.Signer),
        Known(facts.Letterhead.Reviewer),
        Known(facts.Letterhead.Drafter),
        facts.Letterhead.Copies);

    /// <summary>Dated by the issue, or while it is a draft by the day after the week, so that the same facts give the same file.</summary>
    public static DocumentProperties Properties(ReportFacts facts) => new(
        $"{facts.Letterhead.Title}（第{facts.Issue}期）",
        WeekText.FullPeriod(facts.Period),
        facts.Letterhead.IssuedBy,
        "政务服务,工作周报",
        new DateTimeOffset((facts.IssuedOn ?? facts.Period.Sunday.AddDays(1)).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)));

    private static string? Known(string name) => name.Length > 0 ? name : null;
}
