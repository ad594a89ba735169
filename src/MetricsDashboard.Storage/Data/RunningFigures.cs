using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Data;

/// <summary>
/// What is known week after week: the newest value of every element and unit is kept in memory, so that each further week costs one query.
/// </summary>
internal sealed class RunningFigures
{
    private readonly CountedValues values;
    private readonly Dictionary<(string Element, string Unit), CountedValue> newest = [];

    private RunningFigures(CountedValues values) => this.values = values;

    /// <summary>The figures of the week before the next <see cref="AdvanceAsync"/>.</summary>
    public WeekFigures? Last { get; private set; }

    /// <summary>
    /// Stands at <paramref name="before"/>, the week before <paramref name="from"/>. Of earlier weeks only what may stand in is read: elements that are carried,
    /// where neither of the two weeks has a value.
    /// </summary>
    public static async Task<RunningFigures> BeforeAsync(
        MetricsDb db, Catalogue catalogue, ReportingWeek from, ReportingWeek before, CancellationToken cancellationToken)
    {
        var values = await CountedValues.OpenAsync(db, cancellationToken);
        var running = new RunningFigures(values);
        var previous = await values.OfWeekAsync(before.Key, cancellationToken);
        var present = (await values.OfWeekAsync(from.Key, cancellationToken)).Concat(previous)
            .Select(value => (value.Element, value.Unit)).ToHashSet();
        var open = catalogue.Elements.Where(element => element.WhenMissing is WhenMissing.Carry)
            .SelectMany(element => catalogue.Units.Where(unit => element.IsSystem || element.ObservedAt.Contains(unit.Kind)).Select(unit => (Element: element.Code, Unit: unit.Code)))
            .Where(pair => !present.Contains(pair)).ToList();
        if (open.Count > 0)
        {
            var elements = open.Select(pair => pair.Element).Distinct(StringComparer.Ordinal).ToList();
            var units = open.Select(pair => pair.Unit).Distinct(StringComparer.Ordinal).ToList();
            running.Take(await values.BeforeAsync(before.Key, elements, units, cancellationToken));
        }

        running.Take(previous);
        running.Last = new WeekFigures(before, running.newest.Values);
        return running;
    }

    public async Task<WeekFigures> AdvanceAsync(ReportingWeek week, CancellationToken cancellationToken)
    {
        Take(await values.OfWeekAsync(week.Key, cancellationToken));
        return Last = new WeekFigures(week, newest.Values);
    }

    private void Take(IEnumerable<CountedValue> taken)
    {
        foreach (var value in taken) newest[(value.Element, value.Unit)] = value;
    }
}
