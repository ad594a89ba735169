namespace MetricsDashboard.Domain.Cases;

/// <summary>Names on screen.</summary>
public static class CaseText
{
    /// <summary>The card's name.</summary>
    public static string Name(this Card card) => card switch
    {
        Card.None => "无牌",
        Card.Warning => "预警",
        Card.Yellow => "黄牌",
        Card.Red => "红牌",
        _ => throw new ArgumentOutOfRangeException(nameof(card), card, "Unknown card."),
    };

    /// <summary>The cause's name.</summary>
    public static string Name(this CardCause cause) => cause switch
    {
        CardCause.System => "系统问题",
        CardCause.Overdue => "超时未办",
        CardCause.NotReturned => "办结未回传",
        CardCause.StepOverdue => "环节超时",
        CardCause.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "Unknown cause."),
    };

    /// <summary>The status's name.</summary>
    public static string Name(this CaseStatus status) => status switch
    {
        CaseStatus.Open => "在办",
        CaseStatus.Completed => "办结",
        CaseStatus.Withdrawn => "撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };
}
