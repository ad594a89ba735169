using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

/// <summary>Results before anything is sent.</summary>
public sealed class PreviewTests
{
    private static readonly ReportingWeek Week = World.W30.Next;

    [Theory, OnSqlite, OnSqlServer]
    public async Task Preview_OfNewValues_IsWhatAcceptingThemGives(StorageProvider provider)
    {
        await using var world = await TwoWeeksAsync(provider);

        var preview = await world.Snapshots.PreviewAsync(World.County("east"), "east", Week, Values(100, 95));

        var forms = new[] { world.Form(Week, "items", "east", (element, _) => element switch { "total" => 100, "done" => 95, _ => 1 }) };
        await world.SendAsync(World.County("east"), World.At(Week, 3), forms);
        await world.AcceptAllAsync(Week);
        var accepted = (await world.Snapshots.SeriesAsync(World.Reviewer, null, ["east"], Week, Week)).ToDictionary(row => row.Indicator);
        Assert.Equal(["done-rate", "open-items"], preview.Select(result => result.Indicator.Code));
        Assert.All(preview, result => Assert.Equal(accepted[result.Indicator.Code], result.Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Preview_RankAndLastValue_AreAmongThoseAcceptedSoFar(StorageProvider provider)
    {
        await using var world = await TwoWeeksAsync(provider);

        var rate = (await world.Snapshots.PreviewAsync(World.County("east"), "east", Week, Values(100, 95)))[0];

        Assert.Equal((95m, 1, 1), (rate.Now.Value, rate.Now.Rank, rate.Others));
        Assert.Equal((50m, 45m), (rate.Last!.Value, rate.Now.Change!.Amount));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Preview_Twice_WritesNothing(StorageProvider provider)
    {
        await using var world = await TwoWeeksAsync(provider);

        await world.Snapshots.PreviewAsync(World.County("east"), "east", Week, Values(100, 95));

        Assert.Empty(await world.Snapshots.RecomputeAsync(Actor.System, null, check: true, World.At(Week, 4)));
        Assert.Null((await world.Observations.CountedAsync(World.Reviewer, Week)).Reported("total", "east"));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Preview_OfAnotherUnit_IsDenied(StorageProvider provider)
    {
        await using var world = await TwoWeeksAsync(provider);

        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Snapshots.PreviewAsync(World.County("west"), "east", Week, Values(100, 95)));
    }

    private static CountedValue[] Values(long total, long done) => [new("total", "east", Week, total), new("done", "east", Week, done)];

    /// <summary>A whole week, and the next one in which the west alone is accepted.</summary>
    private static async Task<World> TwoWeeksAsync(StorageProvider provider)
    {
        var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (element, _) => element switch { "total" => 100, "done" => 50, "villages" => 10, "covered" => 5, _ => 1 });
        await world.CloseAsync(World.W30);
        await world.OpenAsync(Week);
        await world.SendAsync(World.County("west"), World.At(Week, 2), world.Form(Week, "items", "west", (element, _) => element switch { "total" => 100, "done" => 60, _ => 1 }));
        await world.AcceptAllAsync(Week);
        return world;
    }
}
