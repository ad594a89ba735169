using Hangfire;
using MetricsDashboard.Ingestion.Formats.Cases;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Jobs;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Hosting;

/// <summary>A file of cases by form: kept first, taken in by a job, and the browser is sent on to the runs. Never through the circuit.</summary>
public static class CaseFileEndpoints
{
    public const string Address = "/cases/files";

    private const string Page = "/runs/upload";

    public static void MapCaseFiles(this IEndpointRouteBuilder app) =>
        app.MapPost(Address, TakeInAsync).WithFormOptions(bufferBodyLengthLimit: long.MaxValue, multipartBodyLengthLimit: long.MaxValue);

    private static async Task<IResult> TakeInAsync(
        HttpContext context, IFormFile? file, [FromForm] string? source, TakeCaseFile take, CaseFileInbox inbox, IBackgroundJobClient jobs, BusinessClock clock, IOptions<MetricsOptions> options)
    {
        var actor = context.User.Actor();
        if (!TakeCaseFile.MayBring(actor)) return Refuse(StatusCodes.Status403Forbidden, "无权上传", "办件文件只由市专班审核员和管理员上传。");
        if (file is null) return Refuse(StatusCodes.Status400BadRequest, "没有文件", "没有选择文件，请选择后再上传。");
        if (file.Length > options.Value.CaseFileLimit) return Refuse(StatusCodes.Status413PayloadTooLarge, "文件太大", RefusedUploads.Sentence(options.Value.CaseFileLimit, isOfCases: true));
        if (await take.BroughtSourceAsync(actor, Guid.TryParse(source, out var chosen) ? chosen : null, context.RequestAborted) is not { Enabled: true } row)
            return Refuse(StatusCodes.Status400BadRequest, "没有上传", "没有这个数据源，或者它已停用。请另选一个，或请管理员启用后再上传。");
        await using var content = file.OpenReadStream();
        if (await Task.Run(() => Fault(content, TakeCaseFile.SettingsOf(row).Layout)) is { } fault) return Refuse(StatusCodes.Status422UnprocessableEntity, "不是办件文件", fault);

        content.Position = 0;
        var waiting = new WaitingCaseFile(Guid.CreateVersion7(), row.Id, Path.GetFileName(file.FileName), actor.Name, clock.Now);
        await inbox.KeepAsync(waiting, content, context.RequestAborted);
        TakeCaseFileJob.Enqueue(jobs, waiting.Id);
        return Pages.SeeOther($"/runs?source={row.Id}");
    }

    /// <summary>Why it is not worth a run; null where its beginning can be read.</summary>
    private static string? Fault(Stream content, CaseLayout layout)
    {
        try
        {
            return CaseFiles.Read(content, layout).Any() ? null : "文件里没有办件：只有表头，或者是空的。";
        }
        catch (CaseFileException fault)
        {
            return fault.Message;
        }
    }

    private static IResult Refuse(int status, string heading, string sentence) => Pages.Message(status, heading, sentence, Page, "返回上传办件文件");
}
