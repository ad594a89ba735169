using System.Globalization;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Ingestion.Sources.Http;

/// <summary>
/// The greatest time or number that a source's rows carry, from which the next pull goes on. By the source's own clock, never ours: a
/// time that lies ahead of the source itself is a slip, and would hide everything until then.
/// </summary>
internal sealed class GreatestMark(string? before)
{
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    /// <summary>Null where there was none before and none came.</summary>
    public string? Text { get; private set; } = before;

    /// <summary>What the source's clock shows; null where it does not say.</summary>
    public DateTimeOffset? Present { get; set; }

    /// <summary>The first one that was left out.</summary>
    public string? LeftOut { get; private set; }

    public void Take(string text)
    {
        text = text.Trim();
        if (text.Length == 0) return;
        if (Time(text) > Present + Slack) LeftOut ??= text;
        else if (Text is null || Compare(text, Text) > 0) Text = text;
    }

    private static int Compare(string one, string other)
    {
        if (decimal.TryParse(one, NumberStyles.Number, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(other, NumberStyles.Number, CultureInfo.InvariantCulture, out var b)) return a.CompareTo(b);
        return Time(one) is { } earlier && Time(other) is { } later ? earlier.CompareTo(later) : string.CompareOrdinal(one, other);
    }

    private static DateTimeOffset? Time(string text)
    {
        // A number is no time, though a short one could be read as one.
        if (text.All(char.IsAsciiDigit) || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)) return null;
        return moment.Kind is DateTimeKind.Unspecified ? new DateTimeOffset(moment, ChinaTime.Offset) : new DateTimeOffset(moment);
    }
}
