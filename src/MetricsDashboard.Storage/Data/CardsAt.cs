using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Storage.Data;

/// <summary>A case as it stood at a moment, with its card.</summary>
internal sealed class CardAt
{
    public required CaseAt Case { get; init; }

    /// <summary>What the thresholds give, whatever the source shows.</summary>
    public Card Derived { get; init; }

    /// <summary>The source's card, or else the derived one.</summary>
    public Card Card { get; init; }

    /// <summary>Since when it has it.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Has it the card asked for at the week's other end too?</summary>
    public bool Stands { get; init; }

    /// <summary>Where it stands at the week's end; of a cleared card that is not where it stood when it still had the card.</summary>
    public CaseStatus Status { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }
}

/// <summary>Cards in SQL. What <see cref="CaseState.CardAt"/> says of one case, these queries say of all; a test holds them together.</summary>
internal static class CardsAt
{
    /// <summary>Every case that was watched at or after a moment, with the card that it has at another.</summary>
    public static IQueryable<CardAt> Query(MetricsDb db, DateTimeOffset since, DateTimeOffset moment) => CasesAt.Query(db, since, moment)
        .Select(row => new CardAt
        {
            Case = row,
            Derived = row.IsOpen ? (row.RedAfter < moment ? Card.Red : row.YellowAfter < moment ? Card.Yellow : row.WarningAfter < moment ? Card.Warning : Card.None) : Card.None,
            Since = row.Shown != null ? row.ShownSince : row.RedAfter < moment ? row.RedAfter : row.YellowAfter < moment ? row.YellowAfter : row.WarningAfter,
            Status = row.Status,
            CompletedAt = row.CompletedAt,
        })
        .Select(row => new CardAt
        {
            Case = row.Case,
            Derived = row.Derived,
            Card = row.Case.Shown ?? row.Derived,

            // A threshold may lie before the acceptance, where the promised time is short.
            Since = row.Since < row.Case.AcceptedAt ? row.Case.AcceptedAt : row.Since,
            Status = row.Status,
            CompletedAt = row.CompletedAt,
        });

    /// <summary>Those that have a card at the week's end, each with whether it had the one asked for at its beginning already.</summary>
    public static IQueryable<CardAt> Current(MetricsDb db, Card? card, DateTimeOffset start, DateTimeOffset moment)
    {
        var before = Query(db, start, start).With(card);
        return Query(db, moment, moment).Where(row => row.Card != Card.None).Select(row => new CardAt
        {
            Case = row.Case,
            Derived = row.Derived,
            Card = row.Card,
            Since = row.Since,
            Stands = before.Any(other => other.Case.CaseNo == row.Case.CaseNo),
            Status = row.Status,
            CompletedAt = row.CompletedAt,
        });
    }

    /// <summary>Those that had the card asked for at the week's beginning, each with whether it has it at the end still.</summary>
    public static IQueryable<CardAt> Before(MetricsDb db, Card? card, DateTimeOffset start, DateTimeOffset moment)
    {
        var after = Query(db, moment, moment).With(card);
        return Query(db, start, start).With(card).Select(row => new CardAt
        {
            Case = row.Case,
            Derived = row.Derived,
            Card = row.Card,
            Since = row.Since,
            Stands = after.Any(other => other.Case.CaseNo == row.Case.CaseNo),
            Status = row.Status,
            CompletedAt = row.CompletedAt,
        });
    }

    /// <summary>Those of the week's beginning that have the card asked for no more, with where they stand at its end.</summary>
    public static IQueryable<CardAt> Cleared(MetricsDb db, Card? card, DateTimeOffset start, DateTimeOffset moment) => Before(db, card, start, moment).Where(row => !row.Stands)
        .Join(CasesAt.Query(db, start, moment), row => row.Case.CaseNo, now => now.CaseNo, (row, now) => new CardAt
        {
            Case = row.Case,
            Derived = row.Derived,
            Card = row.Card,
            Since = row.Since,
            Stands = false,
            Status = now.Status,
            CompletedAt = now.CompletedAt,
        });

    /// <summary>Those with a card; of any kind where none is asked for.</summary>
    public static IQueryable<CardAt> With(this IQueryable<CardAt> rows, Card? card) =>
        card is { } asked ? rows.Where(row => row.Card == asked) : rows.Where(row => row.Card != Card.None);

    /// <summary>Of the units whose cases the actor sees.</summary>
    public static IQueryable<CardAt> OfReadable(this IQueryable<CardAt> rows, IReadOnlyCollection<string>? units) =>
        Codes.ForQuery(units) is { } wanted ? rows.Where(row => wanted.Contains(row.Case.Unit)) : rows;
}
