using System.Globalization;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Api;

/// <summary>ISO 8601 times as the interface takes them: without an offset they are meant in Asia/Shanghai.</summary>
public static class IsoTime
{
    private static readonly string[] WithOffset = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        moment = default;
        // In a query a plus sign arrives as a space.
        var written = text.Trim().Replace(' ', '+');
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            moment = BusinessClock.At(day, 0);
            return true;
        }

        if (!DateTime.TryParseExact(written, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)) return false;
        if (time.Kind is DateTimeKind.Unspecified)
        {
            moment = new DateTimeOffset(time, BusinessClock.Zone.GetUtcOffset(time));
            return true;
        }

        return DateTimeOffset.TryParseExact(written, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);
    }
}
