using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Pages;

namespace MetricsDashboard.Web.Components.Duties;

/// <summary>How many forms of the current period are still to be sent: what the menu shows.</summary>
public sealed class OpenDuties(Views views, DutyStore duties, BusinessClock clock)
{
    /// <summary>0 for whoever owes nothing: the city's reviewer may send for every unit, and owes for none.</summary>
    public async Task<int> CountAsync()
    {
        var view = await views.LoadAsync();
        if (view.Actor.Role is not (Role.CountyReporter or Role.CountyReviewer or Role.Department or Role.CityReporter) || view.Current(clock.Now) is not { } week) return 0;
        var rows = await duties.OfWeekAsync(view.Actor, week.Week, view.Actor.Unit, CancellationToken.None);
        return rows.Count(duty => DutyStates.IsOwn(view.Actor, duty) && DutyStates.IsOwed(duty));
    }
}
