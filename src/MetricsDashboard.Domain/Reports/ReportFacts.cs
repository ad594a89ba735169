using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Reports;

/// <summary>
/// Everything that the weekly report may say, loaded once. Sentences, tables and the chart are all made of these values, so they cannot
/// disagree (lessons.md 1).
/// </summary>
/// <param name="Catalogue">The catalogue of the editions.</param>
/// <param name="Week">The week reported on.</param>
/// <param name="Issue">Issue number within the year, from 1.</param>
/// <param name="TotalIssue">总第N期, from 1.</param>
/// <param name="IssuedOn">Date in the masthead; null while it is a draft.</param>
/// <param name="FirstWeek">Nothing looks before it.</param>
/// <param name="Weeks">Results of the week and of earlier weeks, oldest first; the last is <paramref name="Week"/>. At least as many as streaks need (12).</param>
/// <param name="Reporting">How each unit met its duties this week, in the order of documents.</param>
/// <param name="Letterhead">Names and recipients.</param>
/// <param name="Demonstration">Must carry 演示数据.</param>
/// <param name="Holidays">Names of the holidays for which weeks were merged into this issue; empty for an ordinary week.</param>
public sealed record ReportFacts(
    Catalogue.Catalogue Catalogue,
    ReportingWeek Week,
    int Issue,
    int TotalIssue,
    DateOnly? IssuedOn,
    ReportingWeek FirstWeek,
    IReadOnlyList<WeekResults> Weeks,
    IReadOnlyList<UnitReporting> Reporting,
    Letterhead Letterhead,
    bool Demonstration,
    string Holidays = "")
{
    /// <summary>Results of the week reported on.</summary>
    public WeekResults Current => Weeks[^1];

    /// <summary>What waited for review when the week was locked all the same: it counts as not reported. By form, in the order of documents.</summary>
    public IReadOnlyList<UnreviewedForm> Unreviewed { get; init; } = [];

    /// <summary>The weeks reported on.</summary>
    public ReportingPeriod Period => Current.Period;

    /// <summary>Results of the period before; null in the first one.</summary>
    public WeekResults? Previous => Weeks.Count > 1 && Period.Follows(Weeks[^2].Period) ? Weeks[^2] : null;

    /// <summary>The period before, whether it has results or not.</summary>
    public ReportingPeriod PreviousPeriod => Previous?.Period ?? new ReportingPeriod(Week.Previous);

    /// <summary>Number of the issue before; null for the first of a year.</summary>
    public int? PreviousIssue => Issue > 1 ? Issue - 1 : null;

    /// <summary>Is this issue or the one before of several weeks, so that it compares issues (较上期) and not weeks (较上周)?</summary>
    public bool ComparesIssues => Period.IsMerged || Previous is { Period.IsMerged: true };
}

/// <summary>Results of one period, by indicator and unit.</summary>
public sealed class WeekResults
{
    private readonly Dictionary<(string Indicator, string Unit), Snapshot> snapshots;

    /// <summary>Indexes the snapshots of a week.</summary>
    public WeekResults(ReportingWeek week, IEnumerable<Snapshot> snapshots)
        : this(new ReportingPeriod(week), snapshots)
    {
    }

    /// <summary>Indexes the snapshots of a period, which are kept under its first week.</summary>
    public WeekResults(ReportingPeriod period, IEnumerable<Snapshot> snapshots)
    {
        Period = period;
        this.snapshots = snapshots.ToDictionary(snapshot => (snapshot.Indicator, snapshot.Unit));
    }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>The week by which the period is known: its first.</summary>
    public ReportingWeek Week => Period.First;

    /// <summary>All results.</summary>
    public IReadOnlyCollection<Snapshot> All => snapshots.Values;

    /// <summary>The result of an indicator in a scope; null where it is not computed there.</summary>
    public Snapshot? Find(string indicator, string unit) => snapshots.GetValueOrDefault((indicator, unit));
}

/// <summary>How a unit met its duties of a week.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Expected">Forms owed that the unit supplies itself.</param>
/// <param name="OnTime">Of these, received in time and accepted.</param>
/// <param name="Late">Received late and accepted.</param>
/// <param name="WorkingDaysLate">Of the latest of the late ones; null where not counted.</param>
/// <param name="ExtendedTo">The day to which lateness was agreed; null where it was not.</param>
public sealed record UnitReporting(Unit Unit, int Expected, int OnTime, int Late, int? WorkingDaysLate = null, DateOnly? ExtendedTo = null)
{
    /// <summary>How the unit reported; null where it owed nothing.</summary>
    public ReportingState? State => Expected == 0 ? null
        : OnTime >= Expected ? ReportingState.OnTime
        : IsComplete ? ReportingState.Late
        : OnTime + Late > 0 ? ReportingState.Partly
        : ReportingState.Missing;

    /// <summary>Everything was accepted.</summary>
    public bool IsComplete => OnTime + Late == Expected;
}

/// <summary>How a unit reported in a week.</summary>
public enum ReportingState
{
    /// <summary>按时: everything in time.</summary>
    OnTime,

    /// <summary>逾期: everything, some of it late.</summary>
    Late,

    /// <summary>报送不全: some of it.</summary>
    Partly,

    /// <summary>未报送: nothing.</summary>
    Missing,
}

/// <summary>A form that was sent but not reviewed at the lock.</summary>
/// <param name="Form">The form.</param>
/// <param name="Units">The units that it was of, in the order of documents.</param>
public sealed record UnreviewedForm(Form Form, IReadOnlyList<Unit> Units);

/// <summary>Names in masthead and colophon; settings, never computed.</summary>
/// <param name="Title">提升政务服务能力工作周报.</param>
/// <param name="Subject">Title of the text.</param>
/// <param name="IssuedBy">编发单位.</param>
/// <param name="ReportTo">报.</param>
/// <param name="SendTo">送.</param>
/// <param name="Signer">签发; empty while unsigned.</param>
/// <param name="Reviewer">核稿.</param>
/// <param name="Drafter">拟稿.</param>
/// <param name="Copies">印数; null where not printed.</param>
public sealed record Letterhead(
    string Title,
    string Subject,
    string IssuedBy,
    string ReportTo,
    string SendTo,
    string Signer,
    string Reviewer,
    string Drafter,
    int? Copies);
