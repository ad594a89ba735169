using System.CommandLine;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Commands;

internal static class MigrateCommand
{
    public static Command Create(string[] settings)
    {
        var demo = new Option<bool>("--demo") { Description = "空数据库填入演示数据" };
        var command = new Command("migrate", "创建或升级数据库，不提供服务") { demo };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var io = parsed.InvocationConfiguration;
            await using var host = CommandHost.Create(settings);
            var start = host.Get<FirstStart>();
            if (parsed.GetValue(demo)) await start.RunAsync(demonstration: true, new ErrorProgress(io.Error), cancellationToken);
            else await start.MigrateAsync(cancellationToken);
            await io.Output.WriteLineAsync(parsed.GetValue(demo) ? "数据库已就绪，已填入演示数据。" : "数据库已就绪。");
            return CommandLine.Done;
        });
        return command;
    }
}
