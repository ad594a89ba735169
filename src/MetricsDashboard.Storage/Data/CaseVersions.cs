using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Entities;

namespace MetricsDashboard.Storage.Data;

/// <summary>By what the versions of cases are stored: thresholds and calendar for derived cards, and the run that brings them.</summary>
internal sealed record CaseRules(CardThresholds Thresholds, WorkCalendar Calendar, Guid RunId, DateTimeOffset StartedAt)
{
    /// <summary>What was taken in today tells how things stood at the end of yesterday.</summary>
    public DateTimeOffset Day { get; } = ChinaTime.Start(ChinaTime.Day(StartedAt));
}

/// <summary>What a further version did to its case.</summary>
internal enum VersionEffect
{
    Unchanged,
    Revised,

    /// <summary>The same version with another content.</summary>
    Contradicts,
}

/// <summary>One case with its versions, in force one after the other without a gap, whatever the order in which they come.</summary>
internal sealed class CaseVersions
{
    private readonly CaseRules rules;
    private readonly SortedList<long, CasePastEntity> past;
    private readonly HashSet<long> changed = [];

    public CaseVersions(CaseRules rules, CaseEntity newest, IEnumerable<CasePastEntity> past)
    {
        this.rules = rules;
        Newest = newest;
        this.past = [];
        foreach (var row in past) this.past.Add(row.Version, row);
    }

    public CaseEntity Newest { get; private set; }

    public bool NewestChanged { get; private set; }

    public IEnumerable<CasePastEntity> ChangedPast => past.Values.Where(row => changed.Contains(row.Version));

    /// <summary>The row of a case that was never seen.</summary>
    public static CaseEntity First(CaseFacts facts, CaseRules rules)
    {
        var row = new CaseEntity { CaseNo = facts.CaseNo, Unit = facts.Unit, ItemCode = facts.ItemCode };
        Fill(row, facts, rules);
        row.ValidFrom = facts.AcceptedAt;
        row.CardSince = CardSince(row, null);
        row.EndedAt = Ended(row);
        return row;
    }

    public VersionEffect Add(CaseFacts facts)
    {
        if (facts.Version == Newest.Version) return IsSame(Newest, facts) ? VersionEffect.Unchanged : VersionEffect.Contradicts;
        if (facts.Version > Newest.Version)
        {
            Keep(Newest);
            var row = new CaseEntity { CaseNo = facts.CaseNo, Unit = facts.Unit, ItemCode = facts.ItemCode, AgreedCause = Newest.AgreedCause };
            Fill(row, facts, rules);
            Newest = row;
            Thread();
            return VersionEffect.Revised;
        }

        if (past.TryGetValue(facts.Version, out var known)) return IsSame(known, facts) ? VersionEffect.Unchanged : VersionEffect.Contradicts;

        // Nobody knows since when it was true, and something newer is known: it tells nothing any more.
        if (facts.UpdatedAt is null) return VersionEffect.Unchanged;
        var late = new CasePastEntity { CaseNo = facts.CaseNo, Unit = facts.Unit, ItemCode = facts.ItemCode };
        Fill(late, facts, rules);
        past.Add(late.Version, late);
        Thread();
        return VersionEffect.Revised;
    }

    /// <summary>When an open case gets which card, after thresholds or calendar changed.</summary>
    public static void Derive(CaseColumns row, CardThresholds thresholds, WorkCalendar calendar)
    {
        var moments = thresholds.Of(row.PromisedDue, row.StatutoryDue, calendar);
        (row.WarningAfter, row.YellowAfter, row.RedAfter) = (moments.Warning, moments.Yellow, moments.Red);
    }

    private void Keep(CaseEntity row)
    {
        var kept = new CasePastEntity { CaseNo = row.CaseNo, Unit = row.Unit, ItemCode = row.ItemCode };
        (kept.Version, kept.Status, kept.Card, kept.Cause, kept.AcceptedAt, kept.PromisedDue, kept.StatutoryDue, kept.CompletedAt) =
            (row.Version, row.Status, row.Card, row.Cause, row.AcceptedAt, row.PromisedDue, row.StatutoryDue, row.CompletedAt);
        (kept.WarningAfter, kept.YellowAfter, kept.RedAfter, kept.CardSince, kept.TrueSince, kept.ValidFrom, kept.RunId) =
            (row.WarningAfter, row.YellowAfter, row.RedAfter, row.CardSince, row.TrueSince, row.ValidFrom, row.RunId);
        past.Add(kept.Version, kept);
    }

    /// <summary>Says of all versions from when to when each is in force.</summary>
    private void Thread()
    {
        NewestChanged = true;
        CaseColumns? before = null;
        foreach (var row in past.Values.Cast<CaseColumns>().Append(Newest))
        {
            row.ValidFrom = before is null ? row.AcceptedAt : row.TrueSince > before.ValidFrom ? row.TrueSince : before.ValidFrom;
            row.CardSince = CardSince(row, before);
            if (before is CasePastEntity ended) ended.ValidUntil = row.ValidFrom;
            if (row is CasePastEntity) changed.Add(row.Version);
            before = row;
        }

        Newest.EndedAt = Ended(Newest);
    }

    private static void Fill(CaseColumns row, CaseFacts facts, CaseRules rules)
    {
        (row.Version, row.Status, row.Card, row.Cause) = (facts.Version, facts.Status, facts.Card, facts.Cause);
        (row.AcceptedAt, row.PromisedDue, row.StatutoryDue, row.CompletedAt) = (facts.AcceptedAt, facts.PromisedDue, facts.StatutoryDue, facts.CompletedAt);

        // A completion is dated, whenever we are told of it.
        row.TrueSince = facts.UpdatedAt ?? (facts.CompletedAt < rules.Day ? facts.CompletedAt.Value : rules.Day);
        row.RunId = rules.RunId;
        Derive(row, rules.Thresholds, rules.Calendar);
    }

    /// <summary>
    /// The same card goes on; another begins when its time limit passed, where that was since the version before, or else when the version
    /// begins. Of the first version, no card goes back to the acceptance.
    /// </summary>
    private static DateTimeOffset? CardSince(CaseColumns row, CaseColumns? before)
    {
        if (row.Card is not { } card) return null;
        if (before?.Card == card) return before.CardSince;
        if (card is Card.None) return before is null ? row.AcceptedAt : row.ValidFrom;
        var due = card switch
        {
            Card.Red => row.RedAfter,
            Card.Yellow => row.YellowAfter,
            _ => row.WarningAfter,
        };
        return due <= row.TrueSince && due > (before?.TrueSince ?? row.AcceptedAt) ? due : row.TrueSince > row.AcceptedAt ? row.TrueSince : row.AcceptedAt;
    }

    private static DateTimeOffset? Ended(CaseEntity row) => CaseLookups.State(row, null).EndedAt;

    private static bool IsSame(CaseColumns row, CaseFacts facts) => CaseLookups.State(row, null).Facts == facts with { ItemName = "", UpdatedAt = null };
}
