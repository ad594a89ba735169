using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Data;

/// <summary>Of what the check of a file said, what concerns one of its forms: a file may carry several units'.</summary>
internal static class SubmissionIssues
{
    public static IEnumerable<IntakeIssue> Of(Catalogue catalogue, IntakeOutcome? outcome, Unit asked, Form form, ReportingWeek week)
    {
        var units = catalogue.RowUnits(form, asked, week).Select(unit => unit.Name).Append(asked.Name).ToHashSet(StringComparer.Ordinal);
        var elements = catalogue.ElementsOf(form, week).Select(element => element.Name).ToHashSet(StringComparer.Ordinal);
        return (outcome?.Issues ?? []).Where(issue => issue.Unit is { } unit && units.Contains(unit) && (issue.Element is null || elements.Contains(issue.Element)));
    }
}
