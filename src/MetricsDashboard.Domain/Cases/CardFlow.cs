namespace MetricsDashboard.Domain.Cases;

/// <summary>What became of a card within a week.</summary>
public enum CardFlow
{
    /// <summary>新增: the case has it at the end and had none such at the beginning.</summary>
    New,

    /// <summary>存续: it has it at both.</summary>
    Standing,

    /// <summary>消除: it had it at the beginning and has none such at the end.</summary>
    Cleared,
}
