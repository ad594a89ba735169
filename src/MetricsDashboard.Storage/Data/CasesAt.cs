using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Storage.Data;

/// <summary>A case as it stood at a moment.</summary>
internal sealed class CaseAt
{
    public required string CaseNo { get; init; }
    public required string Unit { get; init; }
    public required string ItemCode { get; init; }
    public CaseStatus Status { get; init; }
    public DateTimeOffset AcceptedAt { get; init; }
    public DateTimeOffset? PromisedDue { get; init; }
    public DateTimeOffset? StatutoryDue { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>What the source shows by then; null where it shows no cards.</summary>
    public Card? Shown { get; init; }

    /// <summary>Since when what it shows stands.</summary>
    public DateTimeOffset? ShownSince { get; init; }

    public CardCause? Cause { get; init; }
    public DateTimeOffset? WarningAfter { get; init; }
    public DateTimeOffset? YellowAfter { get; init; }
    public DateTimeOffset? RedAfter { get; init; }
    public bool IsOpen { get; init; }
    public Guid RunId { get; init; }
}

/// <summary>
/// The cases as they stood at a moment, in SQL: of each case the version in force. What <see cref="CaseState"/> says of one case, these queries
/// say of all; a test holds them together.
/// </summary>
internal static class CasesAt
{
    /// <summary>Cases that were accepted before <paramref name="moment"/> and watched at or after <paramref name="since"/>.</summary>
    public static IQueryable<CaseAt> Query(MetricsDb db, DateTimeOffset since, DateTimeOffset moment)
    {
        var newest = db.Cases
            .Where(row => (row.EndedAt == null || row.EndedAt >= since) && row.ValidFrom <= moment && row.AcceptedAt < moment)
            .Select(row => new CaseAt
            {
                CaseNo = row.CaseNo,
                Unit = row.Unit,
                ItemCode = row.ItemCode,
                Status = row.Status,
                AcceptedAt = row.AcceptedAt,
                PromisedDue = row.PromisedDue,
                StatutoryDue = row.StatutoryDue,
                CompletedAt = row.CompletedAt,
                Shown = row.CardSince <= moment ? row.Card : null,
                ShownSince = row.CardSince,
                Cause = row.AgreedCause ?? row.Cause,
                WarningAfter = row.WarningAfter,
                YellowAfter = row.YellowAfter,
                RedAfter = row.RedAfter,
                IsOpen = row.Status == CaseStatus.Open || (row.Status == CaseStatus.Completed ? row.CompletedAt >= moment : row.ValidFrom >= moment),
                RunId = row.RunId,
            });
        var past = db.CasePast
            .Where(row => row.ValidUntil > moment && row.ValidFrom <= moment && row.AcceptedAt < moment)
            .Join(db.Cases, row => row.CaseNo, last => last.CaseNo, (row, last) => new CaseAt
            {
                CaseNo = row.CaseNo,
                Unit = row.Unit,
                ItemCode = row.ItemCode,
                Status = row.Status,
                AcceptedAt = row.AcceptedAt,
                PromisedDue = row.PromisedDue,
                StatutoryDue = row.StatutoryDue,
                CompletedAt = row.CompletedAt,
                Shown = row.CardSince <= moment ? row.Card : null,
                ShownSince = row.CardSince,
                Cause = last.AgreedCause ?? row.Cause,
                WarningAfter = row.WarningAfter,
                YellowAfter = row.YellowAfter,
                RedAfter = row.RedAfter,
                IsOpen = row.Status == CaseStatus.Open || (row.Status == CaseStatus.Completed ? row.CompletedAt >= moment : row.ValidFrom >= moment),
                RunId = row.RunId,
            });
        return newest.Concat(past);
    }

    /// <summary>纳入电子监察: open, completed within the week, or a card of the source stands; a derived card stands on open cases alone.</summary>
    public static IQueryable<CaseAt> Monitored(this IQueryable<CaseAt> cases, DateTimeOffset start, DateTimeOffset moment) => cases.Where(row =>
        row.IsOpen || (row.Status == CaseStatus.Completed && row.CompletedAt >= start && row.CompletedAt < moment) || (row.Shown != null && row.Shown != Card.None));

    /// <summary>Those with a card, the source's or else the derived one.</summary>
    public static IQueryable<CaseAt> With(this IQueryable<CaseAt> cases, Card card, DateTimeOffset moment) => card switch
    {
        Card.Red => cases.Where(row => row.Shown == Card.Red || (row.Shown == null && row.IsOpen && row.RedAfter < moment)),
        Card.Yellow => cases.Where(row => row.Shown == Card.Yellow || (row.Shown == null && row.IsOpen && row.YellowAfter < moment && !(row.RedAfter < moment))),
        Card.Warning => cases.Where(row =>
            row.Shown == Card.Warning || (row.Shown == null && row.IsOpen && row.WarningAfter < moment && !(row.YellowAfter < moment) && !(row.RedAfter < moment))),
        _ => throw new ArgumentOutOfRangeException(nameof(card), card, "A card, not its absence."),
    };
}
