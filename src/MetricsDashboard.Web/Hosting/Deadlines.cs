using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Hosting;

/// <summary>The timetable in force: the settings' hours over the calendar as it stands now.</summary>
public sealed class Deadlines(CalendarStore calendars, WeekStore weeks, Installed installed, IOptions<TimetableOptions> options)
{
    /// <summary>Of the installation: the demonstration opens its weeks on Monday.</summary>
    public Task<Timetable> TimetableAsync(CancellationToken cancellationToken) => TimetableAsync(installed.IsDemonstration, cancellationToken);

    public async Task<Timetable> TimetableAsync(bool opensOnMonday, CancellationToken cancellationToken) =>
        new(await calendars.FindAsync(Actor.System, cancellationToken), options.Value.ToHours(), opensOnMonday);

    /// <summary>Enters days into the calendar, and moves the deadlines of open weeks along; derived cards follow by their job.</summary>
    public async Task SetAsync(Actor actor, IReadOnlyCollection<CalendarDay> days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await calendars.SetAsync(actor, days, now, cancellationToken);
        await weeks.RetimeAsync(actor, await TimetableAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Takes a day out of the calendar, and moves the deadlines of open weeks along; derived cards follow by their job.</summary>
    public async Task RemoveAsync(Actor actor, DateOnly date, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await calendars.RemoveAsync(actor, date, now, cancellationToken);
        await weeks.RetimeAsync(actor, await TimetableAsync(cancellationToken), cancellationToken);
    }
}
