using System.Text;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

/// <summary>Every operation of reporting and review by every role, on the own and on another unit, in one table.</summary>
public sealed class OperationsByRoleTests
{
    private static readonly DateTimeOffset Now = World.At(World.W30, 9);

    // + both, o the own unit alone, - nobody's. Roles of the whole city have no own unit: + or -.
    private const string Expected = """
        operation           reporter reviewer dept city-rep city-rev drafter signer leader admin auditor source
        read-duties         o        o        o    -        +        +       +      +      +     -       +
        read-submission     o        o        o    -        +        +       +      +      +     -       +
        read-notes          o        o        o    -        +        +       +      +      +     -       +
        read-upload         o        o        o    -        +        +       +      +      +     -       +
        read-file           o        o        o    -        +        +       +      +      +     -       +
        read-queue          +        +        +    +        +        +       +      +      +     +       +
        read-practice       o        o        o    -        +        +       +      +      +     -       +
        read-people         o        o        o    -        +        +       -      -      +     -       -
        read-standings      o        o        o    -        +        +       +      +      +     -       +
        choose-home         o        o        o    -        +        +       +      +      +     -       +
        read-reminders      -        -        -    -        +        +       +      +      +     -       +
        read-calls          -        -        -    -        +        +       +      +      +     -       +
        dry-run             o        o        o    -        +        -       -      -      -     -       +
        confirm-upload      o        o        o    -        -        -       -      -      -     -       -
        discard-upload      o        o        o    -        -        -       -      -      -     -       -
        remark              o        o        o    -        +        +       -      -      -     -       +
        forward             -        o        -    -        -        -       -      -      -     -       -
        accept              -        -        -    -        +        -       -      -      -     -       -
        return              -        o        -    -        +        -       -      -      -     -       -
        withdraw            o        o        o    -        -        -       -      -      -     -       -
        send                o        o        o    -        +        -       -      -      -     -       +
        read-correctable    o        o        o    -        +        -       -      -      -     -       +
        request-correction  o        o        o    -        +        -       -      -      -     -       +
        decide-correction   -        -        -    -        +        -       -      -      -     -       -
        set-review          -        o        -    -        -        -       -      -      +     -       -
        name-deputy         -        o        -    -        -        -       -      -      +     -       -
        extend              -        -        -    -        +        +       -      -      -     -       -
        read-drafts         o        o        o    -        +        -       -      -      -     -       -
        type                o        o        o    -        +        -       -      -      -     -       -
        discard-draft       o        o        o    -        +        -       -      -      -     -       -
        read-contacts       o        o        o    -        +        +       -      -      +     -       -
        add-contact         o        o        o    -        +        -       -      -      +     -       -
        read-figures-sent   o        o        o    -        +        +       +      +      +     -       +
        read-objections     -        -        -    -        +        +       +      +      +     -       +
        read-mappings       -        -        -    +        +        -       -      -      -     -       +
        read-sources        -        -        -    -        +        +       -      -      +     -       -
        set-up-source       -        -        -    -        -        -       -      -      +     -       -
        read-silent-sources -        -        -    -        +        +       -      -      +     -       -
        tell-missing        -        -        -    -        -        -       -      -      -     -       -
        read-runs           -        -        -    -        +        +       -      -      +     -       -
        cancel-run          -        -        -    -        +        -       -      -      +     -       -
        origin-settings     +        +        +    +        +        +       +      +      +     +       +
        read-origins        -        -        -    -        +        +       -      -      +     -       -
        compare-origins     -        -        -    -        +        +       -      -      +     -       -
        set-origin          -        -        -    -        -        -       -      -      +     -       -
        read-differences    o        o        o    -        +        +       +      +      +     -       +
        read-from-cases     o        o        o    -        +        +       +      +      +     -       +
        read-held-terms     -        -        -    -        +        +       -      -      +     -       -
        explain-term        -        -        -    -        +        -       -      -      -     -       -
        release-held        -        -        -    -        -        -       -      -      -     -       -
        store-cases         -        -        -    -        -        -       -      -      -     -       -
        read-cards          o        o        o    -        +        +       +      +      +     -       +
        read-published      +        +        +    +        +        +       +      +      +     +       +
        enter-published     -        -        -    -        +        +       -      -      -     -       -
        read-deliveries     -        -        -    -        +        +       -      -      +     -       -
        resend              -        -        -    -        +        +       -      -      +     -       -
        read-acceptance     -        -        -    -        +        +       +      +      +     -       +
        set-acceptance      -        -        -    -        -        +       -      -      +     -       -
        accept-clean        -        -        -    -        -        -       -      -      -     -       -
        log-call            -        -        -    -        +        +       -      -      -     -       -
        set-calendar        -        -        -    -        -        -       -      -      +     -       -
        remove-day          -        -        -    -        -        -       -      -      +     -       -
        retime              -        -        -    -        -        -       -      -      +     -       -
        open-week           -        -        -    -        -        -       -      -      +     -       -
        close-week          -        -        -    -        -        +       -      -      -     -       -
        remind              -        -        -    -        -        -       -      -      -     -       -
        read-today          o        o        o    -        +        +       +      +      +     -       +
        read-differences    o        o        o    -        +        +       +      +      +     -       +
        read-case           o        o        o    -        +        +       +      +      +     -       +
        read-waiting        +        +        +    -        +        +       +      +      +     -       +
        check-case          -        -        -    -        +        +       -      -      -     -       -
        correct-cause       -        -        -    -        +        +       -      -      -     -       -
        state-case          o        o        o    -        -        -       -      -      -     -       -
        object-to-card      o        o        o    -        -        -       -      -      -     -       -
        answer-objection    -        -        -    -        +        +       -      -      -     -       -
        read-thresholds     +        +        +    +        +        +       +      +      +     +       +
        threshold-history   -        -        -    -        +        +       -      -      +     -       -
        set-thresholds      -        -        -    -        -        -       -      -      +     -       -
        deriving-asked      +        +        +    +        +        +       +      +      +     +       +
        settle-deriving     -        -        -    -        -        -       -      -      -     -       -
        derive-cards        -        -        -    -        -        -       -      -      -     -       -
        read-events         +        +        +    +        +        +       +      +      +     +       +
        add-event           -        -        -    -        +        +       -      -      -     -       -
        withdraw-event      -        -        -    -        +        +       -      -      -     -       -
        """;

