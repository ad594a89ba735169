using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

/// <summary>What is typed is kept cell by cell; two people at the same form lose nothing to each other.</summary>
public sealed class DraftStoreTests
{
    private static readonly ReportingWeek Week = World.W30;
    private static readonly Actor East = World.County("east");
    private static readonly Actor Colleague = new("colleague", Role.CountyReviewer, "east");
    private static readonly DateTimeOffset Now = World.At(Week, 1);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Save_WhateverIsTyped_IsKeptWithItsPersonAndTime(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await SaveAsync(world, East, Now, ("total", "１２，０００"), ("done", "99%"));
        await SaveAsync(world, Colleague, Now.AddMinutes(1), ("seen", ""));

        var cells = await FindAsync(world);

        Assert.Equal(
            [("done", "99%", "east-reporter", Now), ("seen", "", "colleague", Now.AddMinutes(1)), ("total", "１２，０００", "east-reporter", Now)],
            cells.OrderBy(cell => cell.Element, StringComparer.Ordinal).Select(cell => (cell.Element, cell.Text, cell.ChangedBy, cell.ChangedAt)));
        Assert.Equal([("items", "colleague", Now.AddMinutes(1))], (await world.Drafts.ListAsync(East, Week, "east")).Select(row => (row.Form.Code, row.ChangedBy, row.ChangedAt)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Save_CellThatSomebodyElseChanged_IsAConflictAndTheRestIsKept(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await SaveAsync(world, East, Now, ("total", "100"));
        var seen = (await FindAsync(world)).Single();
        await world.Drafts.SaveAsync(Colleague, Week, "east", "items", [new DraftChange("total", "east", "120", seen.Version)], Now.AddMinutes(2));

        var saved = await world.Drafts.SaveAsync(
            East, Week, "east", "items", [new DraftChange("total", "east", "118", seen.Version), new DraftChange("done", "east", "90", null)], Now.AddMinutes(3));

        Assert.Equal([("total", "120", "colleague", Now.AddMinutes(2))], saved.Conflicts.Select(cell => (cell.Element, cell.Text, cell.ChangedBy, cell.ChangedAt)));
        Assert.Equal([("done", "90"), ("total", "120")], Texts(saved.Cells));
        Assert.Equal([("done", "90"), ("total", "120")], Texts(await FindAsync(world)));

        var mine = await world.Drafts.SaveAsync(East, Week, "east", "items", [new DraftChange("total", "east", "118", saved.Conflicts[0].Version)], Now.AddMinutes(4));
        Assert.Empty(mine.Conflicts);
        Assert.Equal([("done", "90"), ("total", "118")], Texts(mine.Cells));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Save_CellThatNeitherHadSeen_IsAConflictOfTheSecondUnlessBothTypedTheSame(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await SaveAsync(world, East, Now, ("total", "100"), ("done", "90"));

        var saved = await SaveAsync(world, Colleague, Now.AddMinutes(1), ("total", "100"), ("done", "91"));

        Assert.Equal(["done"], saved.Conflicts.Select(cell => cell.Element));
        Assert.All(await FindAsync(world), cell => Assert.Equal("east-reporter", cell.ChangedBy));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Save_FromManyAtOnce_KeepsOneTextPerCellAndTellsAllOthers(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => SaveAsync(world, East with { Name = $"r{i}" }, Now, ("total", $"{i}"), ($"{(i % 2 == 0 ? "done" : "seen")}", "7")))));

        Assert.Equal(7, all.Count(saved => saved.Conflicts.Count == 1));
        Assert.Equal(3, (await FindAsync(world)).Count);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Drafts_OfAUnit_AreOpenToThoseWhoMaySendItsForms(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        Actor[] may = [East, Colleague, World.Reviewer, Actor.System];
        Actor[] mayNot =
        [
            World.County("west"), new("w", Role.CountyReviewer, "west"), new("d", Role.Department, "dept"), new("c", Role.CityReporter, "city"), World.Drafter, World.Signer,
            World.Leader, new("a", Role.Administrator), new("u", Role.Auditor), World.Source,
        ];
        Assert.Equal(Enum.GetValues<Role>().Order(), may.Concat(mayNot).Select(actor => actor.Role).Distinct().Order());

        foreach (var actor in may)
        {
            await SaveAsync(world, actor, Now, ("total", "1"));
            await FindAsync(world, actor);
            await world.Drafts.ListAsync(actor, Week, "east");
            await world.Drafts.DiscardAsync(actor, Week, "east", "items");
        }

        await SaveAsync(world, East, Now, ("total", "5"));
        foreach (var actor in mayNot)
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => SaveAsync(world, actor, Now, ("total", "1")));
            await Assert.ThrowsAsync<AccessDeniedException>(() => FindAsync(world, actor));
            await Assert.ThrowsAsync<AccessDeniedException>(() => world.Drafts.ListAsync(actor, Week, "east"));
            await Assert.ThrowsAsync<AccessDeniedException>(() => world.Drafts.DiscardAsync(actor, Week, "east", "items"));
        }

        Assert.Equal([("total", "5")], Texts(await FindAsync(world)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Save_WhatTheFormDoesNotHave_IsRefused(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await RefusedAsync("没有这个单元格", () => SaveAsync(world, East, Now, ("villages", "1")));
        await RefusedAsync("没有这个单元格", () => world.Drafts.SaveAsync(East, Week, "east", "rural", [new DraftChange("villages", "w1", "1", null)], Now));
        await RefusedAsync("没有这张报表的应报任务", () => world.Drafts.SaveAsync(East, Week.Next, "east", "items", [new DraftChange("total", "east", "1", null)], Now));
        await RefusedAsync("有4001个字符", () => SaveAsync(world, East, Now, ("total", new string('1', 4001))));
        Assert.Empty(await FindAsync(world));

        static async Task RefusedAsync(string why, Func<Task> save) => Assert.Contains(why, (await Assert.ThrowsAsync<StateConflictException>(save)).Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_OfTheForm_EndsItsDraftAlone(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await SaveAsync(world, East, Now, ("total", "100"));
        await world.Drafts.SaveAsync(East, Week, "east", "rural", [new DraftChange("villages", "e1", "3", null)], Now);
        await world.Drafts.SaveAsync(World.County("west"), Week, "west", "items", [new DraftChange("total", "west", "4", null)], Now);

        await world.SendAsync(East, Now.AddMinutes(1), world.Form(Week, "items", "east", (_, _) => 5));

        Assert.Empty(await FindAsync(world));
        Assert.Equal(["rural"], (await world.Drafts.ListAsync(East, Week, "east")).Select(row => row.Form.Code));
        Assert.Single(await world.Drafts.ListAsync(World.Reviewer, Week, "west"));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_OfWhatIsThereAlready_LeavesItsDraft(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.SendAsync(East, Now, world.Form(Week, "items", "east", (_, _) => 5));
        await SaveAsync(world, East, Now.AddMinutes(1), ("total", "6"));
        await SaveAsync(world, Colleague, Now.AddMinutes(1), ("done", "4"), ("seen", "5"));

        // Beside a form that is new, one that says what was sent before.
        await world.SendAsync(East, Now.AddMinutes(2), world.Form(Week, "items", "east", (_, _) => 5), world.Form(Week, "rural", "east", (_, _) => 5));

        Assert.Equal([("done", "4"), ("seen", "5"), ("total", "6")], Texts(await FindAsync(world)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_OfTheForm_LeavesWhatAnotherTypedAndWasNotSentSo(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await SaveAsync(world, East, Now, ("total", "100"));
        await SaveAsync(world, Colleague, Now, ("done", "91"), ("seen", " 5 "));

        await world.SendAsync(East, Now.AddMinutes(1), world.Form(Week, "items", "east", (_, _) => 5));

        Assert.Equal([("done", "91", "colleague")], (await FindAsync(world)).Select(cell => (cell.Element, cell.Text, cell.ChangedBy)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_OfAFileFromBefore_LeavesWhatWasTypedSince(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await SaveAsync(world, East, Now, ("total", "100"));
        var upload = await world.AddAsync(East, Now);
        await SaveAsync(world, Colleague, Now.AddMinutes(1), ("done", "91"));
        await world.Uploads.ClaimAsync(Actor.System, upload, Now.AddMinutes(2), TimeSpan.FromMinutes(5));

        await world.Submissions.StoreAsync(East, upload, World.Intake(world.Form(Week, "items", "east", (_, _) => 100)), Now.AddMinutes(2));

        Assert.Equal([("done", "91")], Texts(await FindAsync(world)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Try_OfTheForm_LeavesItsDraft(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await SaveAsync(world, East, Now, ("total", "100"));
        await world.Submissions.TryAsync(East, World.Intake(world.Form(Week, "items", "east", (_, _) => 100)), Now.AddMinutes(2));
        Assert.Single(await FindAsync(world));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Save_AfterTheDraftWasSentByAnother_KeepsWhatWasTyped(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await SaveAsync(world, East, Now, ("total", "100"));
        var seen = (await FindAsync(world)).Single();
        await world.SendAsync(Colleague, Now.AddMinutes(1), world.Form(Week, "items", "east", (_, _) => 100));

        var saved = await world.Drafts.SaveAsync(East, Week, "east", "items", [new DraftChange("total", "east", "118", seen.Version)], Now.AddMinutes(2));

        Assert.Empty(saved.Conflicts);
        Assert.Equal([("total", "118")], Texts(saved.Cells));
    }

    private static Task<DraftSaved> SaveAsync(World world, Actor actor, DateTimeOffset now, params (string Element, string Text)[] cells) =>
        world.Drafts.SaveAsync(actor, Week, "east", "items", [.. cells.Select(cell => new DraftChange(cell.Element, "east", cell.Text, null))], now);

    private static Task<IReadOnlyList<DraftCell>> FindAsync(World world, Actor? actor = null) => world.Drafts.FindAsync(actor ?? East, Week, "east", "items");

    private static IEnumerable<(string, string)> Texts(IEnumerable<DraftCell> cells) =>
        cells.OrderBy(cell => cell.Element, StringComparer.Ordinal).Select(cell => (cell.Element, cell.Text));
}
