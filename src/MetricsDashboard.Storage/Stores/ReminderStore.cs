using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>催报: who was reminded of what and when, and who was telephoned.</summary>
public sealed class ReminderStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal ReminderStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>
    /// Takes every step of chasing that is due and was not taken: messages, what goes out on the channels, and their record in one
    /// transaction, so that neither a second run nor a crash takes one twice. After a standstill only the newest step is taken. Returns what
    /// was taken.
    /// </summary>
    /// <param name="channels">The channels to the outside that are set up; nothing waits for any other.</param>
    public Task<IReadOnlyList<ReminderRow>> RemindAsync(
        Actor actor, WorkCalendar calendar, DateTimeOffset now, IReadOnlyCollection<DeliveryChannel>? channels = null, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            async db =>
            {
                var steps = await DueAsync(db, calendar, now, cancellationToken);
                if (steps.Count == 0) return (IReadOnlyList<ReminderRow>)[];
                foreach (var week in steps.Select(step => step.Week.Week).Distinct().Order()) await MetricsDatabase.LockWeeksAsync(db, week, week, cancellationToken);
                var people = await db.Users.AsNoTracking().Where(user => user.UserName != null).Select(user => new { Name = user.UserName!, user.Role, user.Unit }).ToListAsync(cancellationToken);
                var city = people.Where(person => person.Role is Role.CityReviewer or Role.Drafter).Select(person => person.Name).ToHashSet(StringComparer.Ordinal);
                var together = Together(steps);
                foreach (var group in together.Where(group => group[0].Stage is ReminderStage.Escalated))
                    db.Messages.AddRange(city.Select(name => ReminderTexts.Together(name, group, now)));
                var sent = new List<ReminderRow>();
                foreach (var step in steps)
                {
                    var unit = step.First.Unit;
                    var reached = people.Where(person => Reaches(step.Stage, person.Role, person.Unit, unit)).Select(person => person.Name).ToList();
                    db.Reminders.Add(new ReminderEntity { Week = step.Week.Week, Unit = unit.Code, Stage = step.Stage, SentAt = now, Recipients = reached.Count, Missing = step.Missing });
                    db.Messages.AddRange(reached.Except(city).Select(name => ReminderTexts.Message(name, step, now)));
                    sent.Add(new ReminderRow(unit, step.First.Week, step.Stage, now, reached.Count, step.Missing));
                }

                if (channels is { Count: > 0 }) await DeliverAsync(db, steps, together, channels, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return sent;
            },
            cancellationToken);
    }

    /// <summary>The steps taken for a week, the newest first.</summary>
    public Task<IReadOnlyList<ReminderRow>> ListAsync(Actor actor, ReportingWeek week, CancellationToken cancellationToken = default)
    {
        Access.RequireWholeCity(actor);
        return database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var rows = await db.Reminders.AsNoTracking().Where(row => row.Week == week.Key).ToListAsync(cancellationToken);
                return (IReadOnlyList<ReminderRow>)
                [
                    .. rows.Select(row => new ReminderRow(catalogue.Unit(row.Unit), week, row.Stage, row.SentAt, row.Recipients, row.Missing))
                        .OrderByDescending(row => row.SentAt).ThenBy(row => row.Unit.Order),
                ];
            },
            cancellationToken);
    }

    /// <summary>Notes a telephone call.</summary>
    public Task CallAsync(Actor actor, ReportingWeek week, string unit, string text, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.CityReviewer or Role.Drafter, "只有市专班可以登记催报电话。");
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > Lengths.Reason) throw new StateConflictException($"请填写通话情况（不超过{Lengths.Reason}字）。");
        return database.WriteAsync(
            async db =>
            {
                if ((await cache.RequireAsync(db, cancellationToken)).FindUnit(unit) is null) throw new StateConflictException($"没有代码为“{unit}”的单位。");
                if (!await db.Weeks.AnyAsync(row => row.Week == week.Key, cancellationToken)) throw new StateConflictException("这一周还没有开放。");
                db.Calls.Add(new CallEntity { Id = Guid.CreateVersion7(now), Week = week.Key, Unit = unit, Text = text.Trim(), CalledBy = actor.Name, CalledAt = now });
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>The telephone calls about a week, the newest first.</summary>
    public Task<IReadOnlyList<CallRow>> CallsAsync(Actor actor, ReportingWeek week, CancellationToken cancellationToken = default)
    {
        Access.RequireWholeCity(actor);
        return database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var rows = await db.Calls.AsNoTracking().Where(row => row.Week == week.Key).OrderByDescending(row => row.CalledAt).ToListAsync(cancellationToken);
                return (IReadOnlyList<CallRow>)[.. rows.Select(row => new CallRow(catalogue.Unit(row.Unit), week, row.Text, row.CalledBy, row.CalledAt))];
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<TakenStep>> DueAsync(MetricsDb db, WorkCalendar calendar, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var catalogue = await cache.RequireAsync(db, cancellationToken);
        var weeks = await db.Weeks.AsNoTracking().Where(week => week.State == WeekState.Open && week.LockAt > now).ToDictionaryAsync(week => week.Week, cancellationToken);
        if (weeks.Count == 0) return [];
        var owed = (await DutyRows.OutstandingAsync(db, catalogue, null, cancellationToken))
            .Where(duty => weeks.ContainsKey(duty.Week.Key) && IsOwn(duty)).GroupBy(duty => (duty.Week, duty.Unit.Code));
        var keys = weeks.Keys.ToList();
        var done = (await db.Reminders.AsNoTracking().Where(row => EF.Parameter(keys).Contains(row.Week)).ToListAsync(cancellationToken))
            .Select(row => (row.Week, row.Unit, row.Stage)).ToHashSet();
        var steps = new List<TakenStep>();
        foreach (var unit in owed)
        {
            var (first, week) = (unit.First(), weeks[unit.Key.Week.Key]);
            if (Reminding.StageAt(first.DueAt, week.CountyReviewAt, now, calendar) is not { } stage) continue;
            if (Enum.GetValues<ReminderStage>().Any(taken => taken >= stage && done.Contains((week.Week, first.Unit.Code, taken)))) continue;
            steps.Add(new TakenStep(week, first, unit.Count(), stage, ReminderTexts.Missing(unit)));
        }

        return steps;
    }

    /// <summary>
    /// Mail goes to a unit's contacts who asked for it; the city's are told of all escalated units at once, and so is the chat group of every
    /// step, whose robot takes a few messages a minute and no more.
    /// </summary>
    private async Task DeliverAsync(
        MetricsDb db, IReadOnlyList<TakenStep> steps, IReadOnlyList<List<TakenStep>> together, IReadOnlyCollection<DeliveryChannel> channels, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (channels.Contains(DeliveryChannel.Webhook))
            db.Deliveries.AddRange(together.Select(group => ReminderTexts.Together(DeliveryChannel.Webhook, null, group, now)));
        if (!channels.Contains(DeliveryChannel.Mail)) return;
        var city = (await cache.RequireAsync(db, cancellationToken)).City.Code;
        var contacts = (await db.Contacts.AsNoTracking().Where(contact => contact.RemindFrom != null && contact.Email != "").ToListAsync(cancellationToken))
            .ToLookup(contact => contact.Unit, StringComparer.Ordinal);
        foreach (var step in steps)
            db.Deliveries.AddRange(Addresses(contacts[step.First.Unit.Code].Where(contact => contact.RemindFrom <= step.Stage)).Select(address => ReminderTexts.Mail(address, step, now)));
        foreach (var group in together.Select(group => group.Where(step => step.First.Unit.Code != city).ToList()).Where(group => group is [{ Stage: ReminderStage.Escalated }, ..]))
            db.Deliveries.AddRange(Addresses(contacts[city]).Select(address => ReminderTexts.Together(DeliveryChannel.Mail, address, group, now)));
    }

    /// <summary>What whoever looks after all units is told in one go.</summary>
    private static IReadOnlyList<List<TakenStep>> Together(IReadOnlyList<TakenStep> steps) =>
        [.. steps.GroupBy(step => (step.Week.Week, step.Stage, step.First.DueAt)).Select(group => group.ToList())];

    private static IEnumerable<string> Addresses(IEnumerable<ContactEntity> contacts) =>
        contacts.Select(contact => contact.Email).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);

    // What the city supplies for all units is nobody's duty in a unit; the city's own figures are its reporter's.
    private static bool IsOwn(DutyRow duty) => duty.Form.SuppliedBy is SuppliedBy.Unit || duty.Unit.Kind is UnitKind.City or UnitKind.Municipal;

    private static bool Reaches(ReminderStage stage, Role role, string? unit, Unit owing) => role switch
    {
        Role.CountyReporter or Role.Department => unit == owing.Code,
        Role.CityReporter => owing.Kind is UnitKind.City or UnitKind.Municipal,
        Role.CountyReviewer => unit == owing.Code && stage >= ReminderStage.Overdue,
        Role.CityReviewer or Role.Drafter => stage >= ReminderStage.Escalated,
        _ => false,
    };
}
