using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Storage.Data;

/// <summary>The answer to an upload, kept so that it can be given again, and what the sender says to it.</summary>
internal static class OutcomeJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(IntakeOutcome outcome) => JsonSerializer.Serialize(outcome, Options);

    public static IntakeOutcome? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<IntakeOutcome>(json, Options);

    public static string Write(IReadOnlyList<WarningExplanation> explanations) => JsonSerializer.Serialize(explanations, Options);

    public static IReadOnlyList<WarningExplanation> ReadExplanations(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<WarningExplanation>>(json, Options) ?? [];
}
