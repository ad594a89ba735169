using System.Data.Common;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class IntakeMappingStoreTests
{
    private static readonly DateTimeOffset Now = World.At(World.W30, 1);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Save_SameAgain_IsTheOldVersionAndAnotherIsANewOne(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var first = await world.Mappings.SaveAsync(World.Reviewer, Mapping("导出"), World.W30, Now);
        var again = await world.Mappings.SaveAsync(World.Reviewer, Mapping("导出"), World.W30, Now.AddMinutes(1));
        var other = await world.Mappings.SaveAsync(World.Reviewer, Mapping("导出", new UnitChoice("东边", "east", null)), World.W30, Now.AddMinutes(2));

        Assert.Equal(first, again);
        var saved = Assert.Single(await world.Mappings.ListAsync(World.Reviewer));
        Assert.Equal((other, 2, "导出", "reviewer"), (saved.Id, saved.No, saved.Mapping.Source, saved.SavedBy));
        Assert.Equal(Mapping("导出").Columns, saved.Mapping.Columns);
        Assert.Equal([new UnitChoice("东边", "east", null)], saved.Mapping.Units);
        Assert.Empty((await world.Mappings.FindAsync(World.Reviewer, first))!.Mapping.Units);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task InForce_AnotherFormOfTheSource_KnowsItsAliasesButNotWhatWasSkipped(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Mappings.SaveAsync(World.Reviewer, Mapping("导出", new UnitChoice("东边", "east", null), new UnitChoice("合计", null, "合计行"), new UnitChoice("", null, "空行")), World.W30, Now);

        var (items, own) = await world.Mappings.InForceAsync(World.Reviewer, "导出", "users");
        var (rural, others) = await world.Mappings.InForceAsync(World.Reviewer, "导出", "items");

        Assert.NotNull(items);
        Assert.Equal(["东边", "合计"], own.Select(choice => choice.Text));
        Assert.Null(rural);
        Assert.Equal(["东边"], others.Select(choice => choice.Text));
        Assert.Empty((await world.Mappings.InForceAsync(World.Reviewer, "别处", "users")).Units);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Retire_AMapping_TakesItOutOfUseAndKeepsItForWhatItRead(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var upload = await UploadAsync(world, World.Reviewer);
        var mapping = await world.Mappings.ConfirmAsync(World.Reviewer, upload, Mapping("导出"), World.W30, Now);

        await world.Mappings.RetireAsync(World.Reviewer, mapping, Now);

        Assert.Empty(await world.Mappings.ListAsync(World.Reviewer));
        Assert.Null((await world.Mappings.InForceAsync(World.Reviewer, "导出", "users")).Saved);
        Assert.Equal((true, 1), ((await world.Mappings.FindAsync(World.Reviewer, mapping))!.IsRetired, (await world.Mappings.FindAsync(World.Reviewer, mapping))!.Uploads));
        Assert.Equal("导出", (await world.Uploads.SentAsync(World.Reviewer, upload))!.Request.Mapping!.Source);
        await Assert.ThrowsAsync<StateConflictException>(() => world.Mappings.RetireAsync(World.Reviewer, mapping, Now));
        Assert.NotEqual(mapping, await world.Mappings.SaveAsync(World.Reviewer, Mapping("导出"), World.W30, Now.AddMinutes(1)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Rename_ASource_IsFoundByItsNewNameOnly(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Mappings.SaveAsync(World.Reviewer, Mapping("甲"), World.W30, Now);
        await world.Mappings.SaveAsync(World.Reviewer, Mapping("乙"), World.W30, Now);
        var saved = (await world.Mappings.ListAsync(World.Reviewer)).Single(row => row.Mapping.Source == "甲");

        await Assert.ThrowsAsync<StateConflictException>(() => world.Mappings.RenameAsync(World.Reviewer, saved.SourceId, "乙"));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Mappings.RenameAsync(World.Reviewer, saved.SourceId, " "));
        await world.Mappings.RenameAsync(World.Reviewer, saved.SourceId, " 丙 ");

        Assert.NotNull((await world.Mappings.InForceAsync(World.Reviewer, "丙", "users")).Saved);
        Assert.Null((await world.Mappings.InForceAsync(World.Reviewer, "甲", "users")).Saved);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Save_WhatMakesNoWholeForm_IsRefused(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var refused = await Assert.ThrowsAsync<StateConflictException>(() => world.Mappings.SaveAsync(World.Reviewer, Mapping("导出") with { Columns = [] }, World.W30, Now));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Mappings.SaveAsync(World.Reviewer, Mapping("导出", new UnitChoice("合计", null, " ")), World.W30, Now));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Mappings.SaveAsync(World.Reviewer, Mapping("导出", new UnitChoice("东边", "nowhere", null)), World.W30, Now));

        Assert.Equal("还没有指定哪一列是单位。", refused.Message);
        Assert.Empty(await world.Mappings.ListAsync(World.Reviewer));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Map_AFile_QueuesItHeldWithItsMapping(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var upload = await UploadAsync(world, World.Reviewer);
        Assert.Equal(IntakeStatus.Unmapped, (await world.Uploads.FindAsync(World.Reviewer, upload))!.Status);
        Assert.Null(await world.Uploads.ClaimAsync(Actor.System, upload, Now, TimeSpan.FromMinutes(1)));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Mappings.ConfirmAsync(World.Reviewer, upload, Mapping("别处"), World.W30, Now));
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Mappings.ConfirmAsync(new Actor("somebody", Role.CityReviewer), upload, Mapping("导出"), World.W30, Now));
        var mapping = await world.Mappings.ConfirmAsync(World.Reviewer, upload, Mapping("导出"), World.W30, Now);

        var claimed = await world.Uploads.ClaimAsync(Actor.System, upload, Now, TimeSpan.FromMinutes(1));
        Assert.Equal((true, "导出", "users"), (claimed!.Hold, claimed.Request.Mapping!.Source, claimed.Request.Form));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Mappings.ConfirmAsync(World.Reviewer, upload, Mapping("导出"), World.W30, Now));
        var view = await world.Uploads.FindAsync(World.Reviewer, upload);
        Assert.Equal(("导出", mapping, 1), (view!.Source, view.MappingId, view.MappingNo));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Discard_AFileThatNobodyMapped_EndsIt(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var upload = await UploadAsync(world, World.Reviewer);

        await world.Uploads.DiscardAsync(World.Reviewer, upload, Now);

        Assert.Equal(IntakeStatus.Discarded, (await world.Uploads.FindAsync(World.Reviewer, upload))!.Status);
        await Assert.ThrowsAsync<StateConflictException>(() => world.Uploads.DiscardAsync(World.Reviewer, upload, Now));
    }

    public static TheoryData<Role, bool> Roles
    {
        get
        {
            var roles = new TheoryData<Role, bool>();
            foreach (var role in Enum.GetValues<Role>()) roles.Add(role, role is Role.CityReviewer or Role.Source or Role.CityReporter);
            return roles;
        }
    }

    /// <summary>Every operation by every role: only those who send for many units.</summary>
    [Theory, MemberData(nameof(Roles))]
    public async Task Everything_ByARole_IsForThoseWhoSendForManyUnits(Role role, bool isAllowed)
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        var actor = new Actor("somebody", role, role is Role.Department ? "dept" : role is Role.CountyReporter or Role.CountyReviewer ? "east" : null);
        var saved = (await world.Mappings.FindAsync(World.Reviewer, await world.Mappings.SaveAsync(World.Reviewer, Mapping("导出"), World.W30, Now)))!;

        // A form that asks no unit of the sender's is not the sender's to map.
        Assert.Equal(isAllowed && role is not Role.CityReporter, await AllowsAsync(() => world.Mappings.SaveAsync(actor, Mapping("另一处"), World.W30, Now)));
        Assert.Equal(isAllowed, await AllowsAsync(() => world.Mappings.ListAsync(actor)));
        Assert.Equal(isAllowed, await AllowsAsync(() => world.Mappings.FindAsync(actor, saved.Id)));
        Assert.Equal(isAllowed, await AllowsAsync(() => world.Mappings.InForceAsync(actor, "导出", "users")));
        Assert.Equal(isAllowed && role is not Role.CityReporter, await AllowsAsync(() => world.Mappings.RenameAsync(actor, saved.SourceId, "改名")));
        Assert.Equal(isAllowed && role is not Role.CityReporter, await AllowsAsync(() => world.Mappings.RetireAsync(actor, saved.Id, Now)));
        Assert.Equal(isAllowed && role is not Role.CityReporter, await AllowsAsync(() => UploadAsync(world, actor)));
        Assert.False(await AllowsAsync(async () => await world.Mappings.ConfirmAsync(actor, await UploadAsync(world, World.Reviewer), Mapping("导出"), World.W30, Now)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Save_AnotherOrderOrHeaderRow_IsANewVersion(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var mapping = Mapping("导出");

        await world.Mappings.SaveAsync(World.Reviewer, mapping, World.W30, Now);
        await world.Mappings.SaveAsync(World.Reviewer, mapping with { HeaderRow = 4 }, World.W30, Now.AddMinutes(1));
        await world.Mappings.SaveAsync(World.Reviewer, mapping with { HeaderRow = 4, Columns = [.. mapping.Columns.Reverse()] }, World.W30, Now.AddMinutes(2));

        var saved = Assert.Single(await world.Mappings.ListAsync(World.Reviewer));
        Assert.Equal((3, 4, "备注"), (saved.No, saved.Mapping.HeaderRow, saved.Mapping.Columns[0].Heading));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Confirm_AFileThatCannotBeMappedAnyMore_KeepsNoMapping(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var upload = await UploadAsync(world, World.Reviewer);

        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Mappings.ConfirmAsync(new Actor("somebody", Role.CityReviewer), upload, Mapping("导出"), World.W30, Now));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Mappings.ConfirmAsync(World.Reviewer, upload, Mapping("别处"), World.W30, Now));
        Assert.Empty(await world.Mappings.ListAsync(World.Reviewer));

        var mapping = await world.Mappings.ConfirmAsync(World.Reviewer, upload, Mapping("导出"), World.W30, Now);
        await Assert.ThrowsAsync<StateConflictException>(() => world.Mappings.ConfirmAsync(World.Reviewer, upload, Mapping("导出") with { HeaderRow = 4 }, World.W30, Now.AddMinutes(1)));

        Assert.Equal(mapping, Assert.Single(await world.Mappings.ListAsync(World.Reviewer)).Id);
        Assert.Equal((IntakeStatus.Queued, mapping), ((await world.Uploads.FindAsync(World.Reviewer, upload))!.Status, (await world.Uploads.FindAsync(World.Reviewer, upload))!.MappingId));
    }

    [Fact]
    public async Task Save_ASourceThatAnotherAddsMeanwhile_IsKeptAtTheSecondTry()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        await world.Mappings.SaveAsync(World.Reviewer, Mapping("别处"), World.W30, Now);
        await using var services = Beside(world, "INSERT INTO \"IntakeSources\"", "INSERT INTO \"IntakeSources\" (\"Id\", \"Name\", \"CreatedBy\", \"CreatedAt\", \"Version\") SELECT 'another', '导出', \"CreatedBy\", \"CreatedAt\", \"Version\" FROM \"IntakeSources\"");

        await services.GetRequiredService<IntakeMappingStore>().SaveAsync(World.Reviewer, Mapping("导出"), World.W30, Now);

        Assert.NotNull((await world.Mappings.InForceAsync(World.Reviewer, "导出", "users")).Saved);
    }

    [Fact]
    public async Task Rename_ToANameThatAnotherTakesMeanwhile_SaysThatItIsTaken()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        await world.Mappings.SaveAsync(World.Reviewer, Mapping("甲"), World.W30, Now);
        await world.Mappings.SaveAsync(World.Reviewer, Mapping("乙"), World.W30, Now);
        var source = (await world.Mappings.ListAsync(World.Reviewer)).Single(row => row.Mapping.Source == "甲").SourceId;
        await using var services = Beside(world, "UPDATE \"IntakeSources\"", "UPDATE \"IntakeSources\" SET \"Name\" = '丙' WHERE \"Name\" = '乙'");

        var refused = await Assert.ThrowsAsync<StateConflictException>(() => services.GetRequiredService<IntakeMappingStore>().RenameAsync(World.Reviewer, source, "丙"));

        Assert.Equal("已经有名为“丙”的数据来源，请换一个名称。", refused.Message);
    }

    /// <summary>The same database, in which another is faster once: right before a statement of ours.</summary>
    private static ServiceProvider Beside(World world, string ours, string theirs) => new ServiceCollection()
        .AddMetricsStorage(world.Options, builder => builder.AddInterceptors(new FasterOnce(ours, theirs)), (_, _, _) => Task.CompletedTask).BuildServiceProvider();

    private sealed class FasterOnce(string ours, string theirs) : DbCommandInterceptor
    {
        private bool isDone;

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (isDone || !command.CommandText.Contains(ours, StringComparison.Ordinal)) return result;
            isDone = true;
            await using var faster = command.Connection!.CreateCommand();
            (faster.CommandText, faster.Transaction) = (theirs, command.Transaction);
            await faster.ExecuteNonQueryAsync(cancellationToken);
            return result;
        }
    }

    private static async Task<bool> AllowsAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (AccessDeniedException)
        {
            return false;
        }
    }

    private static Task<Guid> UploadAsync(World world, Actor actor) =>
        world.Uploads.AddAsync(actor, new NewUpload("导出.xlsx", [1], "users", null, World.W30, UploadChannel.Web) { Hold = true, Source = "导出" }, Now);

    private static ColumnMapping Mapping(string source, params UnitChoice[] units) => new(
        source, "users", "Sheet1", 1, [new MappedColumn("单位", 1, ColumnUse.Unit), new MappedColumn("用户", 1, ColumnUse.Element, "users"), new MappedColumn("备注", 1, ColumnUse.Ignored)], units);
}
