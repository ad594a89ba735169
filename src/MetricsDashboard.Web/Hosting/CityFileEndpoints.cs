using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Hosting;

/// <summary>城市报表 by form: the file is stored first, and the browser is sent on to where its columns are said, or to its result.</summary>
public static class CityFileEndpoints
{
    public static void MapCityFiles(this IEndpointRouteBuilder app) =>
        app.MapPost("/city/files", TakeInAsync).WithFormOptions(bufferBodyLengthLimit: long.MaxValue, multipartBodyLengthLimit: long.MaxValue);

    private static async Task<IResult> TakeInAsync(
        HttpContext context, IFormFile? file, [FromForm] string? form, [FromForm] string? week, [FromForm] string? source,
        CityFiles files, BusinessClock clock, Installed installed, IOptions<MetricsOptions> options)
    {
        if (file is null) return Refuse(StatusCodes.Status400BadRequest, "没有文件", "没有选择文件，请选择后再上传。");
        if (file.Length > options.Value.UploadLimit) return Refuse(StatusCodes.Status413PayloadTooLarge, "文件太大", RefusedUploads.Sentence(options.Value.UploadLimit));
        if (!ReportingWeek.TryParse(week ?? "", out var meant)) return Refuse(StatusCodes.Status400BadRequest, "统计周有误", "没有选择统计周，请选择后再上传。");
        if (installed.Catalogue.FindForm(form) is not { } known) return Refuse(StatusCodes.Status400BadRequest, "没有报表", "没有选择报表，请选择后再上传。");
        try
        {
            var bytes = await UploadEndpoints.BytesAsync(file, context.RequestAborted);
            var upload = new NewUpload(Path.GetFileName(file.FileName), bytes, known.Code, null, meant, UploadChannel.Web) { Hold = true, Source = source ?? "" };
            var (id, isUnmapped) = await files.TakeInAsync(context.User.Actor(), upload, clock.Now, context.RequestAborted);
            return Pages.SeeOther(isUnmapped ? $"/city/{id}" : $"/uploads/{id}");
        }
        catch (AccessDeniedException denied)
        {
            return Refuse(StatusCodes.Status403Forbidden, "无权报送", denied.Message);
        }
        catch (StateConflictException conflict)
        {
            return Refuse(StatusCodes.Status400BadRequest, "没有上传", conflict.Message);
        }
    }

    private static IResult Refuse(int status, string heading, string sentence) => Pages.Message(status, heading, sentence, "/city", "返回城市报表");
}
