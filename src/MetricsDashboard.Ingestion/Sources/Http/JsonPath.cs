using System.Text;
using System.Text.Json;

namespace MetricsDashboard.Ingestion.Sources.Http;

/// <summary>Finds a value under names of a JSON document.</summary>
internal static class JsonPath
{
    /// <summary>The text or number at a path such as data.next; null where there is none, or it is null.</summary>
    /// <exception cref="JsonException">The document is broken before it.</exception>
    public static string? Find(ReadOnlySpan<byte> json, string path)
    {
        if (json is [0xEF, 0xBB, 0xBF, ..]) json = json[3..];
        var names = path.Split('.');
        var found = 0;
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is not JsonTokenType.PropertyName || reader.CurrentDepth != found + 1)
            {
                if (reader.TokenType is JsonTokenType.EndObject && reader.CurrentDepth <= found) return null;
                continue;
            }

            var isNamed = reader.ValueTextEquals(names[found]);
            reader.Read();
            if (!isNamed) reader.Skip();
            else if (++found == names.Length) return Text(ref reader);
            else if (reader.TokenType is not JsonTokenType.StartObject) return null;
        }

        return null;
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString() is { Length: > 0 } text ? text : null,
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => null,
    };
}
