namespace MetricsDashboard.Domain.Cases;

/// <summary>What somebody says of a case with a card.</summary>
public enum CaseNoteKind
{
    /// <summary>已查: the task force has looked into it.</summary>
    Checked,

    /// <summary>更正发牌原因: the task force says what the cause is, and why.</summary>
    Cause,

    /// <summary>情况说明: the unit tells the cause, and until when it will be put right.</summary>
    Statement,

    /// <summary>异议: the unit says that the card was shown by mistake 系统问题.</summary>
    Objection,

    /// <summary>异议成立, answered by the task force.</summary>
    Upheld,

    /// <summary>异议不成立, answered by the task force with a reason.</summary>
    Rejected,
}
