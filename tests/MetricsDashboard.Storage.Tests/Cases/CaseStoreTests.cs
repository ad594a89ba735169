using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Cases;

public sealed class CaseStoreTests
{
    private const string Department = "410400-D01";

    private static readonly DateTimeOffset Start = World.At(World.W30, -7 * 24);
    private static readonly DateTimeOffset End = World.At(World.W30, 0);
    private static readonly Actor East = World.County(CaseFeed.East);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Figures_OfAWeek_CountWhatCameWhatWentAndWhatStands(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        await FillAsync(world);

        var figures = await world.Service<CaseStore>().FiguresAsync(World.Leader, new CaseFilter(), Start, End);

        Assert.Equal((4, 3), (figures.Total, figures.Before));
        Assert.Equal([(CardFlow.New, 2), (CardFlow.Standing, 2), (CardFlow.Cleared, 1)], Sums(figures.Counts.Where(row => row.Card is Card.Red), row => row.Flow));
        Assert.Equal([("410421", 3), (Department, 1)], Sums(figures.Of(figures.Filter), row => row.Unit.Code));
        Assert.Equal([("企业设立登记", 3), ("XK-009", 1)], Sums(figures.Of(figures.Filter), row => row.ItemName));
        Assert.Equal([((CardCause?)CardCause.System, 2), (CardCause.Overdue, 1), (null, 1)], Sums(figures.Of(figures.Filter), row => row.Cause).OrderByDescending(row => row.Item2).ThenBy(row => row.Item1 is null));
        Assert.Equal([(CardAge.UpTo5, 2), (CardAge.UpTo10, 1), (CardAge.Over20, 1)], Sums(figures.Of(figures.Filter), row => row.Age).OrderBy(row => row.Item1));
        Assert.Equal([(Card.Red, 4), (Card.Yellow, 1), (Card.Warning, 1)], Sums(figures.Of(new CaseFilter(Card: null)), row => row.Card).OrderByDescending(row => row.Item1));
        Assert.Equal((5, 2), (figures.Monitored[CaseFeed.East], figures.Monitored[Department]));
        Assert.True(figures.HasCases);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Figures_EveryPartOfThem_IsAsLongAsItsList(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        await FillAsync(world);
        var store = world.Service<CaseStore>();
        var parts = 0;
        foreach (var card in new Card?[] { null, Card.Red, Card.Yellow, Card.Warning })
        {
            foreach (var flow in new CardFlow?[] { null, CardFlow.New, CardFlow.Standing, CardFlow.Cleared })
            {
                foreach (var number in new[] { null, "A", "1" })
                {
                    var filter = new CaseFilter(card, Flow: flow, Number: number);
                    var figures = await store.FiguresAsync(World.Reviewer, filter, Start, End);
                    var asked = figures.Of(filter).ToList();
                    foreach (var narrow in asked.SelectMany(Narrower(filter)).Append(filter).Append(filter with { Kind = UnitKind.County }).Append(filter with { Unit = "410423" }).Distinct())
                    {
                        var rows = await store.ListAsync(World.Reviewer, narrow, CaseOrder.Since, false, 0, 100, Start, End);
                        Assert.Equal(figures.Of(narrow).Sum(row => row.Count), rows.Count);
                        Assert.Equal(rows.Count, await store.CountAsync(World.Reviewer, narrow, Start, End));
                        Assert.All(rows, row => Assert.True((card is null || row.Card == card) && (narrow.Age is null || narrow.Age == row.Age) && (flow is null || row.Flow == flow), row.ToString()));
                        parts++;
                    }
                }
            }
        }

        Assert.InRange(parts, 100, 1000);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task List_OfACase_TellsItsTimesItsCauseAndTheNewestNote(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        await FillAsync(world);
        await world.Database.WriteAsync(
            async db =>
            {
                db.CaseNotes.Add(Note("A2", CaseNoteKind.Checked, "已电话核实", 1));
                db.CaseNotes.Add(Note("A2", CaseNoteKind.Statement, "系统未回传", 2));
                return await db.SaveChangesAsync();
            },
            CancellationToken.None);
        var store = world.Service<CaseStore>();

        var row = Assert.Single(await store.ListAsync(East, new CaseFilter(Number: "A2"), CaseOrder.Since, false, 0, 50, Start, End));
        var cleared = Assert.Single(await store.ListAsync(East, new CaseFilter(Flow: CardFlow.Cleared), CaseOrder.Since, false, 0, 50, Start, End));

        Assert.Equal(("A2", CaseFeed.East, "企业设立登记", CaseStatus.Open, Card.Red, CardFlow.Standing, CardCause.System), (row.CaseNo, row.Unit.Code, row.ItemName, row.Status, row.Card, row.Flow, row.Cause!.Value));

        // The statutory time ended on Friday the 10th; the last day of the week is Sunday the 26th: ten working days.
        Assert.Equal((Moment(7, 10, 18), 10, "系统未回传"), (row.Since, row.DaysOver!.Value, row.Note!.Text));
        Assert.Equal(("A1", CaseStatus.Completed, Moment(7, 22, 9), Card.Red), (cleared.CaseNo, cleared.Status, cleared.CompletedAt!.Value, cleared.Card));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task List_Sorted_IsInOrderBothWaysAndInPages(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        await FillAsync(world);
        var store = world.Service<CaseStore>();
        foreach (var order in Enum.GetValues<CaseOrder>())
        {
            var all = await store.ListAsync(World.Leader, new CaseFilter(Card: null), order, false, 0, 50, Start, End);
            var paged = new List<ListedCase>();
            for (var skip = 0; skip < 6; skip += 2) paged.AddRange(await store.ListAsync(World.Leader, new CaseFilter(Card: null), order, false, skip, 2, Start, End));
            Assert.Equal(all, paged);
            var streamed = new List<ListedCase>();
            await foreach (var row in store.StreamAsync(World.Leader, new CaseFilter(Card: null), order, false, 5, Start, End)) streamed.Add(row);
            Assert.Equal(all.Take(5), streamed);
        }

        var newest = await store.ListAsync(World.Leader, new CaseFilter(), CaseOrder.Since, true, 0, 50, Start, End);
        Assert.Equal(newest.OrderByDescending(row => row.Since).ThenBy(row => row.CaseNo, StringComparer.Ordinal), newest);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task List_ByAUnit_HoldsItsOwnCasesAlone(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        await FillAsync(world);
        var store = world.Service<CaseStore>();
        var department = new Actor("d", Role.Department, Department);

        var figures = await store.FiguresAsync(department, new CaseFilter(Card: null), Start, End);

        Assert.Equal([Department], figures.Counts.Select(row => row.Unit.Code).Distinct());
        Assert.Equal([Department], figures.Monitored.Keys);
        Assert.All(await store.ListAsync(department, new CaseFilter(Card: null), CaseOrder.Since, false, 0, 50, Start, End), row => Assert.Equal(Department, row.Unit.Code));
        Assert.Equal(1, await store.CountAsync(department, new CaseFilter(), Start, End));
        await Assert.ThrowsAsync<AccessDeniedException>(() => store.ListAsync(department, new CaseFilter(Unit: CaseFeed.East), CaseOrder.Since, false, 0, 50, Start, End));
        await Assert.ThrowsAsync<AccessDeniedException>(() => store.CountAsync(East, new CaseFilter(Unit: Department), Start, End));
        foreach (var role in new[] { Role.CityReporter, Role.Auditor })
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => store.FiguresAsync(new Actor("x", role), new CaseFilter(), Start, End));
            await Assert.ThrowsAsync<AccessDeniedException>(async () => await store.StreamAsync(new Actor("x", role), new CaseFilter(), CaseOrder.Since, false, 9, Start, End).GetAsyncEnumerator().MoveNextAsync());
        }
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task List_OnlyDiffering_HoldsCasesWhoseSourceShowsAnotherCardThanTheThresholds(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        await FillAsync(world);

        var rows = await world.Service<CaseStore>().ListAsync(World.Leader, new CaseFilter(IsDiffering: true), CaseOrder.CaseNo, false, 0, 50, Start, End);

        Assert.Equal(["D1"], rows.Select(row => row.CaseNo));
        Assert.Equal((Card.Red, Card.Yellow, true), (rows[0].Shown!.Value, rows[0].Derived, rows[0].IsDiffering));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Figures_WithoutCases_AreEmpty(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);

        var figures = await world.Service<CaseStore>().FiguresAsync(World.Leader, new CaseFilter(), Start, End);

        Assert.Equal((0, 0, false), (figures.Total, figures.Before, figures.HasCases));
        Assert.Empty(figures.Counts);
    }

    /// <summary>
    /// East: A1 red until it was completed on the 22nd; A2 red since the 10th (derived), A3 since the 23rd, A4 since June; A5 yellow. The department: D1
    /// red by its source on the 24th alone, D2 warned. West: nothing. Before: A1, A2, A4.
    /// </summary>
    private static async Task FillAsync(World world)
    {
        var feed = await CaseFeed.CreateAsync(world);
        await feed.TakeAsync(
            World.At(World.W30, 8),
            Row("A1", "06-29T09:00:00", "07-03T18:00:00", "07-08T18:00:00") with { Cause = "overdue", CompletedAt = "2020-07-22T09:00:00", Status = "completed" },
            Row("A2", "06-29T09:00:00", "07-03T18:00:00", "07-10T18:00:00") with { Cause = "system" },
            Row("A3", "07-20T09:00:00", "07-22T18:00:00", "07-23T18:00:00") with { Cause = "overdue" },
            Row("A4", "06-01T09:00:00", "06-03T18:00:00", "06-05T18:00:00") with { ItemCode = "XK-009", ItemName = "" },
            Row("A5", "07-20T09:00:00", "07-22T18:00:00", "08-20T18:00:00"),
            Row("D1", "07-20T09:00:00", "07-22T18:00:00", "08-20T18:00:00") with { Unit = Department, Card = "red", Cause = "system", UpdatedAt = "2020-07-24T10:00:00" },
            Row("D2", "07-20T09:00:00", "07-27T18:00:00", "08-20T18:00:00") with { Unit = Department });
    }

    private static CaseRow Row(string number, string accepted, string promised, string statutory) =>
        CaseFeed.Row(number, 1, row => row with { AcceptedAt = "2020-" + accepted, PromisedDue = "2020-" + promised, StatutoryDue = "2020-" + statutory, Card = "" });

    private static Func<CardCount, IEnumerable<CaseFilter>> Narrower(CaseFilter filter) => row =>
    [
        filter with { Unit = row.Unit.Code },
        filter with { Kind = row.Unit.Kind },
        filter with { Item = row.ItemCode },
        row.Cause is { } cause ? filter with { Cause = cause } : filter with { WithoutCause = true },
        filter with { Age = row.Age },
        filter with { Unit = row.Unit.Code, Item = row.ItemCode, Age = row.Age },
    ];

    private static List<(T, int)> Sums<T>(IEnumerable<CardCount> rows, Func<CardCount, T> key) =>
        [.. rows.GroupBy(key).Select(group => (group.Key, group.Sum(row => row.Count))).OrderByDescending(row => row.Item2)];

    private static DateTimeOffset Moment(int month, int day, int hour) => new(2020, month, day, hour, 0, 0, TimeSpan.FromHours(8));

    private static CaseNoteEntity Note(string number, CaseNoteKind kind, string text, int hour) =>
        new() { Id = Guid.CreateVersion7(), CaseNo = number, Kind = kind, Text = text, WrittenBy = "reviewer", WrittenAt = World.At(World.W30, hour) };
}