    private static readonly (string Title, Role Role, string? Unit)[] Roles =
    [
        ("reporter", Role.CountyReporter, "east"), ("reviewer", Role.CountyReviewer, "east"), ("dept", Role.Department, "dept"), ("city-rep", Role.CityReporter, null),
        ("city-rev", Role.CityReviewer, null), ("drafter", Role.Drafter, null), ("signer", Role.Signer, null), ("leader", Role.Leader, null),
        ("admin", Role.Administrator, null), ("auditor", Role.Auditor, null), ("source", Role.Source, null),
    ];

    private static readonly (string Name, Func<World, Actor, Case, Task> Run)[] Operations =
    [
        ("read-duties", (world, actor, it) => world.Duties.OfWeekAsync(actor, World.W30, it.Unit)),
        ("read-submission", (world, actor, it) => world.Submissions.FindAsync(actor, it.Submission)),
        ("read-notes", (world, actor, it) => world.Review.NotesAsync(actor, World.W30, it.Unit)),
        ("read-upload", (world, actor, it) => world.Uploads.FindAsync(actor, it.Upload)),
        ("read-file", (world, actor, it) => world.Uploads.FileAsync(actor, it.Upload)),
        ("read-queue", (world, actor, _) => world.Submissions.QueueAsync(actor)),
        ("read-practice", (world, actor, it) => world.Practices.FindAsync(actor, it.Unit)),
        ("read-people", (world, actor, it) => world.Service<PersonStore>().OfUnitAsync(actor, it.Unit)),
        ("read-standings", (world, actor, it) => world.Snapshots.StandingsAsync(actor, it.Unit, World.W30)),
        ("choose-home", (world, actor, it) => world.Service<PersonStore>().ChooseHomeAsync(actor, it.Unit)),
        ("read-reminders", (world, actor, _) => world.Reminders.ListAsync(actor, World.W30)),
        ("read-calls", (world, actor, _) => world.Reminders.CallsAsync(actor, World.W30)),
        ("dry-run", (world, actor, it) => world.Submissions.TryAsync(actor, World.Intake(Items(world, it.Unit, 9)), Now)),
        ("confirm-upload", (world, actor, it) => world.Uploads.SendAsync(actor, it.Held, [], Now)),
        ("discard-upload", (world, actor, it) => world.Uploads.DiscardAsync(actor, it.Held, Now)),
        ("remark", (world, actor, it) => world.Review.RemarkAsync(actor, it.Submission, "已核对", Now)),
        ("forward", (world, actor, it) => world.Review.ForwardAsync(actor, [it.Submission], Now)),
        ("accept", (world, actor, it) => world.Submissions.AcceptAsync(actor, [it.Submission], Now)),
        ("return", (world, actor, it) => world.Review.ReturnAsync(actor, [it.Submission], "请核对", [], Now)),
        ("withdraw", (world, actor, it) => world.Review.WithdrawAsync(actor, [it.Submission], Now)),
        ("send", (world, actor, it) => world.SendAsync(actor, Now, Items(world, it.Unit, 9))),
        ("read-correctable", (world, actor, it) => world.Corrections.ValuesAsync(actor, World.W30, "items", it.Unit)),
        ("request-correction", (world, actor, it) => world.Corrections.RequestAsync(actor, World.W30, "done", it.Unit, 2, "录入错误", Now)),
        ("decide-correction", (world, actor, _) => world.Corrections.DecideAsync(actor, Guid.NewGuid(), false, "不同意", Now)),
        ("set-review", (world, actor, it) => world.Practices.SetReviewAsync(actor, it.Unit, true, Now)),
        ("name-deputy", (world, actor, it) => world.Practices.NameDeputyAsync(actor, it.Unit, "nobody", new DateOnly(2020, 8, 1), Now)),
        ("extend", (world, actor, it) => world.Duties.ExtendAsync(actor, World.W30, it.Unit, World.At(World.W30, 40), "停电", Now)),
        ("read-drafts", (world, actor, it) => world.Service<DraftStore>().ListAsync(actor, World.W30, it.Unit)),
        ("type", (world, actor, it) => world.Service<DraftStore>().SaveAsync(actor, World.W30, it.Unit, "items", [new DraftChange("done", it.Unit, "5", null)], Now)),
        ("discard-draft", (world, actor, it) => world.Service<DraftStore>().DiscardAsync(actor, World.W30, it.Unit, "items")),
        ("read-contacts", (world, actor, it) => world.Service<ContactStore>().OfUnitAsync(actor, it.Unit)),
        ("add-contact", (world, actor, it) => world.Service<ContactStore>().AddAsync(actor, it.Unit, new ContactDetails("李某", "填报员", "0375-1234567", "", "", null), Now)),
        ("read-figures-sent", (world, actor, it) => world.Service<VerificationStore>().OfWeekAsync(actor, World.W30, it.Unit)),
        ("read-objections", (world, actor, _) => world.Service<VerificationStore>().ObjectionsAsync(actor)),
        ("read-mappings", (world, actor, _) => world.Service<IntakeMappingStore>().ListAsync(actor)),
        ("read-sources", (world, actor, _) => world.Service<SourceStore>().ListAsync(actor)),
        ("set-up-source", (world, actor, _) => world.Service<SourceStore>().AddAsync(actor, new SourceSettingsEntry("来源", "push", true, null, null, null), Now)),
        ("read-silent-sources", (world, actor, _) => world.Service<SourceStore>().SilentAsync(actor, Now)),
        ("tell-missing", (world, actor, _) => world.Service<SourceStore>().TellMissingAsync(actor, new Domain.Weeks.ReportingPeriod(World.W30), ["来源"], Now)),
        ("read-runs", (world, actor, _) => world.Service<RunStore>().ListAsync(actor, new RunFilter(), 10)),
        ("cancel-run", (world, actor, _) => world.Service<RunStore>().CancelAsync(actor, Guid.NewGuid(), Now)),
        ("origin-settings", (world, actor, _) => world.Service<ElementOriginStore>().SettingsAsync(actor)),
        ("read-origins", (world, actor, _) => world.Service<ElementOriginStore>().ListAsync(actor)),
        ("compare-origins", (world, actor, _) => world.Service<ElementOriginStore>().CompareAsync(actor, World.W30)),
        ("set-origin", (world, actor, _) => world.Service<ElementOriginStore>().SetAsync(actor, "total", World.W30, Origin.Cases, Now)),
        ("read-differences", (world, actor, it) => world.Service<ElementOriginStore>().OfUnitAsync(actor, World.W30, it.Unit)),
        ("read-from-cases", (world, actor, it) => world.Observations.FromCasesAsync(actor, [it.Unit], World.W30)),
        ("read-held-terms", (world, actor, _) => world.Service<HeldTermStore>().WaitingAsync(actor)),
        ("explain-term", (world, actor, _) => world.Service<HeldTermStore>().SayAsync(actor, Guid.NewGuid(), CaseTermKind.Unit, "市公安", "east", Now)),
        ("release-held", (world, actor, _) => world.Service<HeldTermStore>().ReadyAsync(actor)),
        ("store-cases", (world, actor, _) => world.Service<CaseIntakeStore>().OpenAsync(actor, Guid.NewGuid(), Now)),
        ("read-cards", (world, actor, it) => world.Service<CaseStore>().FiguresAsync(actor, new CaseFilter(Unit: it.Unit), World.At(World.W30, -168), World.At(World.W30, 0))),
        ("read-published", (world, actor, _) => world.Service<PublishedFigureStore>().HistoryAsync(actor)),
        ("enter-published", (world, actor, _) => world.Service<PublishedFigureStore>().WithdrawAsync(actor, 99, "录入错误", Now)),
        ("read-deliveries", (world, actor, _) => world.Service<DeliveryStore>().ListAsync(actor, World.W30)),
        ("resend", (world, actor, _) => world.Service<DeliveryStore>().RetryAsync(actor, Guid.NewGuid(), Now)),
        ("read-acceptance", (world, actor, _) => world.Service<AcceptanceStore>().SettingsAsync(actor)),
        ("set-acceptance", (world, actor, _) => world.Service<AcceptanceStore>().SetAsync(actor, false, Now)),
        ("accept-clean", (world, actor, _) => world.Service<AcceptanceStore>().AcceptCleanAsync(actor, Now)),
        ("log-call", (world, actor, it) => world.Reminders.CallAsync(actor, World.W30, it.Unit, "已告知", Now)),
        ("set-calendar", (world, actor, _) => world.Calendars.SetAsync(actor, [new CalendarDay(new DateOnly(2020, 10, 1), DayKind.Holiday, "国庆节")], Now)),
        ("remove-day", (world, actor, _) => world.Calendars.RemoveAsync(actor, new DateOnly(2020, 10, 1), Now)),
        ("retime", (world, actor, _) => world.Weeks.RetimeAsync(actor, new Timetable(WorkCalendar.Plain, TimetableHours.Standard))),
        ("open-week", (world, actor, _) => world.Weeks.OpenAsync(actor, World.Hours(new ReportingPeriod(World.W30)), Now)),
        ("close-week", (world, actor, _) => world.Weeks.CloseAsync(actor, World.W30, World.At(World.W30, 17), overridePending: true)),
        ("remind", (world, actor, _) => world.Reminders.RemindAsync(actor, WorkCalendar.Plain, Now)),
        ("read-today", (world, actor, it) => world.Service<TodayStore>().FindAsync(actor, new DateOnly(2020, 7, 27), it.Unit, Now)),
        ("read-differences", (world, actor, it) => world.Service<TodayStore>().DifferencesAsync(actor, it.Unit, 10, Now)),
        ("read-case", (world, actor, it) => world.Service<CaseHistoryStore>().FindAsync(actor, it.CaseNo)),
        ("read-waiting", (world, actor, _) => world.Service<CaseNoteStore>().WaitingAsync(actor)),
        ("check-case", (world, actor, it) => world.Service<CaseNoteStore>().CheckAsync(actor, [it.CaseNo], Now)),
        ("correct-cause", (world, actor, it) => world.Service<CaseNoteStore>().CorrectCauseAsync(actor, it.CaseNo, CardCause.Other, "已核实", Now)),
        ("state-case", (world, actor, it) => world.Service<CaseNoteStore>().StateAsync(actor, it.CaseNo, CardCause.Overdue, "正在办理", null, Now)),
        ("object-to-card", (world, actor, it) => world.Service<CaseNoteStore>().ObjectAsync(actor, it.CaseNo, "系统问题", Now)),
        ("answer-objection", (world, actor, it) => world.Service<CaseNoteStore>().AnswerAsync(actor, it.CaseNo, false, "时限无误", Now)),
        ("read-thresholds", (world, actor, _) => world.Service<CardThresholdsStore>().FindAsync(actor)),
        ("threshold-history", (world, actor, _) => world.Service<CardThresholdsStore>().HistoryAsync(actor)),
        ("set-thresholds", (world, actor, _) => world.Service<CardThresholdsStore>().ChangeAsync(actor, 0, CardThresholds.Standard, "依据", Now)),
        ("deriving-asked", (world, actor, _) => world.Service<CardThresholdsStore>().AskedAsync(actor)),
        ("settle-deriving", (world, actor, _) => world.Service<CardThresholdsStore>().SettleAsync(actor, ["x"])),
        ("derive-cards", (world, actor, _) => world.Service<CardThresholdsStore>().DeriveAsync(actor)),
        ("read-events", (world, actor, _) => world.Service<EventStore>().ListAsync(actor, new DateOnly(2020, 7, 1), new DateOnly(2020, 7, 31))),
        ("add-event", (world, actor, it) => world.Service<EventStore>().AddAsync(actor, new DateOnly(2020, 7, 28), "现场会", null, it.Unit, Now)),
        ("withdraw-event", (world, actor, _) => world.Service<EventStore>().WithdrawAsync(actor, Guid.NewGuid(), Now)),
    ];

