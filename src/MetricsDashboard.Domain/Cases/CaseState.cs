namespace MetricsDashboard.Domain.Cases;

/// <summary>
/// A version of a case with the time during which it is the one in force. The first version that is known stands from the acceptance on; each
/// later one from the moment that the source gives, or else from the beginning of the day on which it was taken in (which says what stood
/// at the end of the day before).
/// </summary>
/// <param name="Facts">The version.</param>
/// <param name="From">In force from this moment.</param>
/// <param name="Until">In force until before this moment; null for the newest version.</param>
/// <param name="Moments">When cards are derived.</param>
/// <param name="CardSince">Since when the source's card stands; null where the source shows none.</param>
public sealed record CaseState(CaseFacts Facts, DateTimeOffset From, DateTimeOffset? Until, CardMoments Moments, DateTimeOffset? CardSince)
{
    /// <summary>
    /// When nobody watches the case any more: once it is completed or withdrawn and no card of the source stands. Null while it is watched.
    /// </summary>
    public DateTimeOffset? EndedAt => Facts.Status is CaseStatus.Open || Facts.Card is not (null or Card.None)
        ? null
        : Facts.Status is CaseStatus.Completed && Facts.CompletedAt > From ? Facts.CompletedAt : From;

    /// <summary>
    /// The card at a moment. The source's where it shows one and shows it by then; else the derived one, which an open case has and which its
    /// completion clears.
    /// </summary>
    public Card CardAt(DateTimeOffset moment) =>
        Facts.Card is { } shown && moment >= CardSince ? shown : DerivedCardAt(moment);

    /// <summary>The card that the thresholds give at a moment, whatever the source shows: an open case's alone.</summary>
    public Card DerivedCardAt(DateTimeOffset moment) => IsOpenAt(moment) ? Moments.At(moment) : Card.None;

    /// <summary>Had it a card, 预警 included, at any moment from one to another, both included, while this version was in force?</summary>
    public bool HadCard(DateTimeOffset from, DateTimeOffset to)
    {
        var start = From > from ? From : from;
        var end = Until is { } until && until <= to ? until.AddTicks(-1) : to;

        // A card begins with the version, or where the source's stands, or just after one of these moments.
        DateTimeOffset?[] begins = [start, CardSince, After(Facts.AcceptedAt), After(Moments.Warning), After(Moments.Yellow), After(Moments.Red)];
        return begins.Any(moment => moment >= start && moment <= end && CardAt(moment.Value) is not Card.None);

        static DateTimeOffset? After(DateTimeOffset? moment) => moment?.AddTicks(1);
    }

    /// <summary>Is it accepted by then, and neither completed nor withdrawn?</summary>
    public bool IsOpenAt(DateTimeOffset moment) => Facts.AcceptedAt < moment && Facts.Status switch
    {
        CaseStatus.Completed => Facts.CompletedAt >= moment,
        CaseStatus.Withdrawn => From >= moment,
        _ => true,
    };

    /// <summary>
    /// 纳入电子监察 at a week's end: open, completed within the week, or with a card that is not cleared (domain.md 0, no. 6).
    /// </summary>
    /// <param name="weekStart">The week's first moment.</param>
    /// <param name="moment">Its end, or the present moment within it.</param>
    public bool IsMonitored(DateTimeOffset weekStart, DateTimeOffset moment) =>
        IsOpenAt(moment) || (Facts.Status is CaseStatus.Completed && Facts.CompletedAt >= weekStart && Facts.CompletedAt < moment) || CardAt(moment) is not Card.None;
}
