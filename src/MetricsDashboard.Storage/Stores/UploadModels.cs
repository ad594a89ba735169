using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Stores;

public enum UploadChannel
{
    Web,
    Api,
    CommandLine,
    Job,
}

public sealed record NewUpload(string FileName, byte[] Bytes, string? Form, string? Unit, ReportingWeek? Week, UploadChannel Channel);

/// <summary>An upload that this worker alone may process until its lease ends.</summary>
public sealed record ClaimedUpload(Guid Id, string FileName, byte[] Bytes, string? Form, string? Unit, ReportingWeek? Week, Actor Sender, DateTimeOffset SentAt, int Attempts)
{
    public IntakeRequest Request => new(Sender, Form, Unit, Week);
}

/// <param name="FailureReference">What the log knows the failure by; null where nothing failed.</param>
public sealed record UploadView(
    Guid Id,
    string FileName,
    int Size,
    string Sha256,
    UploadChannel Channel,
    string SentBy,
    DateTimeOffset SentAt,
    IntakeStatus Status,
    IntakeOutcome? Outcome,
    int Attempts,
    string? FailureReference);

public sealed record StoredFile(string FileName, byte[] Bytes);
