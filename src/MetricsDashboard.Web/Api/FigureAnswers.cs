using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Api;

/// <summary>A result. Value is the displayed one, as a number; text is how a table writes it.</summary>
internal sealed record SnapshotAnswer(
    ReportingWeek Week, string Unit, string Indicator, long? Numerator, long? Denominator, decimal? Value, string Text,
    int Reported, int Carried, int Expected, int? Rank, Unranked? Unranked, Light? Light, decimal? Change, int? ChangeUnits)
{
    public static SnapshotAnswer Of(Snapshot row, Catalogue catalogue) => new(
        row.Week, row.Unit, row.Indicator, row.Numerator, row.Denominator, row.Value, FigureText.Table(row.Value, catalogue.Indicator(row.Indicator)),
        row.Coverage.Reported, row.Coverage.Carried, row.Coverage.Expected, row.Rank, row.Unranked, row.Light, row.Change?.Amount, row.Change?.Units);
}

/// <summary>A value as it was accepted.</summary>
internal sealed record ObservationAnswer(
    ReportingWeek Week, string Unit, string Element, long Value, Origin Origin, int Revision, Guid? SubmissionId, string? Sheet, string? Cell,
    DateTimeOffset RecordedAt, string RecordedBy, string? Reason)
{
    /// <summary>Is it the value in force of its origins? Not said where only one is shown, as the part of a number.</summary>
    public bool? Counts { get; init; }

    public static ObservationAnswer Of(Observation row) => new(
        row.Week, row.Unit, row.Element, row.Value, row.Origin, row.Revision, row.SubmissionId, row.Sheet, row.Cell,
        BusinessClock.Local(row.RecordedAt), row.RecordedBy, row.Reason);
}

/// <summary>One duty.</summary>
internal sealed record DutyAnswer(
    ReportingWeek Week, string Unit, string Form, DateTimeOffset DueAt, SubmissionState? Status, DateTimeOffset? SubmittedAt, Guid? SubmissionId, bool? OnTime)
{
    public static DutyAnswer Of(DutyRow row) => new(
        row.Week, row.Unit.Code, row.Form.Code, BusinessClock.Local(row.DueAt), row.State, row.SubmittedAt is { } at ? BusinessClock.Local(at) : null, row.SubmissionId, row.OnTime);
}

/// <summary>Where a number comes from: formula, totals, every unit's part, every value's file and cell.</summary>
internal sealed record ExplanationAnswer(string Indicator, string Unit, ReportingWeek Week, string Formula, SnapshotAnswer Result, IReadOnlyList<ExplanationPart> Parts)
{
    public static ExplanationAnswer Of(Explanation explanation, Catalogue catalogue) => new(
        explanation.Indicator.Code, explanation.Unit.Code, explanation.Week, explanation.Formula, SnapshotAnswer.Of(explanation.Snapshot, catalogue),
        [.. explanation.Parts.Select(ExplanationPart.Of)]);
}

/// <summary>A unit's part in a number.</summary>
internal sealed record ExplanationPart(string Unit, string Asked, PartState State, long? Numerator, long? Denominator, IReadOnlyList<ExplanationValue> Values)
{
    public static ExplanationPart Of(ExplainedPart part) => new(
        part.Unit.Code, part.Asked.Code, part.State, part.Numerator, part.Denominator, [.. part.Values.Select(ExplanationValue.Of)]);
}

/// <summary>
/// A value behind a part, with the file that brought it or the cases that it was counted from; and the value of the other origin, which
/// does not count, with how much more this one is.
/// </summary>
internal sealed record ExplanationValue(
    ObservationAnswer Observation, Guid? UploadId, string? FileName, string? SentBy, DateTimeOffset? SentAt, ExplanationCases? Cases, ExplanationValue? Other, long? Difference)
{
    public static ExplanationValue Of(ExplainedValue value) => new(
        ObservationAnswer.Of(value.Observation), value.UploadId, value.FileName, value.SentBy, value.SentAt is { } at ? BusinessClock.Local(at) : null,
        value.Cases is { } cases ? ExplanationCases.Of(cases) : null, value.Other is { } other ? Of(other) : null, value.Observation.Value - value.Other?.Observation.Value);
}

/// <summary>The cases behind a value: the intake run after which it was counted, and of when.</summary>
internal sealed record ExplanationCases(Guid? Run, string? Source, DateTimeOffset? RunStartedAt, DateTimeOffset Until)
{
    public static ExplanationCases Of(CasesBehind cases) => new(
        cases.Run, cases.Source, cases.RunStartedAt is { } started ? BusinessClock.Local(started) : null, BusinessClock.Local(cases.Until));
}
