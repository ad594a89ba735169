using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Api;

/// <summary>How answers are written: camelCase, enum members by name, weeks as 2020-W39, Chinese unescaped.</summary>
public static class ApiJson
{
    public static JsonSerializerOptions Indented { get; } = Create();

    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new WeekConverter());
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions { WriteIndented = true };
        Configure(options);
        return options;
    }

    private sealed class WeekConverter : JsonConverter<ReportingWeek>
    {
        public override ReportingWeek Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ReportingWeek.TryParse(reader.GetString(), out var week) ? week : throw new JsonException("Not a week.");

        public override void Write(Utf8JsonWriter writer, ReportingWeek value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
