using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Components.Uploads;

/// <summary>States, channels and severities as a page writes them.</summary>
public static class UploadText
{
    public static string Name(this IntakeStatus status) => status switch
    {
        IntakeStatus.Queued => "排队中",
        IntakeStatus.Processing => "处理中",
        IntakeStatus.Stored => "已报送",
        IntakeStatus.Checked => "待确认报送",
        IntakeStatus.Refused => "未通过检查，全部未保存",
        IntakeStatus.Failed => "处理失败，未保存",
        IntakeStatus.Discarded => "已放弃，未报送",
        IntakeStatus.Unmapped => "待对应各列",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>What the system composed for its sender has no ending that says anything to people.</summary>
    public static string FileName(string name) => name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? name[..^".json".Length] : name;

    public static string Style(this IntakeStatus status) => status switch
    {
        IntakeStatus.Stored => "stored",
        IntakeStatus.Discarded => "soft",
        IntakeStatus.Refused or IntakeStatus.Failed => "refused",
        _ => "waiting",
    };

    public static bool IsFinished(this IntakeStatus status) => status is not (IntakeStatus.Queued or IntakeStatus.Processing);

    public static string Name(this Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "提醒",
        Severity.Note => "说明",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "Unknown severity."),
    };

    public static string Style(this Severity severity) => severity switch
    {
        Severity.Error => "refused",
        Severity.Warning => "warning",
        _ => "soft",
    };

    /// <summary>Does the sender have to say something to it?</summary>
    public static bool WantsExplanation(this IntakeIssue issue) => issue.Severity is Severity.Warning;

    public static string Name(this UploadChannel channel) => channel switch
    {
        UploadChannel.Web => "网页",
        UploadChannel.Api => "接口",
        UploadChannel.CommandLine => "命令行",
        UploadChannel.Job => "后台任务",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Unknown channel."),
    };

    /// <summary>What the sender said in one action; null for values, which go without saying.</summary>
    public static string? Name(this SubmissionBasis basis) => basis switch
    {
        SubmissionBasis.Values => null,
        SubmissionBasis.Unchanged => "与上周一致",
        SubmissionBasis.Nothing => "零报告",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Unknown basis."),
    };

    /// <summary>How it came, with what was said in one action.</summary>
    public static string Way(this UploadView upload) => upload.Basis.Name() is { } basis ? $"{upload.Channel.Name()}（{basis}）" : upload.Channel.Name();

    public static string Size(int bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : $"{bytes / 1024m / 1024m:0.0} MB";
}
