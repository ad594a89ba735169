namespace MetricsDashboard.Web.Tests.Sources;

/// <summary>
/// What goes wrong at the provincial system, by a seed. What is wrong with the transport heals when a page is asked for again; what is
/// wrong with the rows stays.
/// </summary>
internal sealed record ProvinceFaults(int Seed = 1)
{
    public static ProvinceFaults None { get; } = new();

    public static ProvinceFaults All { get; } = new()
    {
        Slow = true,
        Errors = true,
        Truncated = true,
        DuplicatedPages = true,
        WrongTypes = true,
        UnknownWords = true,
        VersionsOutOfOrder = true,
        ClockOff = TimeSpan.FromHours(-3),
    };

    /// <summary>Bodies come in small pieces.</summary>
    public bool Slow { get; init; }

    /// <summary>The first answer of some pages never comes; <see cref="ProvinceServer.Hanging"/> is told.</summary>
    public bool Hangs { get; init; }

    /// <summary>500, and 503 with Retry-After.</summary>
    public bool Errors { get; init; }

    /// <summary>The connection ends before Content-Length is reached.</summary>
    public bool Truncated { get; init; }

    /// <summary>The page before is given once more instead of the one asked for.</summary>
    public bool DuplicatedPages { get; init; }

    /// <summary>Some rows have numbers for texts, which is harmless, some an object, which is not.</summary>
    public bool WrongTypes { get; init; }

    /// <summary>Some rows have a unit or a cause that nobody knows.</summary>
    public bool UnknownWords { get; init; }

    /// <summary>Later versions of a case before earlier ones.</summary>
    public bool VersionsOutOfOrder { get; init; }

    /// <summary>By how much the Date header and updated_at are off.</summary>
    public TimeSpan ClockOff { get; init; }
}
