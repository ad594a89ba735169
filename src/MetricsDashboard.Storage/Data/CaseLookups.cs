using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>What pages tell of cases beside their own columns.</summary>
internal static class CaseLookups
{
    private const string NoRight = "您没有查看办件红黄牌的权限。";

    /// <summary>The units whose cases an actor sees; null for all of them.</summary>
    /// <param name="asked">A unit that the actor has to be allowed to look at; null for none.</param>
    public static IReadOnlyCollection<string>? Readable(Actor actor, Catalogue catalogue, string? asked = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var readable = catalogue.Units.Where(unit => CaseVocabulary.HasCases(unit) && actor.MayRead(unit)).Select(unit => unit.Code).ToList();
        Access.Require(actor.SeesWholeCity || readable.Count > 0, NoRight);
        if (catalogue.FindUnit(asked) is { } unit) Access.RequireRead(actor, unit);
        return actor.SeesWholeCity ? null : readable;
    }

    /// <summary>Of one unit, which the actor may look at, or else of all that the actor sees.</summary>
    public static IQueryable<CaseAt> OfUnits(this IQueryable<CaseAt> cases, Actor actor, Catalogue catalogue, string? unit)
    {
        var readable = Readable(actor, catalogue);
        if (unit is not null)
        {
            if (catalogue.FindUnit(unit) is not { } asked || !CaseVocabulary.HasCases(asked)) return cases.Where(_ => false);
            Access.RequireRead(actor, asked);
            return cases.Where(row => row.Unit == unit);
        }

        return Codes.ForQuery(readable) is { } wanted ? cases.Where(row => wanted.Contains(row.Unit)) : cases;
    }

    /// <summary>Names of items by their codes; an item without a name has none.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ItemNamesAsync(MetricsDb db, IEnumerable<string> codes, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var some in codes.Distinct(StringComparer.Ordinal).Chunk(Codes.MostParameters))
        {
            foreach (var item in await db.CaseItems.AsNoTracking().Where(item => some.Contains(item.Code)).Select(item => new { item.Code, item.Name }).ToListAsync(cancellationToken))
                names[item.Code] = item.Name;
        }

        return names;
    }

    /// <summary>The notes of cases, each case's in the order in which they were written.</summary>
    public static async Task<ILookup<string, CaseNote>> NotesAsync(MetricsDb db, IEnumerable<string> numbers, CancellationToken cancellationToken)
    {
        var rows = new List<CaseNoteEntity>();
        foreach (var some in numbers.Distinct(StringComparer.Ordinal).Chunk(Codes.MostParameters))
            rows.AddRange(await db.CaseNotes.AsNoTracking().Where(note => some.Contains(note.CaseNo)).ToListAsync(cancellationToken));
        return rows.OrderBy(note => note.WrittenAt).ThenBy(note => note.Id.ToString(), StringComparer.Ordinal)
            .ToLookup(note => note.CaseNo, note => new CaseNote(note.Kind, note.Cause, note.Until, note.Text, note.WrittenBy, note.WrittenAt), StringComparer.Ordinal);
    }

    /// <summary>A version with the time during which it is in force.</summary>
    public static CaseState State(CaseColumns row, DateTimeOffset? until, string itemName = "") => new(
        new CaseFacts(
            row.CaseNo, row.Version, row.Unit, row.ItemCode, itemName, row.AcceptedAt, row.PromisedDue, row.StatutoryDue, row.CompletedAt, row.Card, row.Cause, row.Status, null),
        row.ValidFrom,
        until,
        new CardMoments(row.WarningAfter, row.YellowAfter, row.RedAfter),
        row.CardSince);

    /// <summary>All versions of a case, oldest first.</summary>
    public static IEnumerable<CaseState> States(CaseEntity newest, IEnumerable<CasePastEntity> past) =>
        past.OrderBy(row => row.Version).Select(row => State(row, row.ValidUntil)).Append(State(newest, null));
}
