using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>The values that count: of each origin the newest revision, of the origins the one that is set for the element and week.</summary>
internal sealed class CountedValues
{
    private readonly MetricsDb db;
    private readonly OriginSettings origins;

    private CountedValues(MetricsDb db, OriginSettings origins) => (this.db, this.origins) = (db, origins);

    /// <summary>Reads the settings, once for an operation.</summary>
    public static async Task<CountedValues> OpenAsync(MetricsDb db, CancellationToken cancellationToken)
    {
        var settings = await db.ElementOrigins.AsNoTracking().OrderBy(row => row.No).ToListAsync(cancellationToken);
        return new CountedValues(db, new OriginSettings(settings.Select(row => new OriginSetting(row.Element, ReportingWeek.FromKey(row.FromWeek), row.Origin))));
    }

    public OriginSettings Origins => origins;

    /// <summary>The values reported for a week itself.</summary>
    public async Task<IReadOnlyList<CountedValue>> OfWeekAsync(int week, CancellationToken cancellationToken) =>
        Count(await Rows(db.Observations.Where(row => row.Week == week)).ToListAsync(cancellationToken));

    /// <summary>The values of one origin for a week, whether they count or not.</summary>
    public async Task<Dictionary<(string Element, string Unit), long>> OfOriginAsync(int week, Origin origin, CancellationToken cancellationToken) =>
        Count(await Rows(db.Observations.Where(row => row.Week == week && row.Origin == origin)).ToListAsync(cancellationToken))
            .ToDictionary(value => (value.Element, value.Unit), value => value.Value);

    /// <summary>For each element and unit the newest value from before a week.</summary>
    /// <param name="elements">Only these; null for all.</param>
    /// <param name="units">Only these; null for all.</param>
    public async Task<IReadOnlyList<CountedValue>> BeforeAsync(
        int week, IReadOnlyCollection<string>? elements, IReadOnlyCollection<string>? units, CancellationToken cancellationToken)
    {
        var earlier = db.Observations.Where(row => row.Week < week);
        if (Codes.ForQuery(elements) is { } wantedElements) earlier = earlier.Where(row => wantedElements.Contains(row.Element));
        if (Codes.ForQuery(units) is { } wantedUnits) earlier = earlier.Where(row => wantedUnits.Contains(row.Unit));
        var newest = earlier.GroupBy(row => new { row.Unit, row.Element }).Select(group => new { group.Key.Unit, group.Key.Element, Week = group.Max(row => row.Week) });
        var rows = db.Observations.Join(
            newest, row => new { row.Unit, row.Element, row.Week }, last => new { last.Unit, last.Element, last.Week }, (row, _) => row);
        var (isElement, isUnit) = (Codes.Matching(elements), Codes.Matching(units));
        return Count([.. (await Rows(rows).ToListAsync(cancellationToken)).Where(row => isElement(row.Element) && isUnit(row.Unit))]);
    }

    /// <summary>The values of so many weeks before a week, row by row as they are read, because there can be very many.</summary>
    /// <param name="units">Only these.</param>
    public async Task<IReadOnlyDictionary<(string Element, string Unit), IReadOnlyList<Figure>>> HistoryAsync(
        ReportingWeek week, int weeks, IReadOnlyCollection<string> units, CancellationToken cancellationToken)
    {
        var first = week.AddWeeks(-weeks).Key;
        var rows = db.Observations.Where(row => row.Week >= first && row.Week < week.Key);
        if (Codes.ForQuery(units) is { } wanted) rows = rows.Where(row => wanted.Contains(row.Unit));
        var isUnit = Codes.Matching(units);
        var newest = new Dictionary<(string Element, string Unit), List<(int Week, Origin Origin, int Revision, long Value)>>();
        await foreach (var row in Rows(rows).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!isUnit(row.Unit)) continue;
            if (!newest.TryGetValue((row.Element, row.Unit), out var known)) newest[(row.Element, row.Unit)] = known = [];
            var at = known.FindIndex(other => other.Week == row.Week);
            if (at < 0) known.Add((row.Week, row.Origin, row.Revision, row.Value));
            else if (IsBefore((row.Element, row.Unit, row.Week), (row.Origin, row.Revision), (known[at].Origin, known[at].Revision))) known[at] = (row.Week, row.Origin, row.Revision, row.Value);
        }

        return newest.ToDictionary(
            entry => entry.Key,
            entry => (IReadOnlyList<Figure>)[.. entry.Value.OrderByDescending(value => value.Week).Select(value => new Figure(value.Value, ReportingWeek.FromKey(value.Week)))]);
    }

    /// <summary>Picks the rows that count.</summary>
    public IReadOnlyList<T> Pick<T>(IEnumerable<T> rows, Func<T, (string Element, string Unit, int Week)> key, Func<T, (Origin Origin, int Revision)> order)
    {
        var counted = new Dictionary<(string, string, int), T>();
        foreach (var row in rows)
        {
            var at = key(row);
            if (!counted.TryGetValue(at, out var known) || IsBefore(at, order(row), order(known))) counted[at] = row;
        }

        return [.. counted.Values];
    }

    private bool IsBefore((string Element, string Unit, int Week) at, (Origin Origin, int Revision) one, (Origin Origin, int Revision) other) =>
        origins.IsBefore(at.Element, ReportingWeek.FromKey(at.Week), one, other);

    private IReadOnlyList<CountedValue> Count(IReadOnlyList<Row> rows) =>
    [
        .. Pick(rows, row => (row.Element, row.Unit, row.Week), row => (row.Origin, row.Revision))
            .Select(row => new CountedValue(row.Element, row.Unit, ReportingWeek.FromKey(row.Week), row.Value)),
    ];

    private static IQueryable<Row> Rows(IQueryable<ObservationEntity> rows) =>
        rows.Select(row => new Row(row.Element, row.Unit, row.Week, row.Origin, row.Revision, row.Value));

    private sealed record Row(string Element, string Unit, int Week, Origin Origin, int Revision, long Value);
}
