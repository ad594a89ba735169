using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Api;

/// <summary>A submission with its values.</summary>
internal sealed record SubmissionAnswer(
    Guid Id, Guid UploadId, string Unit, string Form, ReportingWeek Week, int Round, SubmissionState Status, string SentBy, DateTimeOffset SentAt, bool OnTime,
    string? DecidedBy, DateTimeOffset? DecidedAt, string? Reason, IReadOnlyList<SubmissionValueAnswer> Values)
{
    public static SubmissionAnswer Of(SubmissionView view)
    {
        var row = view.Row;
        return new SubmissionAnswer(
            row.Id, row.UploadId, row.Unit.Code, row.Form.Code, row.Week, row.Round, row.State, row.SentBy, BusinessClock.Local(row.SentAt), row.OnTime,
            row.DecidedBy, row.DecidedAt is { } at ? BusinessClock.Local(at) : null, row.Reason, [.. view.Values.Select(SubmissionValueAnswer.Of)]);
    }
}

/// <summary>A value as it was sent, beside last week's.</summary>
internal sealed record SubmissionValueAnswer(string Unit, string Element, long? Value, long? LastWeek, string? Sheet, string? Cell)
{
    public static SubmissionValueAnswer Of(SubmissionValueView value) => new(
        value.Unit.Code, value.Element.Code, value.Value, value.LastWeek, value.Place.Sheet, value.Place.Cell);
}
