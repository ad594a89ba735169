using MetricsDashboard.Domain.People;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Api;

/// <summary>The prefilled workbook of a unit and week: one form, or all that the unit owes.</summary>
internal static class FormEndpoints
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string All = "all";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("forms/{code}/workbook", WorkbookAsync).WithSummary("预填的空表（.xlsx）").Produces(StatusCodes.Status200OK, contentType: MediaType);

    private static async Task<IResult> WorkbookAsync(string code, string? unit, string? week, HttpContext context, PrefilledWorkbook workbook, Installed installed)
    {
        var catalogue = installed.Catalogue;
        var query = new ApiQuery(catalogue);
        var (asked, wanted) = (query.Unit(unit, isRequired: true), query.RequiredWeek(week));
        if (query.Refusal is { } refusal) return refusal;
        if (code != All && catalogue.FindForm(code) is null) return Problems.Missing($"没有代码为“{code}”的报表。");
        var actor = context.User.Actor();
        if (!actor.MayRead(asked!)) throw new AccessDeniedException($"不能查看“{asked!.Name}”的报表。");
        var forms = catalogue.FormsOf(asked!, wanted).Where(form => code == All || form.Code == code).ToList();
        if (forms.Count == 0) return Problems.Missing($"{asked!.Name}在这一周没有要填的这张报表。");
        var book = await workbook.WriteAsync(actor, asked!, forms, wanted, context.RequestAborted);
        return Results.File(book.Bytes, MediaType, book.FileName);
    }
}
