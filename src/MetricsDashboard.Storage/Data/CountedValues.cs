using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>The values that count: of each origin the newest revision, of the origins the form before cases before manual entries.</summary>
internal static class CountedValues
{
    /// <summary>The values reported for a week itself.</summary>
    public static async Task<IReadOnlyList<CountedValue>> OfWeekAsync(MetricsDb db, int week, CancellationToken cancellationToken) =>
        Count(await Rows(db.Observations.Where(row => row.Week == week)).ToListAsync(cancellationToken));

    /// <summary>For each element and unit the newest value from before a week.</summary>
    /// <param name="elements">Only these; null for all.</param>
    /// <param name="units">Only these; null for all.</param>
    public static async Task<IReadOnlyList<CountedValue>> BeforeAsync(
        MetricsDb db, int week, IReadOnlyCollection<string>? elements, IReadOnlyCollection<string>? units, CancellationToken cancellationToken)
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
    public static async Task<IReadOnlyDictionary<(string Element, string Unit), IReadOnlyList<Figure>>> HistoryAsync(
        MetricsDb db, ReportingWeek week, int weeks, IReadOnlyCollection<string> units, CancellationToken cancellationToken)
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
            else if (IsBefore((row.Origin, row.Revision), (known[at].Origin, known[at].Revision))) known[at] = (row.Week, row.Origin, row.Revision, row.Value);
        }

        return newest.ToDictionary(
            entry => entry.Key,
            entry => (IReadOnlyList<Figure>)[.. entry.Value.OrderByDescending(value => value.Week).Select(value => new Figure(value.Value, ReportingWeek.FromKey(value.Week)))]);
    }

    /// <summary>Picks the rows that count.</summary>
    public static IReadOnlyList<T> Pick<T>(IEnumerable<T> rows, Func<T, (string Element, string Unit, int Week)> key, Func<T, (Origin Origin, int Revision)> order)
    {
        var counted = new Dictionary<(string, string, int), T>();
        foreach (var row in rows)
        {
            if (!counted.TryGetValue(key(row), out var known) || IsBefore(order(row), order(known))) counted[key(row)] = row;
        }

        return [.. counted.Values];
    }

    private static bool IsBefore((Origin Origin, int Revision) one, (Origin Origin, int Revision) other) =>
        one.Origin < other.Origin || (one.Origin == other.Origin && one.Revision > other.Revision);

    private static IReadOnlyList<CountedValue> Count(IReadOnlyList<Row> rows) =>
    [
        .. Pick(rows, row => (row.Element, row.Unit, row.Week), row => (row.Origin, row.Revision))
            .Select(row => new CountedValue(row.Element, row.Unit, ReportingWeek.FromKey(row.Week), row.Value)),
    ];

    private static IQueryable<Row> Rows(IQueryable<ObservationEntity> rows) =>
        rows.Select(row => new Row(row.Element, row.Unit, row.Week, row.Origin, row.Revision, row.Value));

    private sealed record Row(string Element, string Unit, int Week, Origin Origin, int Revision, long Value);
}
