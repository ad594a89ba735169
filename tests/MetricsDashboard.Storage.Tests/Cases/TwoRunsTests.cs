using MetricsDashboard.Storage.Tests.Worlds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Cases;

public sealed class TwoRunsTests
{
    /// <summary>Rows that come in bulk are refused by the database itself: two runs that bring the same new case at once are no failure of either.</summary>
    [Theory, OnSqlite, OnSqlServer]
    public async Task WriteOrFind_BulkRowThatAnotherAddedMeanwhile_RunsOnceMore(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        await CaseFeed.CreateAsync(world);
        var tries = 0;

        var found = await world.Database.WriteOrFindAsync(
            async db => ++tries == 1
                ? await db.Database.ExecuteSqlRawAsync("INSERT INTO [IntakeSources] SELECT * FROM [IntakeSources]")
                : await db.IntakeSources.CountAsync(),
            default);

        Assert.Equal((2, 1), (tries, found));
    }
}
