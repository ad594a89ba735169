using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Observations;

/// <summary>A value as it stands in a week.</summary>
/// <param name="Value">The count.</param>
/// <param name="From">The week it was reported for; earlier than the week where it was carried.</param>
public readonly record struct Figure(long Value, ReportingWeek From);

/// <summary>
/// What is known of a week: values reported for it, and for the others the newest value from before it. Whether an older value may
/// stand in is the element's rule, not decided here.
/// </summary>
public sealed class WeekFigures
{
    private readonly Dictionary<(string Element, string Unit), Figure> figures;

    /// <summary>Builds the figures of a week from counted values of it and of earlier weeks; later ones are ignored.</summary>
    public WeekFigures(ReportingWeek week, IEnumerable<CountedValue> values)
    {
        Week = week;
        figures = [];
        foreach (var value in values)
        {
            if (value.Week > week) continue;
            var key = (value.Element, value.Unit);
            if (!figures.TryGetValue(key, out var known) || known.From < value.Week) figures[key] = new Figure(value.Value, value.Week);
        }
    }

    /// <summary>The week.</summary>
    public ReportingWeek Week { get; }

    /// <summary>The newest value up to the week; null where nothing was ever reported.</summary>
    public Figure? Find(string element, string unit) => figures.TryGetValue((element, unit), out var figure) ? figure : null;

    /// <summary>The value reported for this very week; null where there is none.</summary>
    public long? Reported(string element, string unit) =>
        figures.TryGetValue((element, unit), out var figure) && figure.From == Week ? figure.Value : null;
}
