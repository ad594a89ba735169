using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MetricsDashboard.Storage.Configurations;

/// <summary>Moments are stored in UTC to the millisecond on both databases; SQLite can neither order nor compare offsets.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(value => Utc(value), value => Moment(value))
{
    private static DateTime Utc(DateTimeOffset value) => new(value.UtcTicks - value.UtcTicks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);

    private static DateTimeOffset Moment(DateTime value) => new(DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
