using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Stores;

/// <summary>A case on the daily screen.</summary>
/// <param name="Card">Its card at the moment; of a cleared one what it has instead.</param>
/// <param name="Cause">The task force's word before the source's, of a cleared card the one that it had; null where neither gives one.</param>
/// <param name="RedAfter">When the statutory time, or the threshold, makes it red; null where nothing does.</param>
/// <param name="Notes">What was said of it by the end of the day.</param>
public sealed record TodayCase(
    string CaseNo, Unit Unit, string ItemCode, string ItemName, Card Card, CardCause? Cause, CaseStatus Status, DateTimeOffset AcceptedAt, DateTimeOffset? PromisedDue,
    DateTimeOffset? StatutoryDue, DateTimeOffset? CompletedAt, DateTimeOffset? RedAfter, IReadOnlyList<CaseNote> Notes)
{
    /// <summary>The newest 已查; null where nobody looked into it.</summary>
    public CaseNote? Checked => Notes.LastChecked();
}

/// <summary>How fresh the cases are.</summary>
/// <param name="LastRunAt">When a source of cases was last taken in; null where none ever was.</param>
/// <param name="KnownUntil">Up to when every enabled source has told what it knows.</param>
/// <param name="Failing">Names of the sources whose runs fail.</param>
public sealed record CaseFreshness(DateTimeOffset? LastRunAt, DateTimeOffset? KnownUntil, IReadOnlyList<string> Failing);

/// <summary>今日红牌 of a day.</summary>
/// <param name="Moment">Now, or the end of a past day.</param>
/// <param name="Appeared">Red at the moment, not at the day's beginning.</param>
/// <param name="Cleared">Red at the day's beginning, not at the moment.</param>
/// <param name="Standing">Red at both.</param>
/// <param name="Nearing">Open, whatever its card, and red on the day itself or by the end of the next working day if nothing happens.</param>
/// <param name="NearingUntil">That next working day.</param>
/// <param name="HasCases">Is there any case at all?</param>
public sealed record TodayCases(
    DateOnly Day, DateTimeOffset Moment, IReadOnlyList<TodayCase> Appeared, IReadOnlyList<TodayCase> Cleared, IReadOnlyList<TodayCase> Standing, IReadOnlyList<TodayCase> Nearing,
    DateOnly NearingUntil, CaseFreshness Freshness, WorkCalendar Calendar, bool HasCases)
{
    /// <summary>Red cards that were looked into on the day.</summary>
    public int CheckedToday => Appeared.Concat(Cleared).Concat(Standing).Count(row => row.Checked?.WrittenAt >= ChinaTime.Start(Day));
}

/// <summary>A case whose source shows another card than the thresholds give.</summary>
/// <param name="Derived">By the thresholds.</param>
public sealed record CardDifference(
    string CaseNo, Unit Unit, string ItemCode, string ItemName, Card Shown, Card Derived, bool IsOpen, CaseStatus Status, DateTimeOffset? PromisedDue, DateTimeOffset? StatutoryDue,
    DateTimeOffset? CompletedAt, CardMoments Moments);

/// <summary>How many cases of a unit differ in one way.</summary>
public sealed record DifferenceCount(Unit Unit, Card Shown, Card Derived, int Count);

/// <summary>Where the sources' cards are not the derived ones.</summary>
/// <param name="Counts">Of all units that the actor sees, by unit and kind.</param>
/// <param name="Cases">The first of those asked for.</param>
public sealed record CardDifferences(IReadOnlyList<DifferenceCount> Counts, IReadOnlyList<CardDifference> Cases);
