using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Storage.Stores;
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
        api.MapGet("weeks", (HttpContext context, WeekStore weeks) => weeks.ListAsync(context.User.Actor(), context.RequestAborted)).WithSummary("统计周");
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
