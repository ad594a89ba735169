using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class CatalogueStoreTests
{
    [Theory, OnSqlite, OnSqlServer]
    public async Task Seed_WholeCatalogue_ComesBackEqualAndInOrder(StorageProvider provider)
    {
        var files = TestCatalogues.Seed;
        var catalogue = new Catalogue(
            files.Version, files.Units, files.Elements, files.Forms, files.Indicators, files.Targets,
            files.PublishedFigures.Select(figure => figure with { Received = World.W30 }));
        await using var world = await World.CreateEmptyAsync(provider, catalogue);
        Assert.Null(await world.Catalogues.FindAsync(World.Leader));
        await world.Catalogues.SeedAsync(Actor.System, world.Catalogue, World.At(World.W30, 0));

        var stored = await world.Catalogues.FindAsync(World.Leader);
        var seed = world.Catalogue;
        Assert.Equal(seed.Version, stored!.Version);
        Assert.Equal(seed.Units, stored.Units);
        Assert.Equal(seed.Targets, stored.Targets);
        Assert.Equal(seed.PublishedFigures, stored.PublishedFigures);
        Assert.Equal(seed.Indicators.Select(indicator => indicator with { Formula = null }), stored.Indicators.Select(indicator => indicator with { Formula = null }));
        Assert.Equal(seed.Indicators.Select(Terms), stored.Indicators.Select(Terms));
        Assert.Equal(seed.Elements.Select(element => element with { ObservedAt = [] }), stored.Elements.Select(element => element with { ObservedAt = [] }));
        Assert.Equal(seed.Elements.SelectMany(element => element.ObservedAt), stored.Elements.SelectMany(element => element.ObservedAt));
        Assert.Equal(seed.Forms.Select(form => form with { AskedOf = [] }), stored.Forms.Select(form => form with { AskedOf = [] }));
        Assert.Equal(seed.Forms.SelectMany(form => form.AskedOf), stored.Forms.SelectMany(form => form.AskedOf));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Find_Again_GivesTheSameInstance(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        Assert.Same(await world.Catalogues.FindAsync(World.Leader), await world.Catalogues.FindAsync(World.Reviewer));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Find_AfterNewVersion_IsReadAgain(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var first = await world.Catalogues.FindAsync(World.Leader);
        await world.Database.WriteAsync(
            async db =>
            {
                db.CatalogueVersions.Add(new() { Version = 2, RecordedAt = World.At(World.W30, 0), RecordedBy = "admin" });
                return await db.SaveChangesAsync();
            },
            CancellationToken.None);
        Assert.Equal((1, 2), (first!.Version, (await world.Catalogues.FindAsync(World.Leader))!.Version));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Seed_IntoFilledDatabase_IsRefused(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await Assert.ThrowsAsync<StateConflictException>(() => world.Catalogues.SeedAsync(Actor.System, world.Catalogue, World.At(World.W30, 0)));
    }

    private static string Terms(Domain.Catalogue.Indicator indicator) => indicator.Formula is not { } formula
        ? ""
        : $"{formula.IsGrowth}:{string.Join(' ', formula.Numerator)}/{string.Join(' ', formula.Denominator)}";
}
