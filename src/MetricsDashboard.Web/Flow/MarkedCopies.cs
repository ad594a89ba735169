using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Ingestion.Workbooks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Flow;

/// <summary>The sender's own table with its faults marked; a CSV and an old workbook come back as this system's table with the sender's values.</summary>
public sealed class MarkedCopies(UploadStore uploads, PrefilledWorkbook workbooks, Installed installed)
{
    private const string Mark = "（已标注错误）";

    /// <summary>Is there one? Not of a file that could not be opened, nor of one that is about several units.</summary>
    public async Task<bool> AreThereAsync(Actor actor, UploadView upload, CancellationToken cancellationToken) =>
        Issues(upload) is { Count: > 0 } issues && await uploads.SentAsync(actor, upload.Id, cancellationToken) is { } file
        && (MarkedCopy.Mark(file.Bytes, issues) is not null || SentValues.Read(file.Bytes, file.FileName, installed.Catalogue, file.Request, issues) is not null);

    public async Task<StoredFile?> WriteAsync(Actor actor, UploadView upload, CancellationToken cancellationToken)
    {
        if (Issues(upload) is not { Count: > 0 } issues || await uploads.SentAsync(actor, upload.Id, cancellationToken) is not { } file) return null;
        if (MarkedCopy.Mark(file.Bytes, issues) is { } marked) return new StoredFile(Name(file, marked.Extension), marked.Bytes);
        if (SentValues.Read(file.Bytes, file.FileName, installed.Catalogue, file.Request, issues) is not { } sent) return null;
        var template = await workbooks.WriteAsync(actor, sent.Asked, sent.Forms, sent.Week, cancellationToken);
        return new StoredFile(Name(file, ".xlsx"), sent.Mark(template.Bytes));
    }

    private static IReadOnlyList<IntakeIssue> Issues(UploadView upload) => upload.Status is IntakeStatus.Refused ? upload.Outcome?.Issues ?? [] : [];

    /// <summary>A copy that is wrong again is marked again, under the same name.</summary>
    private static string Name(SentFile file, string extension)
    {
        var name = Path.GetFileNameWithoutExtension(file.FileName);
        return (name.EndsWith(Mark, StringComparison.Ordinal) ? name : name + Mark) + extension;
    }
}
