using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Duties;
using MetricsDashboard.Web.Components.Layout;
using MetricsDashboard.Web.Components.Typing;
using MetricsDashboard.Web.Flow;
using MudBlazor;
using MudBlazor.Services;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>What the interactive pages need beside the stores.</summary>
public static class PagesSetup
{
    public static IServiceCollection AddMetricsPages(this IServiceCollection services) => services
        .AddMudServices()
        .AddTransient<MudLocalizer, ChineseLocalizer>()
        .AddScoped<Views>()
        .AddScoped<OpenDuties>()
        .AddScoped<MenuCounts>()
        .AddScoped<SendComposed>()
        .AddScoped<SendTyped>()
        .AddScoped<TypedForms>()
        .AddScoped<CityFiles>();
}
