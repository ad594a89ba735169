using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class WeekStoreTests
{
    [Theory, OnSqlite, OnSqlServer]
    public async Task Open_Week_WritesADutyForEveryAskedUnitAndForm(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var duties = await world.Duties.OfWeekAsync(World.Reviewer, World.W30);
        var expected = world.Catalogue.Forms.SelectMany(form => world.Catalogue.AskedUnits(form, World.W30).Select(unit => (form.Code, unit.Code)));
        Assert.Equal(expected.Order(), duties.Select(duty => (duty.Form.Code, duty.Unit.Code)).Order());
        Assert.All(duties, duty => Assert.Equal((World.Due(World.W30), null, null), (duty.DueAt, duty.State, duty.OnTime)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Open_Again_ChangesNothing(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var before = await world.Duties.OfWeekAsync(World.Reviewer, World.W30);
        var row = await world.Weeks.OpenAsync(Actor.System, World.Hours(new ReportingPeriod(World.W30)) with { DueAt = World.At(World.W30, 99) }, World.At(World.W30, 3));
        Assert.Equal((World.Due(World.W30), World.At(World.W30, -72)), (row.DueAt, row.OpenedAt));
        Assert.Equal(before, await world.Duties.OfWeekAsync(World.Reviewer, World.W30));
        Assert.Single(await world.Weeks.ListAsync(World.Leader));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Open_BeforeFirstWeek_IsRefused(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await Assert.ThrowsAsync<StateConflictException>(() => world.OpenAsync(World.W30.Previous));
        Assert.Null(await world.Weeks.FindAsync(World.Leader, World.W30.Previous));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Open_ByReporter_IsDenied(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Weeks.OpenAsync(World.County("east"), World.Hours(new ReportingPeriod(World.W30.Next)), World.At(World.W30, 1)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Retime_WithAHolidayEnteredLate_MergesTheWeekUntilTheFirstFormIsSent(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var holiday = Enumerable.Range(0, 8).Select(day => new CalendarDay(World.W30.Next.Monday.AddDays(day), DayKind.Holiday, "试验节"));
        var (plain, autumn) = (new Timetable(WorkCalendar.Plain, TimetableHours.Standard), new Timetable(new WorkCalendar(holiday), TimetableHours.Standard));

        Assert.Equal(1, await world.Weeks.RetimeAsync(Actor.System, autumn));
        var merged = Assert.Single(await world.Weeks.ListAsync(World.Leader));
        Assert.Equal((new ReportingPeriod(World.W30, World.W30.Next), "试验节"), (merged.Period, merged.Hours.Holidays));
        Assert.All(await world.Duties.OfWeekAsync(World.Reviewer, World.W30), duty => Assert.Equal(merged.DueAt, duty.DueAt));
        Assert.Equal(0, await world.Weeks.RetimeAsync(Actor.System, autumn));

        Assert.Equal(1, await world.Weeks.RetimeAsync(Actor.System, plain));
        Assert.Equal(new ReportingPeriod(World.W30), Assert.Single(await world.Weeks.ListAsync(World.Leader)).Period);

        await world.SendAsync(World.County("east"), World.At(World.W30, 1), world.Form(World.W30, "items", "east", (_, _) => 7));
        await world.Weeks.RetimeAsync(Actor.System, autumn);
        var alone = Assert.Single(await world.Weeks.ListAsync(World.Leader));
        Assert.Equal((new ReportingPeriod(World.W30), true), (alone.Period, alone.DueAt > World.Due(World.W30)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Close_WithWaitingSubmission_IsPendingAndChangesNothing(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.SendAsync(World.County("east"), World.At(World.W30, 1), world.Form(World.W30, "items", "east", (_, _) => 7));
        var outcome = await world.CloseAsync(World.W30);
        Assert.Equal(CloseStatus.Pending, outcome.Status);
        Assert.Equal(("east", "items"), (outcome.Pending.Single().Unit.Code, outcome.Pending.Single().Form.Code));
        Assert.True((await world.Weeks.FindAsync(World.Leader, World.W30))!.IsOpen);
        Assert.Empty(await world.Observations.QueryAsync(World.Leader, new ObservationFilter()));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Close_OverridingWaitingSubmission_CountsItAsNotReported(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.SendAsync(World.County("east"), World.At(World.W30, 1), world.Form(World.W30, "items", "east", (_, _) => 7));
        var outcome = await world.Weeks.CloseAsync(World.Drafter, World.W30, World.At(World.W30, 17), overridePending: true);
        Assert.Equal((CloseStatus.Closed, 1), (outcome.Status, outcome.Pending.Count));
        Assert.Equal(0, (await world.Snapshots.WeekAsync(World.Leader, World.W30)).Find("open-items", "city")!.Coverage.Reported);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Close_BeforeTheLock_IsRefusedToTheSecond(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var refusal = await Assert.ThrowsAsync<StateConflictException>(() => world.Weeks.CloseAsync(World.Drafter, World.W30, World.At(World.W30, 17).AddSeconds(-1), overridePending: true));
        Assert.Contains("7月27日17:00", refusal.Message, StringComparison.Ordinal);
        Assert.True((await world.Weeks.FindAsync(World.Leader, World.W30))!.IsOpen);
        Assert.Equal(CloseStatus.Closed, (await world.CloseAsync(World.W30)).Status);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Close_OverridingWaitingSubmission_NamesItInTheReportsFacts(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.SendAsync(World.County("east"), World.At(World.W30, 1), world.Form(World.W30, "items", "east", (_, _) => 7), world.Form(World.W30, "rural", "east", (_, _) => 7));
        await world.SendAsync(World.County("west"), World.At(World.W30, 1), world.Form(World.W30, "items", "west", (_, _) => 7));
        Assert.Empty((await world.Reports.FactsDataAsync(World.Drafter, World.W30)).Unreviewed);
        await world.Weeks.CloseAsync(World.Drafter, World.W30, World.At(World.W30, 17), overridePending: true);
        var unreviewed = (await world.Reports.FactsDataAsync(World.Drafter, World.W30)).Unreviewed;
        Assert.Equal(["items: east, west", "rural: east"], unreviewed.Select(form => $"{form.Form.Code}: {string.Join(", ", form.Units.Select(unit => unit.Code))}"));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Close_OfMergedWeeks_IsOneIssueThatTheNextFollows(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, Value);
        await world.CloseAsync(World.W30);
        var merged = new ReportingPeriod(World.W30.Next, World.W30.AddWeeks(2));
        await world.OpenAsync(merged);
        await world.FillAsync(merged.First, Value);
        var (first, next) = (merged.First, merged.Last.Next);
        Assert.Equal([World.W30, first], (await world.Weeks.ListAsync(World.Leader)).Select(week => week.Week));

        var closed = await world.Weeks.CloseAsync(Actor.System, first, World.At(merged.Last, 17));
        await world.OpenAsync(next);
        await world.FillAsync(next, Value);
        await world.CloseAsync(next);

        Assert.Equal((2, 2), (closed.Week.Issue, closed.Week.TotalIssue));
        var facts = await world.Reports.FactsDataAsync(World.Leader, next);
        Assert.Equal([new ReportingPeriod(World.W30), merged, new ReportingPeriod(next)], facts.Weeks.Select(week => week.Period));
        Assert.Equal((3, 3), (facts.Issue, facts.TotalIssue));
        Assert.Equal(3, (await world.Observations.QueryAsync(World.Leader, new ObservationFilter(Element: "total", Unit: "east"))).Count);
        Assert.NotNull(facts.Weeks[2].Find("done-rate", "city")!.Change);
        Assert.Equal(100m, facts.Weeks[1].Find("on-time", "east")!.Value);
        Assert.Empty(await world.Snapshots.RecomputeAsync(Actor.System, null, check: true, World.At(next, 18)));

        static long? Value(string element, string unit) => element is "done" or "covered" ? 3 : 7;
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Close_OfThe53rdWeek_IsComparedWithTheWeeksAroundIt(StorageProvider provider)
    {
        await using var world = await World.CreateEmptyAsync(provider);
        await world.Catalogues.SeedAsync(Actor.System, world.Catalogue, World.At(World.W30, -1));
        var done = 3;
        foreach (var week in new ReportingWeek(2020, 52).To(new ReportingWeek(2021, 1)))
        {
            await world.OpenAsync(week);
            await world.FillAsync(week, (element, _) => element is "done" or "covered" ? done : 10);
            await world.CloseAsync(week);
            done++;
        }

        var changes = (await world.Reports.FactsDataAsync(World.Leader, new ReportingWeek(2021, 1))).Weeks.ToDictionary(week => week.Week.ToString(), week => week.Find("done-rate", "city")!.Change?.Amount);
        Assert.Equal(new() { ["2020-W52"] = null, ["2020-W53"] = 10m, ["2021-W01"] = 10m }, changes);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Close_Twice_KeepsNumbersAndEdition(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var first = await world.CloseAsync(World.W30);
        var second = await world.Weeks.CloseAsync(Actor.System, World.W30, World.At(World.W30, 30));
        Assert.Equal((CloseStatus.AlreadyClosed, first.Week), (second.Status, second.Week with { Version = first.Week.Version }));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Close_BeforeAnEarlierWeek_IsRefused(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.OpenAsync(World.W30.Next);
        await Assert.ThrowsAsync<StateConflictException>(() => world.CloseAsync(World.W30.Next));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Close_ByReviewer_IsDenied(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Weeks.CloseAsync(World.Reviewer, World.W30, World.At(World.W30, 17)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Close_OverTheYear_NumbersIssuesByTheYearInWhichTheWeekEnds(StorageProvider provider)
    {
        await using var world = await World.CreateEmptyAsync(provider);
        await world.Catalogues.SeedAsync(Actor.System, world.Catalogue, World.At(World.W30, -1));
        var numbers = new List<(int?, int?)>();

        // 2020-W53 ends on 3 January 2021.
        foreach (var week in new ReportingWeek(2020, 51).To(new ReportingWeek(2021, 1)))
        {
            await world.OpenAsync(week);
            var row = (await world.CloseAsync(week)).Week;
            numbers.Add((row.Issue, row.TotalIssue));
        }

        Assert.Equal([(1, 1), (2, 2), (1, 3), (2, 4)], numbers);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Close_Week_ObservesDutiesExpectedAndOnTime(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.SendAsync(World.County("east"), World.At(World.W30, 1), world.Form(World.W30, "items", "east", (_, _) => 7));
        await world.SendAsync(World.County("east"), World.At(World.W30, 11), world.Form(World.W30, "rural", "east", (_, _) => 7));
        await world.AcceptAllAsync(World.W30);
        await world.CloseAsync(World.W30);
        var observed = (await world.Observations.QueryAsync(World.Leader, new ObservationFilter(Unit: "east"))).ToDictionary(row => row.Element, row => row.Value);
        Assert.Equal((2L, 1L), (observed["duties_expected"], observed["duties_on_time"]));
        Assert.Equal(50m, (await world.Snapshots.WeekAsync(World.Leader, World.W30)).Find("on-time", "east")!.Value);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Duties_OfCountyActor_AreItsOwn(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        Assert.All(await world.Duties.OfWeekAsync(World.County("east"), World.W30), duty => Assert.Equal("east", duty.Unit.Code));
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Duties.OfWeekAsync(World.County("east"), World.W30, "west"));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Duties_OfSeveralWeeks_AreThoseOfEachWeekTheOldestFirst(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (second, third) = (World.W30.Next, World.W30.AddWeeks(2));
        await world.OpenAsync(second);
        await world.OpenAsync(third);
        await world.SendAsync(World.County("east"), World.At(second, 13), world.Form(second, "items", "east", (_, _) => 7));
        await world.Duties.ExtendAsync(World.Reviewer, third, "east", World.At(third, 40), "机房停电", World.At(third, 1));

        var duties = await world.Duties.OfWeeksAsync(World.Reviewer, World.W30, second);

        Assert.Equal([.. await world.Duties.OfWeekAsync(World.Reviewer, World.W30), .. await world.Duties.OfWeekAsync(World.Reviewer, second)], duties);
        Assert.Equal((World.At(second, 13), false), duties.Where(duty => duty.FirstSentAt is not null).Select(duty => (duty.FirstSentAt!.Value, duty.OnTime!.Value)).Single());
        var own = await world.Duties.OfWeeksAsync(World.County("east"), second, third);
        Assert.All(own, duty => Assert.Equal("east", duty.Unit.Code));
        Assert.Equal("机房停电", own[^1].ExtendedFor);
    }
}
