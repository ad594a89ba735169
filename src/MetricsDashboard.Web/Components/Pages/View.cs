using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>Who looks, from which units they may choose, and which weeks there are: what every page begins with.</summary>
public sealed record View(Actor Actor, Catalogue Catalogue, IReadOnlyList<WeekRow> Weeks)
{
    /// <summary>Code of the unit that the person wants to see first; null where none was chosen.</summary>
    public string? Home { get; init; }

    /// <summary>Weeks to choose from, oldest first.</summary>
    public IReadOnlyList<Week> Choices { get; } = [.. Weeks.OrderBy(week => week.Week).Select(week => new Week(week.Period, week.Issue))];

    /// <summary>The week asked for, or else the newest closed one, or the newest.</summary>
    public WeekRow? WeekOf(string? text)
    {
        if (ReportingWeek.TryParse(text, out var asked) && Weeks.FirstOrDefault(week => week.Period.Contains(asked)) is { } found) return found;
        var newestFirst = Weeks.OrderByDescending(week => week.Week).ToList();
        return newestFirst.Find(week => !week.IsOpen) ?? newestFirst.FirstOrDefault();
    }

    /// <summary>本期, of which there is only one: of the open periods the oldest that still takes forms, or else the oldest.</summary>
    public WeekRow? Current(DateTimeOffset now)
    {
        var open = Weeks.Where(week => week.IsOpen).OrderBy(week => week.Week).ToList();
        return open.Find(week => !week.IsLocked(now)) ?? open.FirstOrDefault();
    }

    /// <summary>The scopes that the actor may look at: everything above the townships.</summary>
    public IReadOnlyList<Unit> Scopes(ReportingWeek week) =>
        [.. Catalogue.Units.Where(unit => unit.Kind is not UnitKind.Township && Catalogue.TakesPart(unit, week) && Actor.MayRead(unit))];

    /// <summary>The scope asked for, or else the person's own choice, or the first that the actor may look at; null where there is none.</summary>
    public Unit? ScopeOf(string? code, ReportingWeek week) =>
        Catalogue.FindUnit(code ?? Home) is { } asked && Actor.MayRead(asked) ? asked : Scopes(week) is [var first, ..] ? first : null;

    /// <summary>第12期（9月21日—9月27日）.</summary>
    public string NameOf(ReportingWeek week) => Weeks.FirstOrDefault(row => row.Week == week) is { } row ? NameOf(row) : WeekText.Period(week);

    /// <summary>第13期（9月28日—10月11日）.</summary>
    public static string NameOf(WeekRow row) => WeekText.Issue(row.Issue, row.Period);

    /// <summary>The period that is known by a week.</summary>
    public ReportingPeriod PeriodOf(ReportingWeek week) => Weeks.FirstOrDefault(row => row.Week == week)?.Period ?? new ReportingPeriod(week);

    /// <summary>The week by which the period before is known, whether it was opened or not.</summary>
    public ReportingWeek Before(WeekRow week) =>
        Weeks.FirstOrDefault(row => week.Period.Follows(row.Period))?.Week ?? week.Week.Previous;

    /// <summary>The last weeks up to one, oldest first, with their issue numbers.</summary>
    public IReadOnlyList<Week> Last(int count, ReportingWeek upTo) => [.. Choices.Where(week => week.Key <= upTo).TakeLast(count)];
}

/// <summary>Loads the beginning of every page.</summary>
public sealed class Views(ActorAccessor actors, Installed installed, CatalogueStore catalogues, WeekStore weeks, PersonStore people)
{
    public async Task<View> LoadAsync()
    {
        var actor = await actors.ActorAsync();
        // Published figures change while the program runs.
        var catalogue = await catalogues.FindAsync(actor, CancellationToken.None) ?? installed.Catalogue;
        return new View(actor, catalogue, await weeks.ListAsync(actor, CancellationToken.None)) { Home = await people.HomeAsync(actor, CancellationToken.None) };
    }
}
