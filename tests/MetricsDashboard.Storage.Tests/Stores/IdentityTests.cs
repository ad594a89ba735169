using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

/// <summary>What the framework keeps through us: people and data-protection keys.</summary>
public sealed class IdentityTests
{
    [Theory, OnSqlite, OnSqlServer]
    public async Task Users_WithRoleAndUnit_ComeBackAsActors(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await using var services = Services(world);
        using (var scope = services.CreateScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<MetricsUser>>();
            var user = new MetricsUser { UserName = "张三", DisplayName = "张三", Role = Role.CountyReporter, Unit = "east", MustChangePassword = true };
            Assert.True((await users.CreateAsync(user, "Pa55-word-东")).Succeeded);
            Assert.False((await users.CreateAsync(new MetricsUser { UserName = "张三" }, "Pa55-word-东")).Succeeded);
        }

        using var later = services.CreateScope();
        var manager = later.ServiceProvider.GetRequiredService<UserManager<MetricsUser>>();
        var found = await manager.FindByNameAsync("张三");
        Assert.Equal(new Actor("张三", Role.CountyReporter, "east"), found!.ToActor());
        Assert.True(found.MustChangePassword && await manager.CheckPasswordAsync(found, "Pa55-word-东"));
        Assert.True((await manager.SetLockoutEndDateAsync(found, World.At(World.W30, 0))).Succeeded);
        Assert.True((await manager.SetAuthenticationTokenAsync(found, "app", "key", "value")).Succeeded);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Home_OfAPerson_IsRememberedAndForgotten(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await using var services = Services(world);
        using var scope = services.CreateScope();
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<MetricsUser>>().CreateAsync(new MetricsUser { UserName = World.Leader.Name, Role = Role.Leader }, "Pa55-word-东")).Succeeded);
        var people = services.GetRequiredService<PersonStore>();

        await people.ChooseHomeAsync(World.Leader, "east");
        Assert.Equal(("east", (string?)null), (await people.HomeAsync(World.Leader), await people.HomeAsync(World.Reviewer)));
        await people.ChooseHomeAsync(World.Leader, null);

        Assert.Null(await people.HomeAsync(World.Leader));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task People_OfAccounts_AreFoundWithTheirNamesAndOthersLeftOut(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await using var services = Services(world);
        using var scope = services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<MetricsUser>>();
        foreach (var (name, called) in new[] { ("zhangsan", "张三"), ("lisi", "李四") })
            Assert.True((await users.CreateAsync(new MetricsUser { UserName = name, DisplayName = called, Role = Role.CountyReporter, Unit = "east" }, "Pa55-word-东")).Succeeded);

        var found = await services.GetRequiredService<PersonStore>().FindAsync(World.Reviewer, ["zhangsan", "监察系统"]);

        Assert.Equal([new PersonRow("zhangsan", "张三", Role.CountyReporter, "east")], found);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task People_OfAUnit_AreThoseOfTheUnitForItsOwnAndTheCity(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await using var services = Services(world);
        using var scope = services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<MetricsUser>>();
        foreach (var (name, unit) in new[] { ("zhangsan", "east"), ("lisi", "west") })
            Assert.True((await users.CreateAsync(new MetricsUser { UserName = name, DisplayName = name, Role = Role.CountyReporter, Unit = unit }, "Pa55-word-东")).Succeeded);
        var people = services.GetRequiredService<PersonStore>();

        Assert.Equal([new PersonRow("zhangsan", "zhangsan", Role.CountyReporter, "east")], await people.OfUnitAsync(World.County("east"), "east"));
        Assert.Single(await people.OfUnitAsync(World.Reviewer, "west"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => people.OfUnitAsync(World.County("east"), "west"));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Keys_OfDataProtection_AreKeptInTheDatabase(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        string secret;
        await using (var first = Services(world)) secret = first.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("内容");
        await using var second = Services(world);
        Assert.Equal("内容", second.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret));
        Assert.Single(second.GetRequiredService<IKeyManager>().GetAllKeys());
    }

    private static ServiceProvider Services(World world)
    {
        var services = new ServiceCollection().AddLogging().AddMetricsStorage(world.Options);
        services.AddDataProtection().PersistKeysToMetricsStorage(world.Options);
        services.AddIdentityCore<MetricsUser>(options =>
        {
            options.User.AllowedUserNameCharacters = "";
        }).AddMetricsIdentityStores(world.Options);
        return services.BuildServiceProvider();
    }
}
