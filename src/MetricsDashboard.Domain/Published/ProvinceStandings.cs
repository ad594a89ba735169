using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;

namespace MetricsDashboard.Domain.Published;

/// <summary>A place in a provincial table with its position.</summary>
/// <param name="Row">As published.</param>
/// <param name="Position">The published rank, or the rank by the published values where no ranks were published; null where neither says one.</param>
/// <param name="IsOurs">Is it our city?</param>
/// <param name="Movement">Places won (positive) or lost since the table before; null where either position is unknown.</param>
/// <param name="Change">Value minus the value of the table before; null where either is unknown.</param>
public sealed record StandingPlace(PlaceRow Row, int? Position, bool IsOurs, int? Movement, decimal? Change);

/// <summary>The neighbours on one side of us: one place, or several that share a position.</summary>
/// <param name="Places">Their rows.</param>
/// <param name="Position">Their position.</param>
/// <param name="Distance">
/// From our displayed value to the nearest of theirs, 0 or more, in 百分点 or the indicator's unit; null where a value was not published.
/// </param>
public sealed record Neighbours(IReadOnlyList<PlaceRow> Places, int Position, decimal? Distance);

/// <summary>
/// Where our city stands in a provincial table: distances are of displayed values (design.md rule 7), the average is the published one or
/// none at all, and the median is called one.
/// </summary>
public sealed class ProvinceStandings
{
    private ProvinceStandings(Indicator indicator, ProvinceTable table, IReadOnlyList<StandingPlace> places)
    {
        Indicator = indicator;
        Table = table;
        Places = places;
        Ours = places.FirstOrDefault(place => place.IsOurs);
        Tied = Ours?.Position is { } position ? [.. places.Where(place => !place.IsOurs && place.Position == position).Select(place => place.Row)] : [];
        Ahead = Side(places.Where(place => place.Position < Ours?.Position), position => -position);
        Behind = Side(places.Where(place => place.Position > Ours?.Position), position => position);
        Median = table.Average is null ? Ranking.Median(table.Rows.Where(row => row.Value is not null).Select(row => row.Value!.Value)) : null;
    }

    /// <summary>The indicator.</summary>
    public Indicator Indicator { get; }

    /// <summary>The table.</summary>
    public ProvinceTable Table { get; }

    /// <summary>All places, the best first; those without a position at the end.</summary>
    public IReadOnlyList<StandingPlace> Places { get; }

    /// <summary>Our city; null where the table does not have it.</summary>
    public StandingPlace? Ours { get; }

    /// <summary>Other places on our position.</summary>
    public IReadOnlyList<PlaceRow> Tied { get; }

    /// <summary>上一位; null where nobody stands before us.</summary>
    public Neighbours? Ahead { get; }

    /// <summary>下一位; null where nobody stands behind us.</summary>
    public Neighbours? Behind { get; }

    /// <summary>
    /// The middle value, the lower of two, where the document states no average: always the value of a place, so that nothing is averaged.
    /// Null with an average, or below three values.
    /// </summary>
    public decimal? Median { get; }

    /// <summary>Our value minus the published average; null where either is not published.</summary>
    public decimal? ToAverage => Ours?.Row.Value - Table.Average;

    /// <summary>Our value minus <see cref="Median"/>.</summary>
    public decimal? ToMedian => Ours?.Row.Value - Median;

    /// <summary>Computes where a city stands.</summary>
    /// <param name="indicator">The indicator of the table.</param>
    /// <param name="city">Our city.</param>
    /// <param name="table">The table.</param>
    /// <param name="before">The table before, which movements are taken against; null for none.</param>
    public static ProvinceStandings Of(Indicator indicator, Unit city, ProvinceTable table, ProvinceTable? before)
    {
        ArgumentNullException.ThrowIfNull(city);
        ArgumentNullException.ThrowIfNull(table);
        var now = Positions(indicator, table);
        var then = before is null ? new Dictionary<string, int>() : Positions(indicator, before);
        var places = table.Rows.Select(row =>
        {
            var key = ProvinceTable.Plain(row.Place);
            var was = before?.Find(row.Place);
            int? position = now.TryGetValue(key, out var at) ? at : null;
            int? earlier = then.TryGetValue(key, out var stood) ? stood : null;
            return new StandingPlace(row, position, ProvinceTable.IsSame(row.Place, city.Name), Ranking.Movement(earlier, position), row.Value - was?.Value);
        });
        return new ProvinceStandings(indicator, table, [.. places.OrderBy(place => place.Position ?? int.MaxValue)]);
    }

    /// <summary>Published ranks where there are any; else the ranks of the values, if every place has one.</summary>
    private static IReadOnlyDictionary<string, int> Positions(Indicator indicator, ProvinceTable table)
    {
        if (table.Rows.Any(row => row.Rank is not null))
            return table.Rows.Where(row => row.Rank is not null).ToDictionary(row => ProvinceTable.Plain(row.Place), row => row.Rank!.Value);
        return table.Rows.All(row => row.Value is not null)
            ? Ranking.Of(table.Rows.Select(row => (ProvinceTable.Plain(row.Place), row.Value!.Value)), indicator.Direction)
            : new Dictionary<string, int>();
    }

    private Neighbours? Side(IEnumerable<StandingPlace> side, Func<int, int> nearness)
    {
        if (side.GroupBy(place => place.Position!.Value).MinBy(group => nearness(group.Key)) is not { } nearest) return null;
        var distances = nearest.Select(place => place.Row.Value - Ours?.Row.Value).Where(distance => distance is not null).Select(distance => Math.Abs(distance!.Value)).ToList();
        return new Neighbours([.. nearest.Select(place => place.Row)], nearest.Key, distances.Count > 0 ? distances.Min() : null);
    }
}
