using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

/// <summary>The east reviews itself; what its reporter sends goes through its reviewer.</summary>
public sealed class AcceptanceStoreTests
{
    private static readonly Actor East = World.County("east");
    private static readonly Actor EastReviewer = new("east-reviewer", Role.CountyReviewer, "east");
    private static readonly Actor Administrator = new("admin", Role.Administrator);
    private static readonly DateTimeOffset Early = World.At(World.W30, 8);

    [Theory, OnSqlite, OnSqlServer]
    public async Task AcceptClean_PassedByTheUnitsReviewer_IsAcceptedInTheNameOfTheSetting(StorageProvider provider)
    {
        await using var world = await StartAsync(provider);
        var id = await SendAsync(world);
        await world.Review.ForwardAsync(EastReviewer, [id], Early);

        Assert.Equal(1, await world.Acceptance.AcceptCleanAsync(Actor.System, Early));
        Assert.Equal(0, await world.Acceptance.AcceptCleanAsync(Actor.System, Early));

        var row = (await world.Submissions.FindAsync(East, id))!.Row;
        Assert.Equal((SubmissionState.Accepted, "system", "admin"), (row.State, row.DecidedBy, row.AcceptedUnder));
        Assert.NotEmpty(await world.Observations.QueryAsync(World.Reviewer, new ObservationFilter(World.W30, Unit: "east")));
    }

    [Fact]
    public async Task AcceptClean_NeverSet_AcceptsNothing()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        await world.Practices.SetReviewAsync(EastReviewer, "east", true, Early);
        await world.Review.ForwardAsync(EastReviewer, [await SendAsync(world)], Early);

