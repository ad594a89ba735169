using System.CommandLine;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Commands;

internal static class UserCommand
{
    public static Command Create(string[] settings)
    {
        var name = new Argument<string>("NAME") { Description = "用户名" };
        var role = RoleOption.Create(Enum.GetValues<Role>().Except([Role.Source]));
        var unit = new Option<string?>("--unit") { Description = "所属单位的代码", HelpName = "CODE" };
        var displayName = new Option<string?>("--display-name") { Description = "姓名，默认与用户名相同", HelpName = "TEXT" };
        var add = new Command("add", "添加用户，打印一次性密码（只显示这一次）") { name, role, unit, displayName };
        add.SetAction(async (parsed, cancellationToken) =>
        {
            var io = parsed.InvocationConfiguration;
            await using var host = CommandHost.Create(settings);
            await host.Get<FirstStart>().RunAsync(demonstration: false, new ErrorProgress(io.Error), cancellationToken);
            var chosen = RoleOption.Read(parsed, role);
            var code = parsed.GetValue(unit);
            if (RoleUnits.Fault(host.Get<Installed>().Catalogue, chosen, code) is { } fault) throw new StartRefusedException(fault);
            var user = parsed.GetRequiredValue(name);
            var password = await host.Get<People>().AddAsync(user, chosen, code, parsed.GetValue(displayName));
            await io.Error.WriteLineAsync($"已添加用户“{user}”（{chosen.Name()}），一次性密码如下，首次登录须修改：");
            await io.Output.WriteLineAsync(password);
            return CommandLine.Done;
        });
        return new Command("user", "管理用户") { add };
    }
}
