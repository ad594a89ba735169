namespace MetricsDashboard.Domain.Cases;

/// <summary>What the electronic supervision has shown a case (domain.md 1.2), in the order of severity.</summary>
public enum Card
{
    /// <summary>无牌.</summary>
    None,

    /// <summary>预警: the promised time is nearly over.</summary>
    Warning,

    /// <summary>黄牌: the promised time is over.</summary>
    Yellow,

    /// <summary>红牌: the statutory time is over.</summary>
    Red,
}

/// <summary>Why a card was shown, 发牌原因 (domain.md 1.2).</summary>
public enum CardCause
{
    /// <summary>系统问题: shown by mistake; the provincial administrator has to take it back.</summary>
    System,

    /// <summary>超时未办.</summary>
    Overdue,

    /// <summary>办结未回传: completed, and the result was not reported back.</summary>
    NotReturned,

    /// <summary>环节超时: one step took too long.</summary>
    StepOverdue,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>Where a case stands.</summary>
public enum CaseStatus
{
    /// <summary>在办.</summary>
    Open,

    /// <summary>办结.</summary>
    Completed,

    /// <summary>撤回: given up by the applicant, or not accepted after all.</summary>
    Withdrawn,
}
