using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Api;

/// <summary>Units, indicators, elements, weeks: what the other addresses' codes mean.</summary>
internal static class CatalogueEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("units", (Installed installed) => installed.Catalogue.Units).WithSummary("单位");
        api.MapGet("indicators", (Installed installed) => installed.Catalogue.Indicators.Select(IndicatorAnswer.Of)).WithSummary("指标");
        api.MapGet("elements", (Installed installed) => installed.Catalogue.Elements).WithSummary("填报项");
        api.MapGet("weeks", async (HttpContext context, WeekStore weeks) =>
            (await weeks.ListAsync(context.User.Actor(), context.RequestAborted)).Select(WeekAnswer.Of)).WithSummary("统计周").Produces<IReadOnlyList<WeekAnswer>>();
    }

    /// <summary>A week, or with <c>lastWeek</c> the weeks that a holiday merged.</summary>
    internal sealed record WeekAnswer(
        ReportingWeek Week, ReportingWeek LastWeek, WeekState State, bool IsOpen, int? Issue, int? TotalIssue, DateTimeOffset OpensAt, DateTimeOffset DueAt, DateTimeOffset LockAt,
        DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt)
    {
        public static WeekAnswer Of(WeekRow row) => new(
            row.Week, row.Period.Last, row.State, row.IsOpen, row.Issue, row.TotalIssue, BusinessClock.Local(row.Hours.OpensAt), BusinessClock.Local(row.DueAt),
            BusinessClock.Local(row.Hours.LockAt), BusinessClock.Local(row.OpenedAt), row.ClosedAt is { } closed ? BusinessClock.Local(closed) : null);
    }

    /// <summary>An indicator with its formula as the catalogue writes it.</summary>
    internal sealed record IndicatorAnswer(
        string Code, string Name, string? Numerator, string? Denominator, string Unit, int Decimals, Direction Direction, bool InReport, long? MinBase)
    {
        public static IndicatorAnswer Of(Indicator indicator) => new(
            indicator.Code, indicator.Name, indicator.Numerator, indicator.Denominator, indicator.Unit, indicator.Decimals, indicator.Direction, indicator.InReport,
            indicator.MinBase);
    }
}
