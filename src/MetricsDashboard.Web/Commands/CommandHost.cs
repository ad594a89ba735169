using MetricsDashboard.Web.Hosting;
using Serilog;
using Serilog.Events;

namespace MetricsDashboard.Web.Commands;

/// <summary>What a verb other than serve runs in: the same services, no web server, no background work, the log on standard error.</summary>
internal sealed class CommandHost : IAsyncDisposable
{
    private readonly IHost host;
    private readonly AsyncServiceScope scope;

    private CommandHost(IHost host)
    {
        this.host = host;
        scope = host.Services.CreateAsyncScope();
    }

    public static CommandHost Create(string[] settings, bool readOnly = false, bool untouched = false)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = settings });
        builder.Services.AddSerilog(
            logging => logging.MinimumLevel.Warning().MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal).WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: WebPipeline.Culture),
            preserveStaticLogger: true);
        builder.Services.AddMetrics(builder.Configuration, readOnly, untouched);
        return new CommandHost(builder.Build());
    }

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        host.Dispose();
    }
}
