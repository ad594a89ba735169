using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Api;

/// <summary>Results, values and where they come from. What the caller may not see is left out or refused by the stores.</summary>
internal static class FigureEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("snapshots", SnapshotsAsync).WithSummary("指标结果").Produces<IReadOnlyList<SnapshotAnswer>>();
        api.MapGet("indicators/{code}/series", SeriesAsync).WithSummary("一个指标的逐周结果").Produces<IReadOnlyList<SnapshotAnswer>>();
        api.MapGet("observations", ObservationsAsync).WithSummary("数据值").Produces<IReadOnlyList<ObservationAnswer>>();
        api.MapGet("explain", ExplainAsync).WithSummary("一个数字的来历");
        api.MapGet("duties", DutiesAsync).WithSummary("应报任务").Produces<IReadOnlyList<DutyAnswer>>();
    }

    private static async Task<IResult> SnapshotsAsync(
        string? week, string? indicator, string? unit, HttpContext context, SnapshotStore snapshots, WeekStore weeks, Installed installed)
    {
        var query = new ApiQuery(installed.Catalogue);
        var (wanted, measure, scope) = (query.RequiredWeek(week), query.Indicator(indicator), query.Unit(unit));
        if (query.Refusal is { } refusal) return refusal;
        var actor = context.User.Actor();
        var rows = (await snapshots.WeekAsync(actor, await weeks.KeyOfAsync(actor, wanted, context.RequestAborted), context.RequestAborted)).All
            .Where(row => (measure is null || row.Indicator == measure.Code) && (scope is null || row.Unit == scope.Code));
        return Results.Ok(rows.Select(row => SnapshotAnswer.Of(row, installed.Catalogue)).ToList());
    }

    private static async Task<IResult> SeriesAsync(
        string code, string? unit, string? from, string? to, HttpContext context, SnapshotStore snapshots, Installed installed, BusinessClock clock)
    {
        var query = new ApiQuery(installed.Catalogue);
        if (installed.Catalogue.FindIndicator(code) is not { } indicator) return Problems.Missing($"没有代码为“{code}”的指标。");
        var (scope, first, last) = (query.Unit(unit) ?? installed.Catalogue.City, query.Week(from, "from"), query.Week(to, "to"));
        if (query.Refusal is { } refusal) return refusal;
        var rows = await snapshots.SeriesAsync(
            context.User.Actor(), indicator.Code, [scope.Code], first ?? installed.FirstWeek, last ?? clock.CurrentWeek, context.RequestAborted);
        return Results.Ok(rows.Select(row => SnapshotAnswer.Of(row, installed.Catalogue)).ToList());
    }

    private static async Task<IResult> ObservationsAsync(
        string? week, string? element, string? unit, string? asOf, HttpContext context, ObservationStore observations, ElementOriginStore origins, WeekStore weeks, Installed installed)
    {
        var query = new ApiQuery(installed.Catalogue);
        var asked = query.Week(week) is { } named ? await weeks.KeyOfAsync(context.User.Actor(), named, context.RequestAborted) : (ReportingWeek?)null;
        var filter = new ObservationFilter(asked, null, query.Element(element)?.Code, query.Unit(unit)?.Code, query.Moment(asOf, "asOf"));
        if (query.Refusal is { } refusal) return refusal;
        var rows = await observations.QueryAsync(context.User.Actor(), filter, context.RequestAborted);
        var counting = (await origins.SettingsAsync(context.User.Actor(), context.RequestAborted)).Counting(rows);
        return Results.Ok(rows.Select(row => ObservationAnswer.Of(row) with { Counts = counting.Contains(row) }).ToList());
    }

    private static async Task<IResult> ExplainAsync(
        string? indicator, string? unit, string? week, HttpContext context, SnapshotStore snapshots, WeekStore weeks, Installed installed)
    {
        var query = new ApiQuery(installed.Catalogue);
        var (measure, scope, wanted) = (query.Indicator(indicator, isRequired: true), query.Unit(unit, isRequired: true), query.RequiredWeek(week));
        if (query.Refusal is { } refusal) return refusal;
        var actor = context.User.Actor();
        return await snapshots.ExplainAsync(
            actor, measure!.Code, scope!.Code, await weeks.KeyOfAsync(actor, wanted, context.RequestAborted), context.RequestAborted) is { } explanation
            ? Results.Ok(ExplanationAnswer.Of(explanation, installed.Catalogue))
            : Problems.Missing("这个单位这一周没有这项指标。");
    }

    private static async Task<IResult> DutiesAsync(string? week, string? unit, HttpContext context, WeekStore weeks, DutyStore duties, Installed installed)
    {
        var query = new ApiQuery(installed.Catalogue);
        var (wanted, scope) = (query.RequiredWeek(week), query.Unit(unit));
        if (query.Refusal is { } refusal) return refusal;
        var actor = context.User.Actor();
        var rows = await duties.OfWeekAsync(actor, await weeks.KeyOfAsync(actor, wanted, context.RequestAborted), scope?.Code, context.RequestAborted);
        return Results.Ok(rows.Select(DutyAnswer.Of).ToList());
    }
}
