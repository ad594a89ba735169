using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class ContactStoreTests
{
    private static readonly DateTimeOffset Now = World.At(World.W30, 1);
    private static readonly ContactDetails Zhang = new("张三", ContactDetails.Reporter, "0375-1234567", "13800000001", "zhang@example.cn", ReminderStage.BeforeDue);
    private static readonly ContactDetails Li = new("李四", ContactDetails.Responsible, "0375-7654321", "", "", null);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Contacts_AddedChangedAndRemoved_AreAsEntered(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var east = World.County("east");
        await world.Contacts.AddAsync(east, "east", Zhang with { Name = "  张三 " }, Now);
        await world.Contacts.AddAsync(east, "east", Li, Now.AddSeconds(1));
        var kept = await world.Contacts.OfUnitAsync(east, "east");
        Assert.Equal([Zhang, Li], kept.Select(contact => contact.Details));

        await world.Contacts.ChangeAsync(World.Reviewer, kept[0].Id, Zhang with { Mobile = "13800000002" }, Now.AddHours(1));
        await world.Contacts.RemoveAsync(east, kept[1].Id);

        var left = Assert.Single(await world.Contacts.OfUnitAsync(east, "east"));
        Assert.Equal(("13800000002", "reviewer", Now.AddHours(1)), (left.Details.Phone, left.ChangedBy, left.ChangedAt));
    }

    /// <summary>Own unit, another unit, the city: who reads and who writes.</summary>
    [Theory, OnSqlite]
    public async Task Contacts_OfEveryRole_AreOpenToTheUnitAndTheTaskForceAlone(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        foreach (var unit in new[] { "east", "west", "city" }) await world.Contacts.AddAsync(Actor.System, unit, Zhang, Now);
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = new Actor("someone", role, role is Role.CountyReporter or Role.CountyReviewer or Role.Department ? "east" : null);
            var isOwn = actor.Unit is not null;
            await CheckAsync("east", reads: isOwn || role is Role.CityReviewer or Role.Drafter or Role.Administrator, changes: isOwn || role is Role.CityReviewer or Role.Administrator);
            await CheckAsync("west", reads: role is Role.CityReviewer or Role.Drafter or Role.Administrator, changes: role is Role.CityReviewer or Role.Administrator);
            await CheckAsync("city", reads: role is Role.CityReporter or Role.CityReviewer or Role.Drafter or Role.Administrator, changes: role is Role.CityReporter or Role.CityReviewer or Role.Administrator);

            async Task CheckAsync(string unit, bool reads, bool changes)
            {
                var id = (await world.Contacts.OfUnitAsync(Actor.System, unit))[0].Id;
                Assert.Equal((role, unit, reads), (role, unit, await Refusals.IsAllowedAsync(() => world.Contacts.OfUnitAsync(actor, unit))));
                Assert.Equal((role, unit, reads), (role, unit, (await world.Contacts.AllAsync(actor)).Contains(unit)));
                Assert.Equal((role, unit, changes), (role, unit, await Refusals.IsAllowedAsync(() => world.Contacts.ChangeAsync(actor, id, Zhang, Now))));
                Assert.Equal((role, unit, changes), (role, unit, await Refusals.IsAllowedAsync(() => world.Contacts.AddAsync(actor, unit, Li, Now))));
                var last = (await world.Contacts.OfUnitAsync(Actor.System, unit))[^1].Id;
                Assert.Equal((role, unit, changes), (role, unit, await Refusals.IsAllowedAsync(async () => await world.Contacts.RemoveAsync(actor, changes ? last : id))));
            }
        }
    }

    [Fact]
    public async Task Add_WhatIsNoContact_IsRefusedWithEveryFault()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);

        var refused = await Assert.ThrowsAsync<StateConflictException>(() =>
            world.Contacts.AddAsync(World.County("east"), "east", new ContactDetails(" ", "填报员", "", "", "x", null), Now));

        Assert.Equal("请填写姓名。办公电话和手机请至少填写一个。邮箱“x”不是邮件地址，请核对。", refused.Message);
        Assert.Empty(await world.Contacts.OfUnitAsync(World.Drafter, "east"));
    }

    [Fact]
    public async Task Add_MoreThanAUnitMayHave_IsRefused()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        for (var i = 0; i < ContactStore.MostPerUnit; i++) await world.Contacts.AddAsync(World.Reviewer, "east", Li, Now);

        await Assert.ThrowsAsync<StateConflictException>(() => world.Contacts.AddAsync(World.Reviewer, "east", Li, Now));
    }
}
