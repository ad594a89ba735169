using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Components.Sources;

/// <summary>States and times of runs as a page writes them.</summary>
public static class RunMarks
{
    /// <summary>The colour beside the state.</summary>
    public static string Style(this RunState state) => state switch
    {
        RunState.Done => "good",
        RunState.Failed or RunState.Refused => "bad",
        RunState.Cancelled => "near",
        _ => "plain-mark",
    };

    public static string Standing(this RunRow run) => run.State is RunState.Running && run.CancelledBy is not null ? "正在取消" : run.State.Name();

    /// <summary>How long it took, or has taken so far: 3秒; 2分05秒; 1小时12分.</summary>
    public static string Duration(this RunRow run, DateTimeOffset now)
    {
        var time = (run.FinishedAt ?? now) - run.StartedAt;
        if (time < TimeSpan.Zero) time = TimeSpan.Zero;
        if (time.TotalSeconds < 1) return "不到1秒";
        if (time.TotalMinutes < 1) return $"{time.Seconds}秒";
        return time.TotalHours < 1 ? $"{time.Minutes}分{time.Seconds:00}秒" : $"{(int)time.TotalHours}小时{time.Minutes:00}分";
    }

    /// <summary>How much of it is done, in percent; null where nobody knows how much there is.</summary>
    public static double? Percent(this RunRow run) => run.Expected is > 0 and var expected ? Math.Min(100, 100.0 * run.Counts.Read / expected) : null;

    /// <summary>
    /// A run that broke off can be begun again, but for what was sent to us, what the sweep takes up by itself, and a refused file, which lies aside and
    /// would not be asked for.
    /// </summary>
    public static bool IsRepeatable(this RunRow run) =>
        (run.State is RunState.Failed or RunState.Cancelled || (run.State is RunState.Refused && run.FileName is null)) && run.Trigger is not (RunTrigger.Push or RunTrigger.Terms or RunTrigger.Upload);

    public static bool HasTools(this RunRow run) => run.IsCancellable() || run.IsRepeatable() || run.UploadId is not null;

    /// <summary>Rows that waited would be taken up again by the sweep at once.</summary>
    public static bool IsCancellable(this RunRow run) => run.State is RunState.Running && run.CancelledBy is null && run.Trigger is not RunTrigger.Terms;
}
