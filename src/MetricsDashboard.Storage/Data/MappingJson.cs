using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Storage.Entities;

namespace MetricsDashboard.Storage.Data;

/// <summary>What a mapping says, kept as one document. Source and form stand in columns of their own.</summary>
internal static class MappingJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ColumnMapping mapping) => JsonSerializer.Serialize(new Content(mapping.Sheet, mapping.HeaderRow, mapping.Columns, mapping.Units), Options);

    public static ColumnMapping Read(IntakeMappingEntity row, string source)
    {
        var content = JsonSerializer.Deserialize<Content>(row.Content, Options) ?? throw new InvalidDataException($"Mapping {row.Id} has no content.");
        return new ColumnMapping(source, row.Form, content.Sheet, content.HeaderRow, content.Columns, content.Units);
    }

    private sealed record Content(string? Sheet, int HeaderRow, IReadOnlyList<MappedColumn> Columns, IReadOnlyList<UnitChoice> Units);
}
