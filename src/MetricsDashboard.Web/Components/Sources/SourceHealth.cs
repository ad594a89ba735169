using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Controls;

namespace MetricsDashboard.Web.Components.Sources;

/// <summary>How a source is, in words and with a colour.</summary>
/// <param name="Text">On screen.</param>
/// <param name="Style">The colour beside the words.</param>
public sealed record SourceHealth(string Text, string Style)
{
    /// <summary>A source that brought nothing for so many days is suspicious, whatever its runs say.</summary>
    public const int LongestSilence = 2;

    public static SourceHealth Of(SourceRow source, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.Enabled) return new SourceHealth("停用", "plain-mark");
        if (source.FailingSince is { } since) return new SourceHealth($"连续失败{source.Failures}次，自{Moments.Text(since)}起", "bad");
        if (source.LastSuccessAt is not { } last) return new SourceHealth("从未成功", "near");
        var silent = (now - last).Days;
        return silent >= LongestSilence ? new SourceHealth($"超过{silent}天没有数据", "near") : new SourceHealth("正常", "good");
    }
}
