using System.CommandLine;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Commands;

internal static class TokenCommand
{
    public static Command Create(string[] settings)
    {
        var name = new Argument<string>("NAME") { Description = "令牌的名称，随其写入的数据一并保存" };
        var role = RoleOption.Create(Enum.GetValues<Role>());
        var unit = new Option<string?>("--unit") { Description = "所属单位的代码", HelpName = "CODE" };
        var add = new Command("add", "添加接口令牌，打印令牌（只显示这一次，365 天内有效）") { name, role, unit };
        add.SetAction(async (parsed, cancellationToken) =>
        {
            var io = parsed.InvocationConfiguration;
            await using var host = CommandHost.Create(settings);
            await host.Get<FirstStart>().RunAsync(demonstration: false, new ErrorProgress(io.Error), cancellationToken);
            var chosen = RoleOption.Read(parsed, role);
            var code = parsed.GetValue(unit);
            if (RoleUnits.Fault(host.Get<Installed>().Catalogue, chosen, code) is { } fault) throw new StartRefusedException(fault);
            var token = await host.Get<TokenStore>().AddAsync(Actor.System, parsed.GetRequiredValue(name), chosen, code, host.Get<BusinessClock>().RealNow, cancellationToken);
            await io.Error.WriteLineAsync($"已添加令牌“{parsed.GetRequiredValue(name)}”（{chosen.Name()}），请妥善保存：");
            await io.Output.WriteLineAsync(token);
            return CommandLine.Done;
        });
        return new Command("token", "管理接口令牌") { add };
    }
}
