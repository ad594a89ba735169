namespace MetricsDashboard.Tests.Demonstration;

/// <summary>The figures of all weeks, by element and unit.</summary>
internal sealed class DemoFigures
{
    private readonly Dictionary<(string Element, string Unit), IReadOnlyList<long>> series = [];

    public IReadOnlyList<long> this[string element, string unit]
    {
        get => series[(element, unit)];
        set => series[(element, unit)] = value.Count == DemoParameters.WeekCount
            ? value
            : throw new InvalidOperationException($"{element} of {unit} has {value.Count} weeks.");
    }

    /// <summary>Sets the series of a rule that gives each week's value by its index, 0 for the first week.</summary>
    public IReadOnlyList<long> Set(string element, string unit, Func<int, long> value) =>
        this[element, unit] = [.. Enumerable.Range(0, DemoParameters.WeekCount).Select(value)];
}
