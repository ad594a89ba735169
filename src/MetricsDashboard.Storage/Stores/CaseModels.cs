using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Storage.Stores;

/// <summary>Which cases with cards are asked for.</summary>
/// <param name="Card">The card; null for any.</param>
/// <param name="Unit">Code of the unit; null for all that the actor sees.</param>
/// <param name="Kind">Only counties, or only departments; null for both.</param>
/// <param name="Item">事项编码.</param>
/// <param name="Cause">发牌原因, the task force's word before the source's.</param>
/// <param name="WithoutCause">Only those of which neither gives a cause.</param>
/// <param name="Age">For how long the card has stood.</param>
/// <param name="Flow">What became of the card within the week; null for all that have it at the week's end.</param>
/// <param name="Number">Part of the case number.</param>
/// <param name="IsDiffering">Only those whose source shows another card than the thresholds give.</param>
public sealed record CaseFilter(
    Card? Card = Card.Red,
    string? Unit = null,
    UnitKind? Kind = null,
    string? Item = null,
    CardCause? Cause = null,
    bool WithoutCause = false,
    CardAge? Age = null,
    CardFlow? Flow = null,
    string? Number = null,
    bool IsDiffering = false);

/// <summary>By what a list of cases is sorted.</summary>
public enum CaseOrder
{
    /// <summary>Since when they have the card.</summary>
    Since,

    CaseNo,
    Unit,
    Item,
    Accepted,
    Promised,
    Statutory,
    Completed,
    Cause,
}

/// <summary>Cards that are alike.</summary>
/// <param name="ItemName">As the source names it; the code where it does not.</param>
/// <param name="Cause">Null where nobody gives one.</param>
/// <param name="Flow">Cleared ones are counted as they were at the week's beginning.</param>
public sealed record CardCount(Unit Unit, string ItemCode, string ItemName, CardCause? Cause, Card Card, CardAge Age, CardFlow Flow, int Count);

/// <summary>Cases with cards at a week's end or now, counted.</summary>
/// <param name="Counts">
/// Of all kinds of cards at the end; besides, as cleared, of the card asked for those that stood at the beginning only. Not narrowed by unit, item,
/// cause, age and flow, so that one can see what else there is.
/// </param>
/// <param name="Before">With the card asked for at the beginning, narrowed as the filter says but for the flow.</param>
/// <param name="Monitored">纳入电子监察 by unit's code.</param>
/// <param name="HasCases">Is there any case at all?</param>
public sealed record CaseFigures(
    CaseFilter Filter, DateTimeOffset Moment, IReadOnlyList<CardCount> Counts, int Before, IReadOnlyDictionary<string, int> Monitored, bool HasCases)
{
    /// <summary>With the card asked for at the end, by everything that the filter says but for the flow.</summary>
    public int Total => Count(Filter with { Flow = null });

    /// <summary>How many a filter selects.</summary>
    public int Count(CaseFilter filter) => Of(filter).Sum(row => row.Count);

    /// <summary>What a filter selects; without a flow what stands at the end.</summary>
    public IEnumerable<CardCount> Of(CaseFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Counts.Where(row =>
            (filter.Card is null || row.Card == filter.Card) && (filter.Unit is null || row.Unit.Code == filter.Unit) && (filter.Kind is null || row.Unit.Kind == filter.Kind)
            && (filter.Item is null || row.ItemCode == filter.Item) && (filter.Cause is null || row.Cause == filter.Cause) && !(filter.WithoutCause && row.Cause is not null)
            && (filter.Age is null || row.Age == filter.Age) && (filter.Flow is { } flow ? row.Flow == flow : row.Flow is not CardFlow.Cleared));
    }
}

/// <summary>A case in the list.</summary>
/// <param name="ItemName">As the source names it; the code where it does not.</param>
/// <param name="Status">Where it stood at the week's end.</param>
/// <param name="Card">Its card at the week's end; of a cleared one the card at its beginning.</param>
/// <param name="Shown">What the source shows; null where it shows no cards.</param>
/// <param name="Derived">What the thresholds give.</param>
/// <param name="Since">Since when it has the card.</param>
/// <param name="Age">The class of that.</param>
/// <param name="Cause">The task force's word before the source's; null where neither gives one.</param>
/// <param name="DaysOver">Working days over the statutory time limit, or over the promised one where that alone is over; null where none is.</param>
/// <param name="Note">The newest note; null where there is none.</param>
public sealed record ListedCase(
    string CaseNo, Unit Unit, string ItemCode, string ItemName, CaseStatus Status, DateTimeOffset AcceptedAt, DateTimeOffset? PromisedDue, DateTimeOffset? StatutoryDue,
    DateTimeOffset? CompletedAt, Card Card, Card? Shown, Card Derived, DateTimeOffset Since, CardAge Age, CardFlow Flow, CardCause? Cause, int? DaysOver, CaseNote? Note)
{
    /// <summary>Does the source show another card than the thresholds give?</summary>
    public bool IsDiffering => Shown is { } shown && shown != Derived;
}
