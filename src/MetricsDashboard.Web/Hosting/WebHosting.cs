using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using MetricsDashboard.Storage;
using MetricsDashboard.Web.Api;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Delivery;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Jobs;
using MetricsDashboard.Web.Security;
using MetricsDashboard.Web.Sources;
using Microsoft.AspNetCore.DataProtection;
using Serilog;
using Serilog.Events;

namespace MetricsDashboard.Web.Hosting;

/// <summary>The web server with everything in it.</summary>
public static class WebHosting
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <param name="settings">Settings given on the command line.</param>
    /// <param name="urls">Where to listen; null for the setting <c>urls</c> or the default.</param>
    public static WebApplication Build(string[] settings, string? urls)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(urls ?? builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSerilog(logging => Logging(logging, builder.Configuration), preserveStaticLogger: true);

        var storage = builder.Services.AddMetrics(builder.Configuration);
        builder.Services.AddDataProtection().SetApplicationName("MetricsDashboard").PersistKeysToMetricsStorage(storage);
        builder.Services.AddSingleton<SourceSecrets>().AddSingleton(provider => new SourceHttp(provider.GetRequiredService<TimeProvider>())).AddScoped<TakeSource>().AddScoped<TrySource>();
        builder.Services.AddMetricsSignIn();
        builder.Services.AddMetricsDelivery(builder.Configuration);
        builder.Services.AddMetricsJobs(builder.Configuration, storage);
        builder.Services.AddMetricsApi();
        builder.Services.AddSingleton<WeekWatch>().AddHostedService(provider => provider.GetRequiredService<WeekWatch>());
        builder.Services.AddWebEncoders(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddMetricsPages();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddExceptionHandler<FailureHandling>();
        builder.Services.AddHealthChecks().AddCheck<Readiness>("ready");
        builder.Services.AddAntiforgery(options => options.Cookie.Name = "metrics.form");
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(WebPipeline.Culture.Name).AddSupportedCultures(WebPipeline.Culture.Name).AddSupportedUICultures(WebPipeline.Culture.Name);
            options.RequestCultureProviders.Clear();
        });

        var app = builder.Build();
        app.UseMetrics();
        return app;
    }

    private static void Logging(LoggerConfiguration logging, IConfiguration configuration) => logging
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        .MinimumLevel.Override("System", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
        .ReadFrom.Configuration(configuration)
        .WriteTo.Console(
            outputTemplate: "{Timestamp:yyyy-MM-dd HH:mm:ss} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}",
            formatProvider: CultureInfo.InvariantCulture);
}
