using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;
using MudBlazor.Services;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:5080").UseStaticWebAssets();
builder.Services.AddSingleton(TimeProvider.System).AddSingleton<BusinessClock>().AddSingleton<Installed>();
builder.Services.AddScoped<ActorAccessor>();
builder.Services.AddMudServices();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddCascadingAuthenticationState();
builder.Services.Configure<RequestLocalizationOptions>(options =>
{
    options.SetDefaultCulture("zh-CN").AddSupportedCultures("zh-CN").AddSupportedUICultures("zh-CN");
    options.RequestCultureProviders.Clear();
});
var app = builder.Build();
app.UseMetrics();
app.Run();
