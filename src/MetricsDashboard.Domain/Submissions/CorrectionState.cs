namespace MetricsDashboard.Domain.Submissions;

/// <summary>States of a request to correct an accepted value 更正申请.</summary>
public enum CorrectionState
{
    /// <summary>待审批.</summary>
    Requested,

    /// <summary>已更正: the new value is a further revision of the observation.</summary>
    Approved,

    /// <summary>未同意, with the reason.</summary>
    Rejected,
}

/// <summary>The Chinese names of the states.</summary>
public static class CorrectionStateText
{
    /// <summary>The name on screen.</summary>
    public static string Name(this CorrectionState state) => state switch
    {
        CorrectionState.Requested => "待审批",
        CorrectionState.Approved => "已更正",
        CorrectionState.Rejected => "未同意",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
