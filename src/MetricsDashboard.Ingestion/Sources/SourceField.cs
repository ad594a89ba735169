namespace MetricsDashboard.Ingestion.Sources;

/// <summary>How a setting is typed.</summary>
public enum SourceFieldKind
{
    Text,

    /// <summary>A whole number from 0.</summary>
    Number,

    /// <summary>One of <see cref="SourceField.Choices"/>.</summary>
    Choice,

    /// <summary>Not among the settings: kept apart and encrypted, never shown again.</summary>
    Secret,

    /// <summary>true, false.</summary>
    Bool,
}

/// <summary>A value of a choice, with its name on screen.</summary>
public sealed record SourceChoice(string Value, string Name);

/// <summary>A setting that a kind of source asks for.</summary>
/// <param name="Name">By which it is kept.</param>
/// <param name="Label">On screen.</param>
/// <param name="Help">A sentence under the field.</param>
/// <param name="Kind">How it is typed.</param>
public sealed record SourceField(string Name, string Label, string Help, SourceFieldKind Kind = SourceFieldKind.Text)
{
    /// <summary>Can it not be left blank?</summary>
    public bool IsRequired { get; init; }

    /// <summary>What holds where it is blank.</summary>
    public string Default { get; init; } = "";

    public IReadOnlyList<SourceChoice> Choices { get; init; } = [];

    /// <summary>Smallest and largest number.</summary>
    public (long Least, long Most) Range { get; init; } = (0, int.MaxValue);
}
