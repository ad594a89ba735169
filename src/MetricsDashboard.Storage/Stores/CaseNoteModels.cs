using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Stores;

/// <summary>An objection that waits for an answer.</summary>
public sealed record WaitingObjection(string CaseNo, Unit Unit, string ItemName, CaseNote Objection);

/// <summary>A version of a case with the run that brought it.</summary>
public sealed record CaseVersionRow(CaseState State, Unit Unit, Guid RunId, string Source, RunTrigger Trigger, DateTimeOffset TakenAt);

/// <summary>Everything that is known of one case.</summary>
/// <param name="Versions">Oldest first; the last is the newest.</param>
/// <param name="AgreedCause">What the task force says of the cause; null where it said nothing.</param>
/// <param name="Calendar">By which working days are counted.</param>
public sealed record CaseHistory(
    string CaseNo, Unit Unit, string ItemName, IReadOnlyList<CaseVersionRow> Versions, CardCause? AgreedCause, IReadOnlyList<CaseNote> Notes, WorkCalendar Calendar)
{
    public CaseState Newest => Versions[^1].State;

    /// <summary>What counts: the task force's word before the source's.</summary>
    public CardCause? Cause => AgreedCause ?? Newest.Facts.Cause;

    /// <summary>The version in force at a moment; the first one before its time.</summary>
    public CaseState At(DateTimeOffset moment) => Versions.LastOrDefault(row => row.State.From <= moment && (row.State.Until is not { } until || moment < until))?.State ?? Versions[0].State;

    /// <summary>May one speak of it still?</summary>
    public bool IsWelcomeToNotes(DateTimeOffset now) => CaseNotes.AreWelcome(Versions.Select(row => row.State), now);
}
