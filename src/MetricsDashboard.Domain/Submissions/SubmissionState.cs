namespace MetricsDashboard.Domain.Submissions;

/// <summary>States of a submission 报送 (design.md section 2).</summary>
public enum SubmissionState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>待本单位审核: sent by the unit's reporter, waits for its reviewer before the city sees it.</summary>
    CountyReview,

    /// <summary>已报送，待审核.</summary>
    Submitted,

    /// <summary>已接收: its values are observations.</summary>
    Accepted,

    /// <summary>已退回, with the reasons.</summary>
    Returned,

    /// <summary>已撤回 by the sender before anybody reviewed it.</summary>
    Withdrawn,

    /// <summary>已被重报替代: the same duty was sent again with other values before anybody reviewed this round.</summary>
    Replaced,
}

/// <summary>The Chinese names of states.</summary>
public static class SubmissionStateText
{
    /// <summary>The name on screen.</summary>
    public static string Name(this SubmissionState state) => state switch
    {
        SubmissionState.Draft => "草稿",
        SubmissionState.CountyReview => "待本单位审核",
        SubmissionState.Submitted => "已报送，待审核",
        SubmissionState.Accepted => "已接收",
        SubmissionState.Returned => "已退回",
        SubmissionState.Withdrawn => "已撤回",
        SubmissionState.Replaced => "已被重报替代",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
