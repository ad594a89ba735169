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
    /// Takes every step of chasing that is due and was not taken: messages and their record in one transaction, so that neither a second run
    /// nor a crash sends one twice. After a standstill only the newest step is taken. Returns what was sent.
    /// </summary>
    public Task<IReadOnlyList<ReminderRow>> RemindAsync(Actor actor, WorkCalendar calendar, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var sent = new List<ReminderRow>();
                var open = await db.Weeks.AsNoTracking().Where(week => week.State == WeekState.Open && week.LockAt > now).OrderBy(week => week.Week).ToListAsync(cancellationToken);
                if (open.Count == 0) return (IReadOnlyList<ReminderRow>)sent;
                var weeks = open.ToDictionary(week => week.Week);
                var owed = (await DutyRows.OutstandingAsync(db, catalogue, null, cancellationToken))
                    .Where(duty => weeks.ContainsKey(duty.Week.Key) && IsOwn(duty)).GroupBy(duty => (duty.Week, duty.Unit.Code));
                var keys = weeks.Keys.ToList();
                var done = (await db.Reminders.AsNoTracking().Where(row => EF.Parameter(keys).Contains(row.Week)).ToListAsync(cancellationToken))
                    .Select(row => (row.Week, row.Unit, row.Stage)).ToHashSet();
                var people = await db.Users.AsNoTracking().Where(user => user.UserName != null).Select(user => new { Name = user.UserName!, user.Role, user.Unit }).ToListAsync(cancellationToken);
                foreach (var unit in owed)
                {
                    var (first, week) = (unit.First(), weeks[unit.Key.Week.Key]);
                    if (Reminding.StageAt(first.DueAt, week.CountyReviewAt, now, calendar) is not { } stage) continue;
                    if (Enum.GetValues<ReminderStage>().Any(taken => taken >= stage && done.Contains((week.Week, first.Unit.Code, taken)))) continue;
                    var reached = people.Where(person => Reaches(stage, person.Role, person.Unit, first.Unit)).Select(person => person.Name).ToList();
                    var missing = Missing(unit);
                    db.Reminders.Add(new ReminderEntity { Week = week.Week, Unit = first.Unit.Code, Stage = stage, SentAt = now, Recipients = reached.Count, Missing = missing });
                    db.Messages.AddRange(reached.Select(name => Message(name, first, week, stage, missing, now)));
                    sent.Add(new ReminderRow(first.Unit, first.Week, stage, now, reached.Count, missing));
                }

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
                var rows = await db.Reminders.AsNoTracking().Where(row => row.Week == week.Key).OrderByDescending(row => row.SentAt).ToListAsync(cancellationToken);
                return (IReadOnlyList<ReminderRow>)[.. rows.Select(row => new ReminderRow(catalogue.Unit(row.Unit), week, row.Stage, row.SentAt, row.Recipients, row.Missing))];
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

    private static string Missing(IEnumerable<DutyRow> duties)
    {
        var names = string.Join("、", duties.Select(duty => $"《{duty.Form.Name}》{(duty.State is SubmissionState.Returned ? "（已退回，待修改）" : "")}"));
        return names.Length <= Lengths.MessageText / 2 ? names : names[..(Lengths.MessageText / 2)];
    }

    private static MessageEntity Message(string recipient, DutyRow duty, WeekEntity week, ReminderStage stage, string missing, DateTimeOffset now)
    {
        var period = WeekText.Period(Periods.Of(week));
        var due = duty.DueAt.ToOffset(ChinaTime.Offset);
        var when = $"{WeekText.Day(DateOnly.FromDateTime(due.DateTime))}{due:H:mm}";
        return new MessageEntity
        {
            Id = Guid.CreateVersion7(now),
            Recipient = recipient,
            Subject = stage is ReminderStage.BeforeDue ? $"请于{when}前报送（{period}）" : $"{duty.Unit.ShortName}逾期未报送（{period}）",
            Text = stage is ReminderStage.BeforeDue
                ? $"{duty.Unit.ShortName}还有{missing}没有报送，请于{when}前报送。"
                : $"{duty.Unit.ShortName}还有{missing}没有报送，报送期限（{when}）已过，请尽快报送。",
            Link = $"/submit?unit={duty.Unit.Code}",
            SentAt = now,
        };
    }
}
