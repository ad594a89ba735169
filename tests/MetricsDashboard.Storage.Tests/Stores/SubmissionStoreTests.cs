using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class SubmissionStoreTests
{
    private static readonly Actor East = World.County("east");
    private static readonly DateTimeOffset Now = World.At(World.W30, 1);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_SameValuesAgain_IsUnchangedAndNamesTheOldSubmission(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var form = world.Form(World.W30, "items", "east", (_, _) => 7);
        var first = await world.SendAsync(East, Now, form);
        var second = await world.SendAsync(East, Now.AddMinutes(1), form);
        Assert.Equal(new IntakeCounts(3, 0, 0, 3, 0, 0), second.Counts);
        Assert.Equal(first.Submissions, second.Submissions);
        Assert.Single(await world.Submissions.ListAsync(East));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_OtherValuesWhileWaiting_ReplacesTheRound(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var first = await world.SendAsync(East, Now, world.Form(World.W30, "items", "east", (_, _) => 7));
        var second = await world.SendAsync(East, Now.AddMinutes(1), world.Form(World.W30, "items", "east", (element, _) => element == "done" ? 6 : 7));
        Assert.Equal(new IntakeCounts(3, 0, 1, 2, 0, 0), second.Counts);
        var rounds = await world.Submissions.ListAsync(East, World.W30, "east");
        Assert.Equal([(2, SubmissionState.Submitted), (1, SubmissionState.Replaced)], rounds.Select(row => (row.Round, row.State)));
        Assert.Equal(second.Submissions[0].Id, (await world.Submissions.QueueAsync(World.Reviewer)).Single().Id);
        Assert.Equal(second.Submissions[0].Id, (await world.Duties.OfWeekAsync(East, World.W30)).Single(duty => duty.Form.Code == "items").SubmissionId);
        var late = await world.Submissions.AcceptAsync(World.Reviewer, [first.Submissions[0].Id], Now);
        Assert.Equal(AcceptStatus.NotWaiting, late.Results.Single().Status);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_SameValuesAfterAcceptance_IsUnchanged(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var form = world.Form(World.W30, "items", "east", (_, _) => 7);
        await world.SendAsync(East, Now, form);
        await world.AcceptAllAsync(World.W30);
        var again = await world.SendAsync(East, Now.AddHours(1), form);
        Assert.Equal((IntakeStatus.Stored, 3, SubmissionState.Accepted), (again.Status, again.Counts.Unchanged, again.Submissions.Single().Status));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_OtherValuesAfterAcceptance_RefusesTheWholeFile(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.SendAsync(East, Now, world.Form(World.W30, "items", "east", (_, _) => 7));
        await world.AcceptAllAsync(World.W30);
        var outcome = await world.SendAsync(
            East, Now.AddHours(1), world.Form(World.W30, "items", "east", (_, _) => 8), world.Form(World.W30, "rural", "east", (_, _) => 8));
        Assert.Equal((IntakeStatus.Refused, IntakeCounts.Refused(7)), (outcome.Status, outcome.Counts));
        Assert.Equal([IssueCodes.AlreadyAccepted], outcome.Issues.Select(issue => issue.Code));
        Assert.Empty(await world.Submissions.QueueAsync(World.Reviewer));
        Assert.Equal(IntakeStatus.Refused, (await world.Uploads.FindAsync(East, outcome.Id))!.Status);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_IntoClosedWeek_IsRefused(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.CloseAsync(World.W30);
        var outcome = await world.SendAsync(East, World.At(World.W30, 18), world.Form(World.W30, "items", "east", (_, _) => 7));
        Assert.Equal((IntakeStatus.Refused, IssueCodes.WeekNotOpen), (outcome.Status, outcome.Issues.Single().Code));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_TheSameUploadTwice_GivesTheOldAnswer(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var upload = await world.AddAsync(East, Now);
        var intake = World.Intake(world.Form(World.W30, "items", "east", (_, _) => 7));
        var first = await world.Submissions.StoreAsync(East, upload, intake, Now);
        var second = await world.Submissions.StoreAsync(East, upload, intake, Now.AddHours(1));
        Assert.Equal((first.Counts, first.Submissions[0]), (second.Counts, second.Submissions[0]));
        Assert.Single(await world.Submissions.ListAsync(East));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_ForAnotherUnit_IsDeniedAndStoresNothing(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var upload = await world.AddAsync(East, Now);
        var intake = World.Intake(world.Form(World.W30, "items", "west", (_, _) => 7));
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Submissions.StoreAsync(East, upload, intake, Now));
        Assert.Empty(await world.Submissions.ListAsync(World.Reviewer));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_AfterReturn_MakesANewRoundAndWarnsWhereNothingChanged(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var form = world.Form(World.W30, "items", "east", (_, _) => 7);
        await world.SendAsync(East, Now, form);
        await world.Database.WriteAsync(
            db => db.Submissions.ExecuteUpdateAsync(update => update.SetProperty(row => row.State, SubmissionState.Returned)), CancellationToken.None);
        var outcome = await world.SendAsync(East, Now.AddHours(1), form);
        Assert.Equal(IssueCodes.SameAsReturned, outcome.Issues.Single().Code);
        Assert.Equal((2, SubmissionState.Submitted), ((await world.Submissions.QueueAsync(World.Reviewer)).Single().Round, outcome.Submissions.Single().Status));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Accept_Waiting_ObservesEveryFilledCellWithItsPlace(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var sent = await world.SendAsync(East, Now, world.Form(World.W30, "items", "east", (element, _) => element == "seen" ? null : 7));
        var outcome = await world.AcceptAllAsync(World.W30);
        Assert.Equal(1, outcome.Accepted);
        var observed = await world.Observations.QueryAsync(World.Reviewer, new ObservationFilter(World.W30));
        Assert.Equal([("done", 7L), ("total", 7L)], observed.Select(row => (row.Element, row.Value)).Order());
        Assert.All(observed, row => Assert.Equal(
            (1, sent.Submissions[0].Id, "reviewer", "事项表", World.At(World.W30, 12)), (row.Revision, row.SubmissionId, row.RecordedBy, row.Sheet, row.RecordedAt)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Accept_OneOfThree_SaysOfEachWhatBecameOfIt(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var theirs = await world.SendAsync(East, Now, world.Form(World.W30, "items", "east", (_, _) => 7));
        var own = await world.SendAsync(World.Reviewer, Now, world.Form(World.W30, "items", "west", (_, _) => 7));
        var outcome = await world.Submissions.AcceptAsync(World.Reviewer, [theirs.Submissions[0].Id, own.Submissions[0].Id, Guid.NewGuid()], Now);
        Assert.Equal([AcceptStatus.Accepted, AcceptStatus.OwnSubmission, AcceptStatus.NotWaiting], outcome.Results.Select(result => result.Status));
        Assert.Equal([own.Submissions[0].Id], (await world.Submissions.QueueAsync(World.Reviewer)).Select(row => row.Id));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Accept_ByOtherRoles_IsDenied(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var sent = await world.SendAsync(East, Now, world.Form(World.W30, "items", "east", (_, _) => 7));
        foreach (var actor in new[] { East, World.Drafter, World.Leader, World.Source, new Actor("admin", Role.Administrator) })
            await Assert.ThrowsAsync<AccessDeniedException>(() => world.Submissions.AcceptAsync(actor, [sent.Submissions[0].Id], Now));
        Assert.Single(await world.Submissions.QueueAsync(World.Reviewer));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Find_Submission_ShowsLastWeeksValuesAndHistory(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (_, _) => 5);
        await world.CloseAsync(World.W30);
        var next = World.W30.Next;
        await world.OpenAsync(next);
        var sent = await world.SendAsync(East, World.At(next, 1), world.Form(next, "rural", "east", (_, unit) => unit == "e1" ? 6 : 7));
        var view = await world.Submissions.FindAsync(East, sent.Submissions[0].Id);
        Assert.Equal([("e1", "villages", 6L, 5L), ("e1", "covered", 6L, 5L), ("e2", "villages", 7L, 5L), ("e2", "covered", 7L, 5L)],
            view!.Values.Select(value => (value.Unit.Code, value.Element.Code, value.Value!.Value, value.LastWeek!.Value)));
        Assert.Equal(World.W30, view.Values[0].LastWeekFrom);
        Assert.Equal([view.Row], view.History);
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Submissions.FindAsync(World.County("west"), sent.Submissions[0].Id));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task CheckData_OfAWeek_KnowsOpenWeeksAndValuesFromBefore(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (_, _) => 5);
        await world.CloseAsync(World.W30);
        await world.OpenAsync(World.W30.Next);
        var context = await world.Submissions.CheckDataAsync(East, [World.W30, World.W30.Next], ["east", "west"]);
        Assert.Equal([World.W30.Next], context.OpenWeeks);
        Assert.Equal(5, context.LastAccepted("users", "east", World.W30.Next));
        Assert.Null(context.LastAccepted("users", "east", World.W30));
        Assert.Null(context.LastAccepted("users", "west", World.W30.Next));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Remarkable_OfWhatWaits_CountsChangesOverAFifthAndOverFive(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (element, _) => element == "done" ? 4 : 100);
        var next = World.W30.Next;
        await world.OpenAsync(next);
        var sent = await world.SendAsync(
            World.Source,
            World.At(next, 1),
            world.Form(next, "items", "east", (element, _) => element switch { "done" => 9, "total" => 121, _ => 120 }),
            world.Form(next, "items", "west", (element, _) => element == "done" ? 10 : 100),
            world.Form(next, "rural", "east", (_, unit) => unit == "e1" ? 60 : 40));

        var counts = await world.Submissions.RemarkableAsync(World.Reviewer);

        // 东县: 4 → 9 is under the floor, 100 → 120 not over a fifth; 西县: 4 → 10 is both.
        Assert.Equal([1, 1, 4], sent.Submissions.Select(submission => counts.GetValueOrDefault(submission.Id)));
        Assert.Equal([1, 4], (await world.Submissions.RemarkableAsync(East)).Values.Order());
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Remarkable_AfterACorrection_ComparesWithTheNewestRevision(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (element, _) => element == "done" ? 4 : 100);
        var request = await world.Corrections.RequestAsync(East, World.W30, "done", "east", 40, "漏报", World.At(World.W30, 13));
        await world.Corrections.DecideAsync(World.Reviewer, request, approve: true, null, World.At(World.W30, 14));
        await world.OpenAsync(World.W30.Next);
        await world.SendAsync(East, World.At(World.W30.Next, 1), world.Form(World.W30.Next, "items", "east", (element, _) => element == "done" ? 41 : 100));

        Assert.Empty(await world.Submissions.RemarkableAsync(World.Reviewer));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Try_BesideWhatIsThere_CountsLikeStoringAndWritesNothing(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        CheckedForm Form(long done) => world.Form(World.W30, "items", "east", (element, _) => element == "done" ? done : 10);

        var first = await world.Submissions.TryAsync(East, World.Intake(Form(3)), World.At(World.W30, 8));
        await world.SendAsync(East, World.At(World.W30, 8), Form(3));
        var same = await world.Submissions.TryAsync(East, World.Intake(Form(3)), World.At(World.W30, 9));
        var other = await world.Submissions.TryAsync(East, World.Intake(Form(4)), World.At(World.W30, 9));
        var late = await world.Submissions.TryAsync(East, World.Intake(Form(4)), World.At(World.W30, 17));

        Assert.Equal((IntakeStatus.Checked, 3, 0, 0), (first.Status, first.Counts.Created, first.Counts.Revised, first.Counts.Unchanged));
        Assert.Equal((IntakeStatus.Checked, 0, 0, 3), (same.Status, same.Counts.Created, same.Counts.Revised, same.Counts.Unchanged));
        Assert.Equal((IntakeStatus.Checked, 0, 1, 2), (other.Status, other.Counts.Created, other.Counts.Revised, other.Counts.Unchanged));
        Assert.Equal((IntakeStatus.Refused, 3), (late.Status, late.Counts.Rejected));
        Assert.Equal(1, Assert.Single(await world.Submissions.ListAsync(East, World.W30)).Round);
    }

    /// <summary>The lock, to the second; an extension lets one unit in until its own time.</summary>
    [Theory]
    [InlineData(-1, false, IntakeStatus.Stored)]
    [InlineData(0, false, IntakeStatus.Refused)]
    [InlineData(1, false, IntakeStatus.Refused)]
    [InlineData(0, true, IntakeStatus.Stored)]
    [InlineData(3600, true, IntakeStatus.Stored)]
    [InlineData(3601, true, IntakeStatus.Refused)]
    public async Task Store_AroundTheLock_IsTakenUntilTheLastSecond(int seconds, bool extended, IntakeStatus expected)
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        var locked = World.At(World.W30, 17);
        if (extended) await world.Duties.ExtendAsync(World.Reviewer, World.W30, "east", locked.AddSeconds(3600), "机房停电", World.At(World.W30, 9));

        var outcome = await world.SendAsync(East, locked.AddSeconds(seconds), world.Form(World.W30, "items", "east", (element, _) => element == "done" ? 3 : 10));

        Assert.Equal(expected, outcome.Status);
    }

    /// <summary>The due time, to the second, with and without an extension.</summary>
    [Theory]
    [InlineData(-1, false, true)]
    [InlineData(0, false, true)]
    [InlineData(1, false, false)]
    [InlineData(1, true, true)]
    [InlineData(3600, true, true)]
    [InlineData(3601, true, false)]
    public async Task Store_AroundTheDueTime_IsOnTimeUntilTheLastSecond(int seconds, bool extended, bool onTime)
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        var due = World.Due(World.W30);
        if (extended) await world.Duties.ExtendAsync(World.Reviewer, World.W30, "east", due.AddSeconds(3600), "机房停电", World.At(World.W30, 9));

        await world.SendAsync(East, due.AddSeconds(seconds), world.Form(World.W30, "items", "east", (element, _) => element == "done" ? 3 : 10));

        Assert.Equal(onTime, (await world.Duties.OfWeekAsync(East, World.W30, "east")).Single(duty => duty.Form.Code == "items").OnTime);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_AfterTheWeekClosedWithinAnExtension_ChangesResultsOnceAccepted(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (_, _) => 5, "east");
        await world.CloseAsync(World.W30);
        await world.Duties.ExtendAsync(World.Reviewer, World.W30, "east", World.At(World.W30, 40), "机房停电", World.At(World.W30, 20));

        var outcome = await world.SendAsync(East, World.At(World.W30, 30), world.Form(World.W30, "items", "east", (element, _) => element == "done" ? 3 : 10));
        await world.AcceptAllAsync(World.W30);

        Assert.Equal(IntakeStatus.Stored, outcome.Status);
        Assert.Equal(7, (await world.Snapshots.WeekAsync(World.Leader, World.W30)).Find("open-items", "east")!.Value);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task CheckData_OfALongHistory_IsTheTwelveWeeksBeforeOrTheNewestOlderValue(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        for (var week = World.W30; week < World.W30.AddWeeks(14); week = week.Next)
        {
            await world.OpenAsync(week);
            var weeks = week.WeeksSince(World.W30);
            await world.FillAsync(week, (element, unit) => unit == "west" && weeks > 0 && element == "seen" ? null : 100 + weeks);
            await world.CloseAsync(week);
        }

        var asked = World.W30.AddWeeks(14);
        var context = await world.Submissions.CheckDataAsync(East, [asked], ["east"]);
        var all = await world.Submissions.CheckDataAsync(World.Reviewer, [asked], ["east", "west"]);
        Assert.Equal(Enumerable.Range(102, 12).Reverse().Select(value => (long)value), context.History("total", "east", asked).Select(figure => figure.Value));
        Assert.Equal((113L, asked.Previous), (context.History("total", "east", asked)[0].Value, context.History("total", "east", asked)[0].From));
        Assert.Empty(context.History("total", "west", asked));
        Assert.Equal([new Figure(100, World.W30)], all.History("seen", "west", asked));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task CheckData_OfFormsThatBoundEachOther_KnowsWhatWasSentOrAcceptedForTheWeek(StorageProvider provider)
    {
        var small = TestCatalogues.Small;
        var bound = new Catalogue(
            1, small.Units, small.Elements.Select(element => element.Code == "users" ? element with { MaxElement = "total" } : element), small.Forms, small.Indicators, small.Targets, small.PublishedFigures);
        await using var world = await World.CreateAsync(provider, bound);
        var week = World.W30;
        await world.SendAsync(World.Source, World.At(week, 1), world.Form(week, "items", "east", (_, _) => 7), world.Form(week, "items", "west", (_, _) => 9));
        await world.AcceptAllAsync(week);
        await world.SendAsync(World.Source, World.At(week, 2), world.Form(week, "users", "east", (_, _) => 5), world.Form(week, "users", "north", (_, _) => 3));
        var context = await world.Submissions.CheckDataAsync(World.Source, [week], ["east", "north"]);
        Assert.Equal((7L, 5L, 3L), (context.SameWeek("total", "east", week), context.SameWeek("users", "east", week), context.SameWeek("users", "north", week)));
        Assert.Null(context.SameWeek("total", "west", week));
        Assert.Null(context.SameWeek("done", "east", week));
    }
}
