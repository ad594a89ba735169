using MetricsDashboard.Domain.Sources;

namespace MetricsDashboard.Storage.Stores;

/// <summary>数据源 with its health.</summary>
/// <param name="Kind">Code of its kind.</param>
/// <param name="Settings">As JSON, what its kind asks for; null for none.</param>
/// <param name="HasSecret">Is a password or token kept?</param>
/// <param name="FailingSince">Since when every run failed; null while it is well.</param>
/// <param name="Notes">What the last look left alone, a line each.</param>
/// <param name="Held">Rows that wait until somebody explains a word.</param>
public sealed record SourceRow(
    Guid Id, string Name, string Kind, bool Enabled, string? Schedule, string? Settings, bool HasSecret, string? Cursor, DateTimeOffset? LastRunAt, DateTimeOffset? LastSuccessAt,
    DateTimeOffset? FailingSince, int Failures, string? Notes, int Held, string? ChangedBy, DateTimeOffset? ChangedAt, int Version)
{
    /// <summary>When it is asked next; null where it is not asked at all.</summary>
    public DateTimeOffset? NextRunAt(DateTimeOffset now) => !Enabled || !SourceSchedule.TryParse(Schedule, out var schedule)
        ? null
        : LastRunAt is { } last && (Failures > 0 ? schedule.RetryAt(last, Failures) : schedule.NextAfter(last)) is var next && next > now ? next : now;
}

/// <summary>What an administrator says of a source.</summary>
/// <param name="Secret">Encrypted; null keeps what is there, empty forgets it.</param>
public sealed record SourceSettingsEntry(string Name, string Kind, bool Enabled, string? Schedule, string? Settings, string? Secret);
