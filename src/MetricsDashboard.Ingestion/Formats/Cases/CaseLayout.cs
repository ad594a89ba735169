using System.Collections.ObjectModel;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>How a source writes its cases.</summary>
public sealed record CaseLayout
{
    /// <summary>Our own names, a list at the top.</summary>
    public static CaseLayout Own { get; } = new();

    /// <summary>What the source calls its columns, with our names; a column that is not named here is known by our name.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Where the list lies within a JSON document (data.items); empty for a list at the top.</summary>
    public string Path { get; init; } = "";

    /// <summary>What stands before each place: 第3页.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The source's name of a column that is told to <see cref="OnMark"/> row by row; empty for none.</summary>
    public string MarkField { get; init; } = "";

    /// <summary>Is told the text of <see cref="MarkField"/>.</summary>
    public Action<string>? OnMark { get; init; }
}