        Assert.Equal(0, await world.Acceptance.AcceptCleanAsync(Actor.System, Early));
    }

    [Fact]
    public async Task AcceptClean_TurnedOffAgain_AcceptsNothing()
    {
        await using var world = await StartAsync(StorageProvider.Sqlite);
        await world.Acceptance.SetAsync(World.Drafter, false, Early);
        await world.Review.ForwardAsync(EastReviewer, [await SendAsync(world)], Early);

        Assert.Equal(0, await world.Acceptance.AcceptCleanAsync(Actor.System, Early));
        Assert.Equal([(false, "drafter"), (true, "admin")], (await world.Acceptance.SettingsAsync(World.Reviewer)).Select(setting => (setting.IsAutomatic, setting.ChangedBy)));
    }

    public static TheoryData<string> Exceptions => ["not reviewed", "late", "warning", "warning about the file", "remarkable", "sent by the setting's author", "sent for the unit"];

    [Theory, MemberData(nameof(Exceptions))]
    public async Task AcceptClean_WithAnException_LeavesItToAPerson(string exception)
    {
        await using var world = await StartAsync(StorageProvider.Sqlite, exception == "sent by the setting's author" ? new Actor(East.Name, Role.Administrator) : Administrator);
        var now = exception == "late" ? World.At(World.W30, 11) : Early;
        var week = exception == "remarkable" ? await ReportMoreAsync(world) : World.W30;
        IReadOnlyList<IntakeIssue> issues = exception switch
        {
            "warning" => [new IntakeIssue(Severity.Warning, "CHANGE", "事项表", "C7", "东县", null, null, "变化较大。")],
            "warning about the file" => [new IntakeIssue(Severity.Warning, "FILE", null, null, null, null, null, "文件较旧。")],
            _ => [],
        };
        var id = await SendAsync(world, exception switch { "sent for the unit" => World.Reviewer, "not reviewed" => EastReviewer, _ => East }, now, issues, week);
        if (exception is not ("not reviewed" or "sent for the unit")) Assert.Equal(ReviewStatus.Done, (await world.Review.ForwardAsync(EastReviewer, [id], now))[0].Status);

        Assert.Equal(0, await world.Acceptance.AcceptCleanAsync(Actor.System, now));

        Assert.NotEqual(SubmissionState.Accepted, (await world.Submissions.FindAsync(East, id))!.Row.State);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Clean_WithAFigureThatItsUnitObjectsTo_IsNotClean(StorageProvider provider)
    {
        await using var world = await StartAsync(provider);
        var id = await SendAsync(world, World.Reviewer, Early);
        Assert.Single(await world.Acceptance.CleanAsync(World.Drafter));

        await world.Verifications.SayAsync(East, id, [new FigureKey("done", "east")], confirm: false, "应为9", Early);

        Assert.Empty(await world.Acceptance.CleanAsync(World.Drafter));
    }

    /// <summary>A note asks for nothing, and a warning about another unit's form of the same file is that form's.</summary>
    [Fact]
    public async Task Clean_WithANoteAndAnothersWarning_IsCleanAll()
    {
        await using var world = await StartAsync(StorageProvider.Sqlite);
        var id = await SendAsync(world, World.Reviewer, Early,
        [
            new IntakeIssue(Severity.Note, "NOTE", "事项表", "C7", "东县", null, null, "供参考。"),
            new IntakeIssue(Severity.Warning, "CHANGE", "事项表", "C7", "西县", null, null, "变化较大。"),
        ]);

        Assert.Equal(id, Assert.Single(await world.Acceptance.CleanAsync(World.Drafter)).Id);
    }

    [Fact]
    public async Task Methods_AsEveryRole_AreWhatTheRoleMay()
    {
        await using var world = await StartAsync(StorageProvider.Sqlite);
        await world.Review.ForwardAsync(EastReviewer, [await SendAsync(world)], Early);
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var unit in new[] { "east", "west" })
            {
                var isBound = role is Role.CountyReporter or Role.CountyReviewer or Role.Department;
                var actor = new Actor("someone", role, isBound ? unit : null);
                Assert.Equal((role, role is Role.Administrator or Role.Drafter), (role, await Refusals.IsAllowedAsync(() => world.Acceptance.SetAsync(actor, true, Early))));
                Assert.Equal((role, actor.SeesWholeCity), (role, await Refusals.IsAllowedAsync(() => world.Acceptance.SettingsAsync(actor))));
                Assert.Equal((role, unit, actor.SeesWholeCity || (isBound && unit == "east")), (role, unit, (await world.Acceptance.CleanAsync(actor)).Count == 1));
                Assert.False(await Refusals.IsAllowedAsync(() => world.Acceptance.AcceptCleanAsync(actor, Early)));
            }
        }
    }

    private static async Task<World> StartAsync(StorageProvider provider, Actor? author = null)
    {
        var world = await World.CreateAsync(provider);
        await world.Practices.SetReviewAsync(EastReviewer, "east", true, World.At(World.W30, 1));
        await world.Acceptance.SetAsync(author ?? Administrator, true, World.At(World.W30, 1));
        return world;
    }

    /// <summary>Accepts much higher values for the first week, and opens the next.</summary>
    private static async Task<ReportingWeek> ReportMoreAsync(World world)
    {
        await world.SendAsync(World.Source, Early, world.Form(World.W30, "items", "east", (_, _) => 1000));
        await world.AcceptAllAsync(World.W30);
        await world.OpenAsync(World.W30.Next);
        return World.W30.Next;
    }

    private static async Task<Guid> SendAsync(World world, Actor? sender = null, DateTimeOffset? now = null, IReadOnlyList<IntakeIssue>? issues = null, ReportingWeek? week = null)
    {
        var (who, when) = (sender ?? East, now ?? Early);
        var upload = await world.AddAsync(who, when);
        await world.Uploads.ClaimAsync(Actor.System, upload, when, TimeSpan.FromMinutes(5));
        var form = world.Form(week ?? World.W30, "items", "east", (_, _) => 10);
        var outcome = await world.Submissions.StoreAsync(who, upload, World.Intake(form) with { Issues = issues ?? [] }, when);
        return outcome.Submissions[0].Id;
    }
}