    [Theory, OnSqlite, OnSqlServer]
    public async Task Operation_ByARole_IsAllowedWhereTheTableSays(StorageProvider provider)
    {
        var columns = new List<IReadOnlyList<char>>();
        foreach (var (_, role, unit) in Roles)
        {
            await using var world = await World.CreateAsync(provider);
            columns.Add(await MarksAsync(world, new Actor("somebody", role, unit)));
        }

        var table = new StringBuilder("operation".PadRight(20)).AppendJoin(" ", Roles.Select(role => role.Title));
        for (var row = 0; row < Operations.Length; row++)
        {
            table.Append('\n').Append(Operations[row].Name.PadRight(20));
            for (var column = 0; column < Roles.Length; column++) table.Append(columns[column][row].ToString().PadRight(Roles[column].Title.Length + 1));
            while (table[^1] == ' ') table.Length--;
        }

        Assert.Equal(Expected, table.ToString());
    }

    private static async Task<IReadOnlyList<char>> MarksAsync(World world, Actor actor)
    {
        var own = await CaseAsync(world, actor.Unit ?? "east");
        var other = await CaseAsync(world, actor.Unit == "west" ? "east" : "west");
        var marks = new List<char>();
        foreach (var (_, run) in Operations)
        {
            marks.Add((await IsAllowedAsync(world, actor, own, run), await IsAllowedAsync(world, actor, other, run)) switch
            {
                (true, true) => '+',
                (true, false) => 'o',
                (false, false) => '-',
                _ => '!',
            });
        }

        return marks;
    }

