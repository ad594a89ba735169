using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Cases;

public sealed class ElementOriginTests
{
    private const string Supervision = "e-supervision";
    private static readonly Actor Administrator = new("admin", Role.Administrator);
    private static readonly ReportingWeek W31 = World.W30.Next;

    [Theory, OnSqlite, OnSqlServer]
    public async Task Set_FromAWeekOn_CountsTheCasesFromThereAndNotBefore(StorageProvider provider)
    {
        await using var world = await BothAsync(provider);
        await world.OpenAsync(W31);
        await SendAsync(world, W31, red: 7);
        await CountAsync(world, W31);

        await world.Service<ElementOriginStore>().SetAsync(Administrator, NamedCodes.RedCards, W31, Origin.Cases, World.At(W31, 14));

        Assert.Equal((5L, 2L), (await RedAsync(world, World.W30), await RedAsync(world, W31)));
        var red = await world.Snapshots.SeriesAsync(World.Leader, "red-cards-outstanding", [CaseFeed.East], World.W30, W31);
        Assert.Equal([5L, 2L], red.Select(row => row.Numerator!.Value));
        Assert.Empty(await world.Snapshots.RecomputeAsync(Administrator, null, check: true, World.At(W31, 14)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Set_BackToTheForm_KeepsBothAndTheHistory(StorageProvider provider)
    {
        await using var world = await BothAsync(provider);
        var origins = world.Service<ElementOriginStore>();
        await origins.SetAsync(Administrator, NamedCodes.RedCards, World.W30, Origin.Cases, World.At(World.W30, 13));
        Assert.Equal(2, await RedAsync(world, World.W30));
        await origins.SetAsync(Administrator, NamedCodes.RedCards, World.W30, Origin.Form, World.At(World.W30, 14));
        Assert.Equal(5, await RedAsync(world, World.W30));
        await origins.SetAsync(Administrator, NamedCodes.RedCards, World.W30, Origin.Form, World.At(World.W30, 15));

        var rows = await origins.ListAsync(World.Reviewer);
        Assert.Equal(NamedCodes.CountedFromCases, rows.Select(row => row.Element.Code));
        var history = rows.Single(row => row.Element.Code == NamedCodes.RedCards).History;
        Assert.Equal([(Origin.Form, World.At(World.W30, 14)), (Origin.Cases, World.At(World.W30, 13))], history.Select(row => (row.Origin, row.ChangedAt)));
        Assert.Equal(2, (await world.Observations.QueryAsync(World.Leader, new ObservationFilter(World.W30, Element: NamedCodes.RedCards, Unit: CaseFeed.East))).Count);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Set_ForAClosedWeek_IsRefusedAndChangesNothing(StorageProvider provider)
    {
        await using var world = await BothAsync(provider);
        await world.OpenAsync(W31);
        await world.CloseAsync(World.W30);
        var before = await world.Snapshots.WeekAsync(World.Leader, World.W30);

        var refusal = await Assert.ThrowsAsync<StateConflictException>(
            () => world.Service<ElementOriginStore>().SetAsync(Administrator, NamedCodes.RedCards, World.W30, Origin.Cases, World.At(W31, 13)));
        await world.Service<ElementOriginStore>().SetAsync(Administrator, NamedCodes.RedCards, W31, Origin.Cases, World.At(W31, 13));

        Assert.Contains("已经关闭", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before.All, (await world.Snapshots.WeekAsync(World.Leader, World.W30)).All);
        Assert.Empty(await world.Snapshots.RecomputeAsync(Administrator, null, check: true, World.At(W31, 14)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Set_OfAnotherElementOrOrigin_IsRefused(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var origins = world.Service<ElementOriginStore>();
        var other = world.Catalogue.Elements.First(element => !NamedCodes.CountedFromCases.Contains(element.Code)).Code;
        await Assert.ThrowsAsync<StateConflictException>(() => origins.SetAsync(Administrator, other, World.W30, Origin.Cases, World.At(World.W30, 1)));
        await Assert.ThrowsAsync<StateConflictException>(() => origins.SetAsync(Administrator, NamedCodes.RedCards, World.W30, Origin.Manual, World.At(World.W30, 1)));
        await Assert.ThrowsAsync<StateConflictException>(() => origins.SetAsync(Administrator, NamedCodes.RedCards, World.W30.Previous, Origin.Cases, World.At(World.W30, 1)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Compare_OfBothOrigins_ShowsTheDifferenceAndWhichCounts(StorageProvider provider)
    {
        await using var world = await BothAsync(provider);
        var origins = world.Service<ElementOriginStore>();
        await origins.SetAsync(Administrator, NamedCodes.YellowCards, World.W30, Origin.Cases, World.At(World.W30, 13));

        var rows = (await origins.CompareAsync(World.Reviewer, World.W30)).ToDictionary(row => row.Element.Code);

        Assert.Equal((5L, 2L, 3L, Origin.Form), (rows[NamedCodes.RedCards].Sent, rows[NamedCodes.RedCards].FromCases, rows[NamedCodes.RedCards].Difference, rows[NamedCodes.RedCards].Counts));
        Assert.Equal((0L, Origin.Cases), (rows[NamedCodes.YellowCards].Difference, rows[NamedCodes.YellowCards].Counts));
        Assert.All(rows.Values, row => Assert.Equal(CaseFeed.East, row.Unit.Code));
        var own = await origins.OfUnitAsync(World.County(CaseFeed.East), World.W30, CaseFeed.East);
        Assert.Equal([NamedCodes.CasesMonitored, NamedCodes.RedCards], own.Select(row => row.Element.Code));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Explain_OfBothOrigins_NamesTheRunAndTheOtherValue(StorageProvider provider)
    {
        await using var world = await BothAsync(provider);
        var typed = await ExplainedAsync(world);
        Assert.Equal((Origin.Form, 5L, 2L), (typed.Observation.Origin, typed.Observation.Value, typed.Other!.Observation.Value));

        await world.Service<ElementOriginStore>().SetAsync(Administrator, NamedCodes.RedCards, World.W30, Origin.Cases, World.At(World.W30, 13));

        var counted = await ExplainedAsync(world);
        Assert.Equal((Origin.Cases, 2L, 5L), (counted.Observation.Origin, counted.Observation.Value, counted.Other!.Observation.Value));
        Assert.Equal(("省电子监察平台", World.At(World.W30, 0)), (counted.Cases!.Source, counted.Cases.Until));
        Assert.NotNull(counted.Cases.Run);
        Assert.Equal("报表.xlsx", counted.Other.FileName);
        Assert.Null(counted.Other.Cases);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Correction_OfATypedValue_IsOfTheFormWhicheverCounts(StorageProvider provider)
    {
        await using var world = await BothAsync(provider);
        await world.Service<ElementOriginStore>().SetAsync(Administrator, NamedCodes.RedCards, World.W30, Origin.Cases, World.At(World.W30, 13));

        var values = await world.Corrections.ValuesAsync(World.Reviewer, World.W30, Supervision, CaseFeed.East);
        Assert.Equal(5, values.Single(value => value.Element.Code == NamedCodes.RedCards).Value);
        var id = await world.Corrections.RequestAsync(World.Reviewer, World.W30, NamedCodes.RedCards, CaseFeed.East, 4, "录入错误", World.At(World.W30, 14));
        var decision = await world.Corrections.DecideAsync(new Actor("other", Role.CityReviewer), id, true, null, World.At(World.W30, 15));

        Assert.Equal(ReviewStatus.Done, decision.Status);
        Assert.Equal(2, await RedAsync(world, World.W30));
        Assert.Equal(4, (await world.Service<ElementOriginStore>().CompareAsync(World.Reviewer, World.W30)).Single(row => row.Element.Code == NamedCodes.RedCards).Sent);
        await Assert.ThrowsAsync<StateConflictException>(
            () => world.Corrections.RequestAsync(World.Reviewer, World.W30, NamedCodes.CasesAccepted, CaseFeed.East, 4, "没有报过", World.At(World.W30, 14)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task CheckData_OfAWeekWithCases_KnowsWhatTheyGiveAndWhatCountedBefore(StorageProvider provider)
    {
        await using var world = await BothAsync(provider);
        await world.Service<ElementOriginStore>().SetAsync(Administrator, NamedCodes.RedCards, World.W30, Origin.Cases, World.At(World.W30, 13));
        await world.OpenAsync(W31);

        var context = await world.Submissions.CheckDataAsync(Actor.System, [World.W30, W31], [CaseFeed.East]);

        Assert.Equal(2, context.FromCases(NamedCodes.RedCards, CaseFeed.East, World.W30));
        Assert.Null(context.FromCases(NamedCodes.RedCards, CaseFeed.East, W31));
        Assert.Equal([new Figure(2, World.W30)], context.History(NamedCodes.RedCards, CaseFeed.East, W31));
        var round = (await world.Submissions.ListAsync(World.Reviewer, World.W30)).Single();
        var shown = (await world.Submissions.FindAsync(World.Reviewer, round.Id))!.Values.Single(value => value.Element.Code == NamedCodes.RedCards);
        Assert.Equal((5L, 2L), (shown.Value, shown.FromCases));
        Assert.Equal(2, (await world.Observations.FromCasesAsync(World.County(CaseFeed.East), [CaseFeed.East], World.W30))[(NamedCodes.RedCards, CaseFeed.East)]);
    }

    /// <summary>Two red cards by the cases of 东县, and five by its form.</summary>
    private static async Task<World> BothAsync(StorageProvider provider)
    {
        var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        await CountAsync(world, World.W30);
        await SendAsync(world, World.W30, red: 5);
        return world;
    }

    private static async Task SendAsync(World world, ReportingWeek week, long red)
    {
        await world.SendAsync(World.Source, World.At(week, 9), world.Form(week, Supervision, CaseFeed.East, (element, _) =>
            element == NamedCodes.CasesMonitored ? 20 : element == NamedCodes.RedCards ? red : 0));
        await world.AcceptAllAsync(week);
    }

    private static async Task<long?> RedAsync(World world, ReportingWeek week) =>
        (await world.Observations.CountedAsync(World.Leader, week)).Reported(NamedCodes.RedCards, CaseFeed.East);

    private static async Task<ExplainedValue> ExplainedAsync(World world) =>
        (await world.Snapshots.ExplainAsync(World.Leader, "red-cards-outstanding", CaseFeed.East, World.W30))!.Parts.Single().Values.Single();

    /// <summary>The two red cards, told on the Monday after a week.</summary>
    private static async Task CountAsync(World world, ReportingWeek week)
    {
        var feed = await CaseFeed.CreateAsync(world, week == World.W30 ? "省电子监察平台" : "另一平台");
        await feed.TakeAsync(World.At(week, 8), CaseFeed.Row("A1", with: Red), CaseFeed.Row("A2", with: Red), CaseFeed.Row("A3"));

        static CaseRow Red(CaseRow row) => row with { Card = "red", Cause = "overdue" };
    }
}
