using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class VerificationStoreTests
{
    private static readonly Actor Department = new("dept-person", Role.Department, "dept");
    private static readonly DateTimeOffset Now = World.At(World.W30, 1);

    [Theory, OnSqlite, OnSqlServer]
    public async Task OfWeek_SentByOthers_IsThereWithItsFileAndSentByTheUnitIsNot(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.SendAsync(World.Reviewer, Now, world.Form(World.W30, "items", "dept", Value));
        await world.SendAsync(World.County("east"), Now, world.Form(World.W30, "items", "east", Value));
        await world.SendAsync(World.Source, Now, world.Form(World.W30, "users", "east", Value));

        var all = await world.Verifications.OfWeekAsync(World.Reviewer, World.W30, null);

        Assert.Equal(
            [("east", "users"), ("dept", "total"), ("dept", "done"), ("dept", "seen")],
            all.OrderByDescending(row => row.Asked.Code).Select(row => (row.Asked.Code, row.Element.Code)));
        var total = all.Single(row => row.Element.Code == "total");
        Assert.Equal((10L, "报表.xlsx", "reviewer", VerificationState.Open), (total.Value, total.FileName, total.SentBy, total.State));
        Assert.Equal(new Place("事项表", "C6"), total.Place);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Say_AndAnswer_AreKeptInTheirOrderAndLeadThroughTheStates(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await SendAsync(world);
        FigureKey[] one = [new("done", "dept")];

        Assert.Equal(1, await world.Verifications.SayAsync(Department, id, one, confirm: false, " 应为9 ", Now.AddMinutes(1)));
        Assert.Equal(2, await world.Verifications.SayAsync(Department, id, [new("total", "dept"), new("done", "dept"), new("seen", "dept")], confirm: true, null, Now.AddMinutes(2)));
        Assert.Equal([VerificationState.Confirmed, VerificationState.Objected, VerificationState.Confirmed], await StatesAsync(world));
        Assert.Equal("done", Assert.Single(await world.Verifications.ObjectionsAsync(World.Reviewer)).Element.Code);

        await world.Verifications.AnswerAsync(World.Reviewer, id, "done", "dept", adopt: false, "系统口径不同", Now.AddMinutes(3));
        Assert.Empty(await world.Verifications.ObjectionsAsync(World.Reviewer));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Verifications.AnswerAsync(World.Reviewer, id, "done", "dept", adopt: true, null, Now.AddMinutes(4)));
        Assert.Equal(1, await world.Verifications.SayAsync(Department, id, one, confirm: true, null, Now.AddMinutes(5)));
        Assert.Equal(0, await world.Verifications.SayAsync(Department, id, one, confirm: true, null, Now.AddMinutes(6)));

        var said = (await world.Verifications.OfWeekAsync(Department, World.W30, "dept")).Single(row => row.Element.Code == "done").Said;
        Assert.Equal(
            [(VerificationKind.Objected, "应为9", "dept-person"), (VerificationKind.Explained, "系统口径不同", "reviewer"), (VerificationKind.Confirmed, null, "dept-person")],
            said.Select(word => (word.Kind, word.Text, word.WrittenBy)));
        Assert.Contains("系统口径不同", Assert.Single(await world.Messages.ListAsync(Department, 9)).Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task State_AfterACorrection_IsOpenAgain(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await SendAsync(world);
        await world.AcceptAllAsync(World.W30, new Actor("other", Role.CityReviewer));
        await world.Verifications.SayAsync(Department, id, [new("done", "dept")], confirm: false, "应为9", Now.AddMinutes(1));
        await world.Verifications.AnswerAsync(World.Reviewer, id, "done", "dept", adopt: true, null, Now.AddMinutes(2));
        Assert.Equal(VerificationState.Adopted, (await StatesAsync(world))[1]);
        Assert.Single(await world.Verifications.ObjectionsAsync(World.Reviewer));

        var request = await world.Corrections.RequestAsync(World.Reviewer, World.W30, "done", "dept", 9, "单位异议", Now.AddMinutes(3));
        Assert.Empty(await world.Verifications.ObjectionsAsync(World.Reviewer));
        await world.Corrections.DecideAsync(new Actor("other", Role.CityReviewer), request, approve: true, null, Now.AddMinutes(4));

        var figure = (await world.Verifications.OfWeekAsync(Department, World.W30, "dept"))[1];
        Assert.Equal((9L, VerificationState.Open), (figure.Value, figure.State));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Say_OfARoundThatWasReplaced_IsRefused(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await SendAsync(world);
        await world.SendAsync(World.Reviewer, Now.AddMinutes(1), world.Form(World.W30, "items", "dept", (_, _) => 3));

        await Assert.ThrowsAsync<StateConflictException>(() => world.Verifications.SayAsync(Department, id, [new("done", "dept")], confirm: true, null, Now.AddMinutes(2)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Say_ObjectionWithoutReasonOrOfNoFigure_IsRefused(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await SendAsync(world);

        await Assert.ThrowsAsync<StateConflictException>(() => world.Verifications.SayAsync(Department, id, [new("done", "dept")], confirm: false, " ", Now));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Verifications.SayAsync(Department, id, [new("users", "dept")], confirm: true, null, Now));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Verifications.AnswerAsync(World.Reviewer, id, "done", "dept", adopt: false, "没有异议", Now));
    }

    public static TheoryData<Role, string?, bool, bool, bool> Roles
    {
        get
        {
            var roles = new TheoryData<Role, string?, bool, bool, bool>();
            foreach (var role in Enum.GetValues<Role>())
            {
                var ofUnits = role is Role.Department or Role.CountyReporter or Role.CountyReviewer;
                var wholeCity = role is not (Role.CityReporter or Role.Auditor) && !ofUnits;
                if (ofUnits) roles.Add(role, role is Role.Department ? "dept" : "east", true, true, false);
                if (ofUnits) roles.Add(role, "west", false, false, false);
                else roles.Add(role, null, wholeCity, false, role is Role.CityReviewer);
            }

            return roles;
        }
    }

    /// <summary>Reading, saying and answering by every role of the own and of another unit.</summary>
    [Theory, MemberData(nameof(Roles))]
    public async Task Everything_ByARole_IsForTheUnitAndTheReviewerAlone(Role role, string? unit, bool mayRead, bool maySay, bool mayAnswer)
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        var about = role is Role.CountyReporter or Role.CountyReviewer ? "east" : "dept";
        var id = (await world.SendAsync(World.Source, Now, world.Form(World.W30, "items", about, Value))).Submissions[0].Id;
        var actor = new Actor("somebody", role, unit);
        await world.Verifications.SayAsync(new Actor("own", about == "dept" ? Role.Department : Role.CountyReporter, about), id, [new("done", about)], confirm: false, "不对", Now);

        Assert.Equal(mayRead, await AllowsAsync(() => world.Verifications.OfWeekAsync(actor, World.W30, about)));
        Assert.Equal(maySay, await AllowsAsync(() => world.Verifications.SayAsync(actor, id, [new("total", about)], confirm: true, null, Now.AddMinutes(1))));
        Assert.Equal(mayRead && unit is null, await AllowsAsync(() => world.Verifications.ObjectionsAsync(actor)));
        Assert.Equal(mayAnswer, await AllowsAsync(() => world.Verifications.AnswerAsync(actor, id, "done", about, adopt: true, null, Now.AddMinutes(2))));
    }

    private static async Task<Guid> SendAsync(World world) =>
        (await world.SendAsync(World.Reviewer, Now, world.Form(World.W30, "items", "dept", Value))).Submissions[0].Id;

    private static async Task<IReadOnlyList<VerificationState>> StatesAsync(World world) =>
        [.. (await world.Verifications.OfWeekAsync(Department, World.W30, "dept")).Select(row => row.State)];

    private static long? Value(string element, string unit) => element switch { "total" => 10, "done" => 8, _ => 5 };

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
}
