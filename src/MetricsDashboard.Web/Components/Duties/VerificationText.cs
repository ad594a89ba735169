using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Web.Components.Duties;

/// <summary>核对 as pages write it.</summary>
public static class VerificationText
{
    public static string Name(this VerificationKind kind) => kind switch
    {
        VerificationKind.Confirmed => "确认无误",
        VerificationKind.Objected => "提出异议",
        VerificationKind.Adopted => "采纳异议，发起更正",
        VerificationKind.Explained => "说明原因",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    public static string Style(this VerificationState state) => state switch
    {
        VerificationState.Confirmed => "good",
        VerificationState.Objected => "bad",
        VerificationState.Adopted => "near",
        _ => "plain-mark",
    };
}
