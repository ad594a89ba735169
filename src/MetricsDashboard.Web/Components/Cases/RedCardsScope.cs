using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;

namespace MetricsDashboard.Web.Components.Cases;

/// <summary>An address of 红牌成因 as it concerns the one who looks: which weeks, until when, which units.</summary>
/// <param name="View">Who looks.</param>
/// <param name="Query">Unknown units left out; of a county or department its own.</param>
/// <param name="Week">The weeks shown.</param>
/// <param name="Start">Their first moment.</param>
/// <param name="Moment">Their end, or now within them.</param>
/// <param name="IsNow">Is it now?</param>
/// <param name="Unit">The unit shown; null for several.</param>
public sealed record RedCardsScope(View View, RedCardsQuery Query, Week Week, DateTimeOffset Start, DateTimeOffset Moment, bool IsNow, Unit? Unit)
{
    public static RedCardsScope Of(View view, RedCardsQuery query, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(query);

        // A week is looked at from its first day on, before it is opened for reports.
        var current = new Week(new ReportingPeriod(ReportingWeek.Of(ChinaTime.Day(now))), null);
        var isCurrent = query.Week == current.Key.ToString() && !view.Weeks.Any(row => row.Period.Contains(current.Key));
        var week = !isCurrent && view.WeekOf(query.Week) is { } known ? new Week(known.Period, known.Issue) : current;
        var (start, end) = (ChinaTime.Start(week.Period.Monday), ChinaTime.Start(week.Period.Sunday.AddDays(1)));
        var moment = now < end ? now : end;

        var filter = query.Filter;
        var asked = view.Catalogue.FindUnit(view.Actor.SeesWholeCity ? filter.Unit : filter.Unit ?? view.Actor.Unit);
        filter = asked switch
        {
            { Kind: UnitKind.Municipal } => filter with { Unit = null, Kind = UnitKind.Department },
            { } unit when CaseVocabulary.HasCases(unit) => filter with { Unit = unit.Code, Kind = null },
            _ => filter with { Unit = null },
        };
        return new RedCardsScope(view, query with { Filter = filter }, week, start, moment, now < end, view.Catalogue.FindUnit(filter.Unit));
    }

    /// <summary>Units whose cases the actor may look at, in the order of documents.</summary>
    public IReadOnlyList<Unit> Units => [.. View.Catalogue.Units.Where(unit => CaseVocabulary.HasCases(unit) && unit.Active && unit.Included && View.Actor.MayRead(unit))];

    /// <summary>Weeks to choose from, the current one included, oldest first.</summary>
    public IReadOnlyList<Week> Weeks(DateTimeOffset now)
    {
        var current = ReportingWeek.Of(ChinaTime.Day(now));
        return View.Choices.Any(week => week.Period.Contains(current)) ? View.Choices : [.. View.Choices, new Week(new ReportingPeriod(current), null)];
    }

    /// <summary>全市, 市直部门, 宝丰县.</summary>
    public string Name => Unit?.ShortName ?? Query.Filter.Kind switch { UnitKind.Department => "市直部门", UnitKind.County => "县（市、区）", _ => "全市" };

    /// <summary>9月27日24时, or 9月29日 09:00 of today.</summary>
    public string UpTo => IsNow ? Moments.Text(Moment) : WeekText.Day(Week.Period.Sunday) + "24时";

    /// <summary>Does the filter say more than card, unit and flow?</summary>
    public bool IsNarrowed => Query.Filter with { Card = null, Unit = null, Kind = null, Flow = null } != new Storage.Stores.CaseFilter(null);
}
