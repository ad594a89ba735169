namespace MetricsDashboard.Domain.Submissions;

/// <summary>What a unit says with a form.</summary>
public enum SubmissionBasis
{
    /// <summary>The values of a file or a page.</summary>
    Values,

    /// <summary>与上周一致: every value is the last one.</summary>
    Unchanged,

    /// <summary>零报告: nothing happened within the week; states are as they were.</summary>
    Nothing,
}