    private static async Task<Case> CaseAsync(World world, string unit)
    {
        var sender = unit == "dept" ? new Actor("dept-reporter", Role.Department, "dept") : World.County(unit);
        var outcome = await world.SendAsync(sender, World.At(World.W30, 8), Items(world, unit, 10));
        var held = await world.Uploads.AddAsync(sender, new NewUpload("报表.xlsx", [1], null, null, null, UploadChannel.Web) { Hold = true }, World.At(World.W30, 8));
        await world.Uploads.ClaimAsync(Actor.System, held, World.At(World.W30, 8), TimeSpan.FromMinutes(1));
        await world.Uploads.HoldAsync(Actor.System, held, new IntakeOutcome(held, [], IntakeStatus.Checked, new IntakeCounts(3, 3, 0, 0, 0, 0), []), World.At(World.W30, 8));
        await world.TakeInAsync(World.At(World.W30, 8), TakenIn.Open($"{unit}-1", unit, "2020-07-10", "2020-07-20"));
        return new Case(unit, outcome.Submissions[0].Id, outcome.Id, held, $"{unit}-1");
    }

    /// <summary>A conflict with the state of things is an answer that only those get who may act.</summary>
    private static async Task<bool> IsAllowedAsync(World world, Actor actor, Case it, Func<World, Actor, Case, Task> run)
    {
        try
        {
            await run(world, actor, it);
            return true;
        }
        catch (StateConflictException)
        {
            return true;
        }
        catch (AccessDeniedException)
        {
            return false;
        }
    }

    private static CheckedForm Items(World world, string unit, long total) => world.Form(World.W30, "items", unit, (element, _) => element == "done" ? 3 : total);

    private sealed record Case(string Unit, Guid Submission, Guid Upload, Guid Held, string CaseNo);
}
