using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Observations;

/// <summary>Which origin of an element's values counts from a week on, where there are several.</summary>
/// <param name="Element">Code of the element.</param>
/// <param name="FromWeek">The first week that it holds for; a later setting of the element ends it.</param>
/// <param name="Origin"><see cref="Origin.Form"/> or <see cref="Origin.Cases"/>.</param>
public readonly record struct OriginSetting(string Element, ReportingWeek FromWeek, Origin Origin);

/// <summary>
/// Of several values of one element × unit × week the one that counts (design.md 5a): of an origin the newest revision, of the origins the
/// one that is set for the element and week; for the rest, and where nothing is set, the form before cases before manual entries.
/// </summary>
public sealed class OriginSettings
{
    private readonly Dictionary<string, OriginSetting[]> settings;

    /// <summary>Of several settings of one element and week the last given holds.</summary>
    public OriginSettings(IEnumerable<OriginSetting> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings.GroupBy(setting => setting.Element, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => group.GroupBy(setting => setting.FromWeek).Select(same => same.Last()).OrderByDescending(setting => setting.FromWeek).ToArray(),
            StringComparer.Ordinal);
    }

    /// <summary>Nothing is set.</summary>
    public static OriginSettings None { get; } = new([]);

    /// <summary>Is nothing set?</summary>
    public bool IsEmpty => settings.Count == 0;

    /// <summary>Which of some values count: of those of one element, unit and week exactly one.</summary>
    public IReadOnlySet<Observation> Counting(IEnumerable<Observation> values) => values
        .GroupBy(value => (value.Element, value.Unit, value.Week))
        .Select(group => group.Aggregate((best, other) => IsBefore(other.Element, other.Week, (other.Origin, other.Revision), (best.Origin, best.Revision)) ? other : best))
        .ToHashSet();

    /// <summary>The setting in force in a week; null where nothing is set.</summary>
    public OriginSetting? InForce(string element, ReportingWeek week)
    {
        if (!settings.TryGetValue(element, out var known)) return null;
        foreach (var setting in known)
        {
            if (setting.FromWeek <= week) return setting;
        }

        return null;
    }

    /// <summary>The origin that counts in a week before all others.</summary>
    public Origin First(string element, ReportingWeek week) => InForce(element, week)?.Origin ?? Origin.Form;

    /// <summary>Does one value count before the other, both of the same element, unit and week?</summary>
    public bool IsBefore(string element, ReportingWeek week, (Origin Origin, int Revision) one, (Origin Origin, int Revision) other)
    {
        if (one.Origin == other.Origin) return one.Revision > other.Revision;
        var first = First(element, week);
        if (one.Origin == first || other.Origin == first) return one.Origin == first;
        return one.Origin < other.Origin;
    }
}
