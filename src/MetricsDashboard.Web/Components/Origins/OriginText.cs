using System.Globalization;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Components.Origins;

/// <summary>Where a value came from and how far two origins differ, in words.</summary>
internal static class OriginText
{
    public static string Name(this Origin origin) => origin switch
    {
        Origin.Form => "报表报送",
        Origin.Cases => "办件数据",
        Origin.Manual => "市专班录入",
        _ => "系统写入",
    };

    /// <summary>按办件数据为551件，相差3件; empty where the two agree or there is no other.</summary>
    public static string Remark(long? sent, long? fromCases, string measure) => sent is { } one && fromCases is { } other && one != other
        ? string.Create(CultureInfo.InvariantCulture, $"按办件数据为{other}{measure}，相差{Math.Abs(one - other)}{measure}")
        : "";

    public static string Difference(OriginDifference row) => row.Difference switch
    {
        0 => "0",
        > 0 and var more => string.Create(CultureInfo.InvariantCulture, $"+{more}"),
        var less => string.Create(CultureInfo.InvariantCulture, $"−{-less}"),
    };

    /// <summary>The difference in percent of what the cases give; — where they give 0.</summary>
    public static string Share(OriginDifference row) => new Ratio(row.Difference, row.FromCases).Percent(2) switch
    {
        null => FigureText.None,
        0 => "0.00%",
        > 0 and var more => string.Create(CultureInfo.InvariantCulture, $"+{more:F2}%"),
        { } less => string.Create(CultureInfo.InvariantCulture, $"−{-less:F2}%"),
    };

    /// <summary>9月27日24:00: midnight ends a day.</summary>
    public static string Until(DateTimeOffset moment)
    {
        var local = BusinessClock.Local(moment);
        var day = DateOnly.FromDateTime(local.DateTime);
        return local.TimeOfDay == TimeSpan.Zero ? $"{WeekText.Day(day.AddDays(-1))}24:00" : $"{WeekText.Day(day)}{local:HH:mm}";
    }
}
