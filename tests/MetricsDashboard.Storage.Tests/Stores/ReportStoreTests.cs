using System.Text;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class ReportStoreTests
{
    private static readonly DateOnly Tuesday = new(2020, 7, 28);
    private static readonly Dictionary<string, byte[]> Files = new() { ["docx"] = Encoding.UTF8.GetBytes("word"), ["html"] = Encoding.UTF8.GetBytes("page") };

    [Theory, OnSqlite, OnSqlServer]
    public async Task Publish_Draft_KeepsDocumentFilesAndEditions(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        var week = World.W30.Next;
        await world.Reports.DraftAsync(World.Drafter, week, "{}", World.At(week, 20));
        await world.Reports.PublishAsync(World.Signer, week, Tuesday, """{"a":1}""", Files, World.At(week, 40));
        var report = await world.Reports.FindAsync(World.County("east"), week);
        Assert.Equal(
            (2, 2, ReportState.Published, """{"a":1}""", Tuesday, "drafter", "signer", 202031001),
            (report!.Issue, report.TotalIssue, report.State, report.DocumentJson, report.IssuedOn, report.DraftedBy, report.PublishedBy, report.EditionId));
        Assert.Equal(["docx", "html"], report.Files.Select(file => file.Format));
        Assert.Equal("word", Encoding.UTF8.GetString((await world.Reports.FileAsync(World.Leader, week, "docx"))!));
        Assert.Equal(week, (await world.Reports.FindIssueAsync(World.Leader, 2))!.Week);
        var facts = await world.Reports.FactsDataAsync(World.Leader, week);
        Assert.Equal([202030001, 202031001], facts.EditionIds);
        Assert.Equal(Tuesday, facts.IssuedOn);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Publish_ByItsDrafter_IsDenied(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        await world.Reports.DraftAsync(new Actor("same", Role.Drafter), World.W30, "{}", World.At(World.W30, 20));
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            world.Reports.PublishAsync(new Actor("same", Role.Signer), World.W30, Tuesday, "{}", Files, World.At(World.W30, 40)));
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Reports.PublishAsync(World.Drafter, World.W30, Tuesday, "{}", Files, World.At(World.W30, 40)));
        Assert.Equal(ReportState.Draft, (await world.Reports.FindAsync(World.Leader, World.W30))!.State);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Draft_OfPublishedReportOrOpenWeek_IsRefused(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        await world.Reports.DraftAsync(World.Drafter, World.W30, "{}", World.At(World.W30, 20));
        await world.Reports.PublishAsync(World.Signer, World.W30, Tuesday, "{}", Files, World.At(World.W30, 40));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Reports.DraftAsync(World.Drafter, World.W30, "{2}", World.At(World.W30, 41)));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Reports.PublishAsync(World.Signer, World.W30, Tuesday, "{2}", Files, World.At(World.W30, 41)));
        var open = World.W30.AddWeeks(3);
        await world.OpenAsync(open);
        await Assert.ThrowsAsync<StateConflictException>(() => world.Reports.DraftAsync(World.Drafter, open, "{}", World.At(open, 1)));
        Assert.Equal("{}", (await world.Reports.FindAsync(World.Leader, World.W30))!.DocumentJson);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Publish_AfterACorrectionWasFrozen_WantsANewDraft(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        var week = World.W30.Next;
        await world.Reports.DraftAsync(World.Drafter, week, "{}", World.At(week, 20));
        await CorrectAsync(world, World.W30);
        var open = World.W30.AddWeeks(3);
        await world.OpenAsync(open);
        await world.CloseAsync(open);
        await Assert.ThrowsAsync<StateConflictException>(() => world.Reports.PublishAsync(World.Signer, week, Tuesday, "{}", Files, World.At(week, 40)));
        await world.Reports.DraftAsync(World.Drafter, week, "{}", World.At(week, 41));
        await world.Reports.PublishAsync(World.Signer, week, Tuesday, "{}", Files, World.At(week, 42));
        Assert.Equal([202030002, 202031002], (await world.Reports.FactsDataAsync(World.Leader, week)).EditionIds);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task FactsData_OfPublishedReport_StaysAfterACorrection(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        await world.Reports.DraftAsync(World.Drafter, World.W30, "{}", World.At(World.W30, 20));
        await world.Reports.PublishAsync(World.Signer, World.W30, Tuesday, "{}", Files, World.At(World.W30, 40));
        var before = (await world.Reports.FactsDataAsync(World.Leader, World.W30)).Weeks[^1].Find("done-rate", "city");
        await CorrectAsync(world, World.W30);
        var open = World.W30.AddWeeks(3);
        await world.OpenAsync(open);
        await world.CloseAsync(open);
        var published = await world.Reports.FactsDataAsync(World.Leader, World.W30);
        var next = await world.Reports.FactsDataAsync(World.Leader, open);
        Assert.Equal(before, published.Weeks[^1].Find("done-rate", "city"));
        Assert.NotEqual(before, next.Weeks[0].Find("done-rate", "city"));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task FactsData_OfOpenWeek_LooksAheadToItsNumbers(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        var open = World.W30.AddWeeks(3);
        await world.OpenAsync(open);
        await world.OpenAsync(open.Next);
        var facts = await world.Reports.FactsDataAsync(World.Leader, open.Next, weeksBack: 2);
        Assert.Equal((5, 5, World.W30, false, null), (facts.Issue, facts.TotalIssue, facts.FirstWeek, facts.IsDemonstration, facts.IssuedOn));
        Assert.Equal([202032001, 202033000, 202034000], facts.EditionIds);
        Assert.Equal([("dept", 1, 0), ("east", 2, 0), ("west", 2, 0), ("north", 2, 0)], facts.Reporting.Select(unit => (unit.Unit.Code, unit.Expected, unit.OnTime)));
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Reports.FactsDataAsync(World.County("east"), open));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task List_ForCountyActor_HidesDrafts(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        await world.Reports.DraftAsync(World.Drafter, World.W30, "{}", World.At(World.W30, 20));
        await world.Reports.PublishAsync(World.Signer, World.W30, Tuesday, "{}", Files, World.At(World.W30, 40));
        await world.Reports.DraftAsync(Actor.System, World.W30.Next, "{}", World.At(World.W30, 50));
        Assert.Equal([World.W30.Next, World.W30], (await world.Reports.ListAsync(World.Leader)).Select(report => report.Week));
        Assert.Equal([World.W30], (await world.Reports.ListAsync(World.County("east"))).Select(report => report.Week));
        Assert.Null(await world.Reports.FindAsync(World.County("east"), World.W30.Next));
    }

    /// <summary>A correction as the task force enters it: a further revision and new results of the week and of all later ones.</summary>
    private static Task<IReadOnlyList<SnapshotDifference>> CorrectAsync(World world, ReportingWeek week) => world.Database.WriteAsync(
        async db =>
        {
            await Data.Revisions.AppendAsync(
                world.Database, db, week.Key, Domain.Observations.Origin.Form, [new Data.NewValue("done", "east", 1)], World.Reviewer, World.At(week, 30), CancellationToken.None);
            return await world.Service<Data.Recomputation>().RunAsync(db, world.Catalogue, week.Key, int.MaxValue, write: true, World.At(week, 30), CancellationToken.None);
        },
        CancellationToken.None);
}
