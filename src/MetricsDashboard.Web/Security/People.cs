using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage;
using MetricsDashboard.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace MetricsDashboard.Web.Security;

/// <summary>Accounts, as the command line and the first start need them.</summary>
public sealed class People(UserManager<MetricsUser> users)
{
    public const string FirstAdministrator = "admin";

    /// <summary>Is there any account?</summary>
    public ValueTask<bool> AnyAsync(CancellationToken cancellationToken) =>
        ((IAsyncEnumerable<MetricsUser>)users.Users.Take(1)).AnyAsync(cancellationToken: cancellationToken);

    /// <summary>Who that is.</summary>
    /// <exception cref="StartRefusedException">There is no such account.</exception>
    public async Task<Actor> ActorAsync(string name) =>
        await users.FindByNameAsync(name) is { } user ? user.ToActor() : throw new StartRefusedException($"没有用户“{name}”。可用 user add 命令添加。");

    /// <summary>Adds an account that has to change its password at the first sign-in, and returns that password.</summary>
    public async Task<string> AddAsync(string name, Role role, string? unit, string? displayName)
    {
        var password = OneTimePassword.Create();
        await AddAsync(new MetricsUser { UserName = name, Role = role, Unit = unit, DisplayName = displayName ?? name, MustChangePassword = true }, password);
        return password;
    }

    /// <summary>Adds an account with a given password; null for one that cannot sign in by password.</summary>
    public async Task AddAsync(MetricsUser user, string? password)
    {
        user.LockoutEnabled = true;
        var result = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
        if (!result.Succeeded) throw new StartRefusedException(string.Concat(result.Errors.Select(error => error.Description)));
    }

    public Task<MetricsUser?> FindAsync(string name) => users.FindByNameAsync(name);
}
