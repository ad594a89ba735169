using System.Text;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

/// <summary>What may be sent when: deadline × state of the duty × role in one table, around each deadline to the second.</summary>
public sealed class DeadlineByStateTests
{
    private const string Form = "service-items";
    private const long Before = 10;

    // intime and late: a new round; same: nothing to do; shut: refused with a sentence; denied: no right to send it.
    private const string Expected = """
        state      sender         due-1       due         due+1       lock-1      lock        lock+1      extended-1  extended    extended+1
        nothing    own            intime      intime      late        late        shut        shut        intime      intime      shut
        nothing    city-reviewer  intime      intime      late        late        shut        shut        intime      intime      shut
        nothing    other unit     denied      denied      denied      denied      denied      denied      denied      denied      denied
        nothing    leader         denied      denied      denied      denied      denied      denied      denied      denied      denied
        waiting    own            intime      intime      intime      intime      shut        shut        intime      intime      shut
        waiting    city-reviewer  intime      intime      intime      intime      shut        shut        intime      intime      shut
        waiting    other unit     denied      denied      denied      denied      denied      denied      denied      denied      denied
        waiting    leader         denied      denied      denied      denied      denied      denied      denied      denied      denied
        returned   own            intime      intime      intime      intime      shut        shut        intime      intime      shut
        returned   city-reviewer  intime      intime      intime      intime      shut        shut        intime      intime      shut
        returned   other unit     denied      denied      denied      denied      denied      denied      denied      denied      denied
        returned   leader         denied      denied      denied      denied      denied      denied      denied      denied      denied
        withdrawn  own            intime      intime      late        late        shut        shut        intime      intime      shut
        withdrawn  city-reviewer  intime      intime      late        late        shut        shut        intime      intime      shut
        withdrawn  other unit     denied      denied      denied      denied      denied      denied      denied      denied      denied
        withdrawn  leader         denied      denied      denied      denied      denied      denied      denied      denied      denied
        accepted   own            shut        shut        shut        shut        shut        shut        shut        shut        shut
        accepted   city-reviewer  shut        shut        shut        shut        shut        shut        shut        shut        shut
        accepted   other unit     denied      denied      denied      denied      denied      denied      denied      denied      denied
        accepted   leader         denied      denied      denied      denied      denied      denied      denied      denied      denied
        repeated   own            same        same        same        same        same        same        same        same        same
        repeated   city-reviewer  same        same        same        same        same        same        same        same        same
        repeated   other unit     denied      denied      denied      denied      denied      denied      denied      denied      denied
        repeated   leader         denied      denied      denied      denied      denied      denied      denied      denied      denied
        """;

    private static readonly DateTimeOffset Early = World.At(World.W30, 1);

    private static readonly (string Name, DateTimeOffset At, bool IsExtended)[] Deadlines =
    [
        ("due", World.At(World.W30, 10), false), ("lock", World.At(World.W30, 17), false), ("extended", World.At(World.W30, 40), true),
    ];

    private static readonly string[] States = ["nothing", "waiting", "returned", "withdrawn", "accepted", "repeated"];

    private static readonly string[] Senders = ["own", "city-reviewer", "other unit", "leader"];

    [Theory, OnSqlite, OnSqlServer]
    public async Task Send_AroundADeadlineInAStateByARole_IsWhatTheTableSays(StorageProvider provider)
    {
        var cells = new Dictionary<(string State, string Sender), List<string>>();
        foreach (var (_, at, isExtended) in Deadlines)
        {
            await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
            var duties = new Queue<Unit>(world.Catalogue.AskedUnits(world.Catalogue.Form(Form), World.W30).Where(unit => unit.Kind is UnitKind.Department));
            foreach (var seconds in new[] { -1, 0, 1 })
            {
                foreach (var state in States)
                {
                    // Whoever is denied leaves everything as it was, so that two duties are enough for four senders.
                    var (first, second) = (duties.Dequeue(), duties.Dequeue());
                    foreach (var unit in new[] { first, second }) await BringAboutAsync(world, unit, state, isExtended ? at : null);
                    foreach (var sender in Senders.Reverse())
                    {
                        var unit = sender is "own" ? first : second;
                        var row = cells.TryGetValue((state, sender), out var found) ? found : cells[(state, sender)] = [];
                        row.Add(await SendAsync(world, Sender(sender, unit), unit, state is "repeated" ? Before : Before + 1, at.AddSeconds(seconds)));
                    }
                }
            }
        }

        var heading = Deadlines.SelectMany(deadline => new[] { deadline.Name + "-1", deadline.Name, deadline.Name + "+1" });
        var table = new StringBuilder(Line("state", "sender", heading));
        foreach (var state in States)
        {
            foreach (var sender in Senders) table.Append('\n').Append(Line(state, sender, cells[(state, sender)]));
        }

        Assert.Equal(Expected, table.ToString());
    }

    private static async Task BringAboutAsync(World world, Unit unit, string state, DateTimeOffset? extendedTo)
    {
        if (extendedTo is { } until) await world.Duties.ExtendAsync(World.Drafter, World.W30, unit.Code, until, "停电", Early);
        if (state is "nothing") return;
        var own = Sender("own", unit);
        var id = (await world.SendAsync(own, Early, world.Form(World.W30, Form, unit.Code, (_, _) => Before))).Submissions[0].Id;
        _ = state switch
        {
            "returned" => (object)await world.Review.ReturnAsync(World.Reviewer, [id], "请核对", [], Early),
            "withdrawn" => await world.Review.WithdrawAsync(own, [id], Early),
            "accepted" or "repeated" => await world.Submissions.AcceptAsync(World.Reviewer, [id], Early),
            _ => id,
        };
    }

    private static async Task<string> SendAsync(World world, Actor sender, Unit unit, long value, DateTimeOffset now)
    {
        try
        {
            var outcome = await world.SendAsync(sender, now, world.Form(World.W30, Form, unit.Code, (_, _) => value));
            if (outcome.Status is IntakeStatus.Refused) return Assert.Single(outcome.Issues).Message.Contains(unit.ShortName, StringComparison.Ordinal) ? "shut" : "unnamed";
            if (outcome.Counts.Unchanged == outcome.Counts.Read) return "same";
            return (await world.Duties.OfWeekAsync(World.Reviewer, World.W30, unit.Code)).Single(duty => duty.Form.Code == Form).OnTime is true ? "intime" : "late";
        }
        catch (AccessDeniedException)
        {
            return "denied";
        }
    }

    private static Actor Sender(string sender, Unit unit) => sender switch
    {
        "own" => new Actor(unit.Code + "-reporter", Role.Department, unit.Code),
        "other unit" => new Actor("other-reporter", Role.Department, "other"),
        "leader" => World.Leader,
        _ => World.Reviewer,
    };

    private static string Line(string state, string sender, IEnumerable<string> cells) => string.Concat(
        [state.PadRight(11), sender.PadRight(15), .. cells.Select(cell => cell.PadRight(12))]).TrimEnd();
}
