using MetricsDashboard.Domain.People;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Hosting;

/// <summary>Without any account the start makes one, prints its one-time password once, and lets nothing else in.</summary>
public sealed class FirstAdministrator(People people)
{
    public async Task EnsureAsync(TextWriter output, CancellationToken cancellationToken)
    {
        if (await people.AnyAsync(cancellationToken)) return;
        var password = await people.AddAsync(People.FirstAdministrator, Role.Administrator, unit: null, "管理员");
        await output.WriteLineAsync($"首次启动：管理员用户名 {People.FirstAdministrator}，一次性密码 {password}（只显示这一次，首次登录须修改）");
    }
}
