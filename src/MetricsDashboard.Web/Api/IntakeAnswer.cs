using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Web.Api;

/// <summary>What an intake answers, by interface and command line alike (design.md section 9).</summary>
public sealed record IntakeAnswer(
    Guid Id,
    IReadOnlyList<SubmissionReceipt> Submissions,
    IntakeStatus Status,
    int Read,
    int Created,
    int Revised,
    int Unchanged,
    int Held,
    int Rejected,
    IReadOnlyList<IssueAnswer> Issues)
{
    public static IntakeAnswer Of(IntakeOutcome outcome)
    {
        var counts = outcome.Counts;
        return new IntakeAnswer(
            outcome.Id, outcome.Submissions, outcome.Status, counts.Read, counts.Created, counts.Revised, counts.Unchanged, counts.Held, counts.Rejected,
            [.. outcome.Issues.Select(IssueAnswer.Of)]);
    }

    /// <summary>200 stored or dry run, 422 refused, 403 another's unit, 409 wrong state.</summary>
    public static int StatusCode(IntakeOutcome outcome) => outcome switch
    {
        { Status: not IntakeStatus.Refused } => StatusCodes.Status200OK,
        { Forbidden: true } => StatusCodes.Status403Forbidden,
        _ when outcome.Issues.Any(issue => issue.Code == IssueCodes.AlreadyAccepted) => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}

/// <summary>One thing found. The codes that an issue also carries are for keeping explanations beside it, not for senders.</summary>
public sealed record IssueAnswer(
    Severity Severity, string Code, string? Sheet, string? Cell, string? Unit, string? Element, string? Value, string Message)
{
    public static IssueAnswer Of(IntakeIssue issue) =>
        new(issue.Severity, issue.Code, issue.Sheet, issue.Cell, issue.Unit, issue.Element, issue.Value, issue.Message);
}
