using Hangfire;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Jobs;

namespace MetricsDashboard.Web.Flow;

/// <summary>
/// A file whose columns are to be said: its sheets that hold anything, the mapping in force for its source and form and whether that one is
/// about this file, and what was said of units with this source.
/// </summary>
public sealed record CityFile(
    Guid Id, string FileName, string Source, Form Form, ReportingWeek Week, IReadOnlyList<RawTable> Tables, SavedMapping? Saved, MappingFit? Fit, IReadOnlyList<UnitChoice> Units)
{
    /// <summary>The saved mapping with what was said of units that stand in this very file; null where it cannot be used as it is.</summary>
    public ColumnMapping? Ready(Catalogue catalogue)
    {
        if (Saved is not { } saved || Fit is not { IsSame: true, Table: { } table } fit || saved.Mapping.Faults(catalogue, Week).Count > 0) return null;
        var read = MappedTable.Read(catalogue, Week, table, fit.HeaderRow, saved.Mapping with { Units = Units });
        if (read.Unmatched.Any() || read.Rows.All(row => row.Unit is null)) return null;
        var texts = read.Rows.Select(row => IntakeNames.Simplify(row.Text)).ToHashSet(StringComparer.Ordinal);
        return saved.Mapping with { Units = [.. Units.Where(choice => saved.Mapping.Units.Contains(choice) || texts.Contains(IntakeNames.Simplify(choice.Text)))] };
    }
}

/// <summary>
/// 城市报表: another system's table on its way in. It is kept first; what its columns are is said once by a person and known the next time;
/// after that it is checked, previewed and confirmed like every upload.
/// </summary>
public sealed class CityFiles(UploadStore uploads, IntakeMappingStore mappings, Receive receive, Installed installed, IBackgroundJobClient jobs)
{
    /// <summary>Keeps the file. One that cannot be read is refused at once, one whose headings are known goes straight on.</summary>
    /// <returns>The upload's id, and whether its columns are still to be said.</returns>
    public async Task<(Guid Id, bool IsUnmapped)> TakeInAsync(Actor actor, NewUpload upload, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = await receive.TakeInAsync(actor, upload, now, cancellationToken);
        var (_, issue) = RawTables.Read(upload.Bytes, upload.FileName);
        if (issue is not null)
        {
            await uploads.RefuseAsync(Actor.System, id, new IntakeOutcome(id, [], IntakeStatus.Refused, IntakeCounts.Refused(0), [issue]), now, cancellationToken);
            return (id, false);
        }

        if (await OpenAsync(actor, id, cancellationToken) is not { } file || file.Ready(installed.Catalogue) is not { } ready) return (id, true);
        await ConfirmAsync(actor, id, ready, file.Week, now, cancellationToken);
        return (id, false);
    }

    /// <summary>The file as it stands; null where there is none, or it is no other system's.</summary>
    public async Task<CityFile?> OpenAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (await uploads.SentAsync(actor, id, cancellationToken) is not { Source: { } source, Request: { Week: { } week, Form: { } code } } file) return null;
        if (installed.Catalogue.FindForm(code) is not { } form) return null;
        var (tables, _) = RawTables.Read(file.Bytes, file.FileName);
        var (saved, units) = await mappings.InForceAsync(actor, source, code, cancellationToken);
        return new CityFile(id, file.FileName, source, form, week, tables, saved, saved is null ? null : MappingFit.Of(saved.Mapping, tables), units);
    }

    /// <summary>Keeps what was said and passes the file on to the check.</summary>
    /// <exception cref="StateConflictException">The mapping cannot make a whole form, or the file has been dealt with.</exception>
    public async Task ConfirmAsync(Actor actor, Guid id, ColumnMapping mapping, ReportingWeek week, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await mappings.ConfirmAsync(actor, id, mapping, week, now, cancellationToken);
        QueuedUploads.Enqueue(jobs, id);
    }
}
