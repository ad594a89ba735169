namespace MetricsDashboard.Domain.Indicators;

/// <summary>
/// How many of the units that were asked stand behind a value (design.md rule 3). Counted in asked units: a county counts once, however
/// many townships its form has. Units that were not asked are neither missing nor expected.
/// </summary>
/// <param name="Reported">Reported for this week.</param>
/// <param name="Carried">Did not report; an earlier value stands in.</param>
/// <param name="Expected">Were asked.</param>
public readonly record struct Coverage(int Reported, int Carried, int Expected)
{
    /// <summary>Units without any value: the total leaves them out.</summary>
    public int Missing => Expected - Reported - Carried;

    /// <summary>Every asked unit stands behind the value, carried ones included.</summary>
    public bool IsWhole => Missing == 0 && Expected > 0;

    /// <summary>Every asked unit reported for this week.</summary>
    public bool IsReported => Reported == Expected && Expected > 0;

    /// <summary>Earlier values stand in for some asked units.</summary>
    public bool HasCarried => Carried > 0;

    /// <summary>Nobody reported for this week and every asked unit has an earlier value: the whole total is an earlier one.</summary>
    public bool IsAllCarried => Carried == Expected && Expected > 0;
}
