using System.Collections.ObjectModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using MetricsDashboard.Ingestion.Formats.Cases;

namespace MetricsDashboard.Ingestion.Sources;

/// <summary>What was set of a source, as texts; and what it calls our columns. Its secret is not among it.</summary>
public sealed class SourceSettings
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>By the name of the <see cref="SourceField"/>; what is not here has its default.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The source's name of a column, and ours.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The text of a setting, or its default.</summary>
    public string this[SourceField field] => Values.TryGetValue(field.Name, out var text) && text.Trim() is { Length: > 0 } known ? known : field.Default;

    public static SourceSettings FromJson(string json) => JsonSerializer.Deserialize<SourceSettings>(json, Json) ?? new SourceSettings();

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    internal long Number(SourceField field) => long.TryParse(this[field], out var number) ? number : 0;

    internal bool IsSet(SourceField field) => string.Equals(this[field], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>How the source writes its cases.</summary>
    public CaseLayout Layout => new() { Fields = Fields };
}
