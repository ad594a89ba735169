using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Stores;

public enum ReportState
{
    Draft,
    Published,
}

/// <param name="EditionId">The edition of the report's own week that it quotes.</param>
public sealed record StoredReport(
    ReportingWeek Week,
    int Issue,
    int TotalIssue,
    ReportState State,
    string DocumentJson,
    string DraftedBy,
    DateTimeOffset DraftedAt,
    DateOnly? IssuedOn,
    string? PublishedBy,
    DateTimeOffset? PublishedAt,
    int EditionId,
    IReadOnlyList<ReportFile> Files);

public sealed record ReportFile(string Format, string Sha256);

public sealed record ReportRow(
    ReportingPeriod Period,
    int Issue,
    int TotalIssue,
    ReportState State,
    string DraftedBy,
    DateTimeOffset DraftedAt,
    DateOnly? IssuedOn,
    string? PublishedBy,
    DateTimeOffset? PublishedAt)
{
    public ReportingWeek Week => Period.First;
}

/// <summary>What a report is composed of; with a letterhead it is the report's facts.</summary>
/// <param name="Issue">The issue number; of a week that is still open the one that it will get.</param>
/// <param name="Weeks">Oldest first; frozen editions where there are, the live ones otherwise.</param>
/// <param name="EditionIds">Which editions these are, in the same order.</param>
public sealed record FactsData(
    Catalogue Catalogue,
    ReportingWeek Week,
    int Issue,
    int TotalIssue,
    DateOnly? IssuedOn,
    ReportingWeek FirstWeek,
    IReadOnlyList<WeekResults> Weeks,
    IReadOnlyList<int> EditionIds,
    IReadOnlyList<UnitReporting> Reporting,
    IReadOnlyList<UnreviewedForm> Unreviewed,
    bool IsDemonstration,
    string Holidays)
{
    public ReportFacts With(Letterhead letterhead) =>
        new(Catalogue, Week, Issue, TotalIssue, IssuedOn, FirstWeek, Weeks, Reporting, letterhead, IsDemonstration, Holidays) { Unreviewed = Unreviewed };
}
