using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Workbooks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Flow;

/// <summary>The workbook that a unit gets for a week: its forms, its name, what cases give, last week's values and texts.</summary>
public sealed class PrefilledWorkbook(ObservationStore observations, SubmissionStore submissions, WeekStore weeks, ContactStore contacts, Installed installed)
{
    public async Task<StoredFile> WriteAsync(Actor actor, Unit unit, IReadOnlyList<Form> forms, ReportingWeek week, CancellationToken cancellationToken)
    {
        var catalogue = installed.Catalogue;
        var opened = await weeks.FindAsync(actor, week, cancellationToken);
        var period = opened?.Period ?? new ReportingPeriod(week);
        week = period.First;
        string[] rowUnits = [.. forms.SelectMany(form => catalogue.RowUnits(form, unit, week)).Select(row => row.Code).Distinct(StringComparer.Ordinal)];
        var last = (await observations.LastValuesAsync(actor, rowUnits, week, cancellationToken)).ToDictionary(value => (value.Element, value.Unit), value => (long?)value.Value);
        var fromCases = await observations.FromCasesAsync(actor, rowUnits, week, cancellationToken);
        var texts = (await submissions.LastTextsAsync(actor, rowUnits, week, cancellationToken)).ToDictionary(text => (text.Element, text.Unit), text => text.Text);
        var bytes = WorkbookTemplate.Write(
            catalogue, unit, forms, period, opened?.Issue, (element, row) => last.GetValueOrDefault((element, row)), (element, row) => texts.GetValueOrDefault((element, row)),
            await SignatureAsync(actor, unit, cancellationToken), (element, row) => fromCases.TryGetValue((element, row), out var cases) ? cases : null);
        return new StoredFile(FileNames.Workbook(unit, opened?.Issue, period), bytes);
    }

    /// <summary>The unit's contacts, for those who may see them; whoever else downloads the workbook gets blanks.</summary>
    private async Task<PrintedSignature?> SignatureAsync(Actor actor, Unit unit, CancellationToken cancellationToken)
    {
        if (!actor.MayReadContacts(unit)) return null;
        var known = (await contacts.OfUnitAsync(actor, unit.Code, cancellationToken)).Select(contact => contact.Details).ToList();
        var reporter = known.Find(contact => contact.Post == ContactDetails.Reporter);
        var reached = reporter ?? known.FirstOrDefault();
        var phone = reached is { OfficePhone.Length: > 0 } ? reached.OfficePhone : reached?.Mobile;
        return new PrintedSignature(known.Find(contact => contact.Post == ContactDetails.Responsible)?.Name ?? "", reporter?.Name ?? "", phone ?? "");
    }
}
