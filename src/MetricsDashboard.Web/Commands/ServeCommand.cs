using System.CommandLine;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Commands;

internal static class ServeCommand
{
    public static Command Create(string[] settings)
    {
        var demo = new Option<bool>("--demo") { Description = "空数据库填入演示数据，并在登录页提供演示账号" };
        var urls = new Option<string?>("--urls") { Description = $"监听地址，默认 {WebHosting.DefaultUrl}", HelpName = "URL" };
        var command = new Command("serve", "提供网页和接口服务") { demo, urls };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var io = parsed.InvocationConfiguration;
            await using var app = WebHosting.Build(settings, parsed.GetValue(urls));
            await using (var scope = app.Services.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<FirstStart>().RunAsync(parsed.GetValue(demo), new ErrorProgress(io.Error), cancellationToken);
                await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().EnsureAsync(io.Output, cancellationToken);
            }

            await app.RunAsync(cancellationToken);
            return CommandLine.Done;
        });
        return command;
    }
}
