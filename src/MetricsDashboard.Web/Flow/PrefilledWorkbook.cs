using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Workbooks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Flow;

/// <summary>The workbook that a unit gets for a week: its forms, its name, last week's values and texts.</summary>
public sealed class PrefilledWorkbook(ObservationStore observations, SubmissionStore submissions, WeekStore weeks, Installed installed)
{
    public async Task<byte[]> WriteAsync(Actor actor, Unit unit, IReadOnlyList<Form> forms, ReportingWeek week, CancellationToken cancellationToken)
    {
        var catalogue = installed.Catalogue;
        string[] rowUnits = [.. forms.SelectMany(form => catalogue.RowUnits(form, unit, week)).Select(row => row.Code).Distinct(StringComparer.Ordinal)];
        var last = (await observations.LastValuesAsync(actor, rowUnits, week, cancellationToken)).ToDictionary(value => (value.Element, value.Unit), value => (long?)value.Value);
        var texts = (await submissions.LastTextsAsync(actor, rowUnits, week, cancellationToken)).ToDictionary(text => (text.Element, text.Unit), text => text.Text);
        var issue = (await weeks.FindAsync(actor, week, cancellationToken))?.Issue;
        return WorkbookTemplate.Write(
            catalogue, unit, forms, week, issue, (element, row) => last.GetValueOrDefault((element, row)), (element, row) => texts.GetValueOrDefault((element, row)));
    }

    /// <summary>Name of the file on the sender's disk.</summary>
    public static string FileName(Unit unit, ReportingWeek week) => $"{unit.ShortName}_{week}_报表.xlsx";
}
