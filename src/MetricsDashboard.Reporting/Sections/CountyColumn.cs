using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>A column of 附表2 that follows the ranked indicator.</summary>
/// <param name="Column">How it is headed and set.</param>
/// <param name="Of">Its cell of a county.</param>
public sealed record CountyColumn(TableColumn Column, Func<Unit, Cell> Of)
{
    /// <summary>So many columns stand beside the rank, unit, rate, change, movement and reporting on a landscape page.</summary>
    private const int Room = 6;

    /// <summary>The columns that the table is known for, as far as the catalogue has them; the rest is filled with further ranked indicators in catalogue order.</summary>
    public static IReadOnlyList<CountyColumn> All(ReportFacts facts)
    {
        var known = new[] { NamedCodes.RedCardsOutstanding, NamedCodes.ElementCompleteness, NamedCodes.TownshipCoverage, NamedCodes.VillageCoverage, NamedCodes.TaskForcesEstablished };
        var columns = known.Select(facts.Catalogue.FindIndicator).OfType<Indicator>().SelectMany(indicator => Known(facts, indicator)).ToList();
        columns.AddRange(facts.Catalogue.Indicators
            .Where(indicator => indicator is { InReport: true, Direction: not Direction.None } && indicator.Code != NamedCodes.RedCardRate && !known.Contains(indicator.Code))
            .Where(indicator => IsComputed(facts, indicator))
            .Take(Math.Max(0, Room - columns.Count))
            .Select(indicator => Value(facts, indicator)));
        return columns;
    }

    private static IEnumerable<CountyColumn> Known(ReportFacts facts, Indicator indicator) => !IsComputed(facts, indicator) ? [] : indicator switch
    {
        { Code: NamedCodes.VillageCoverage, Formula: { Denominator: [var required], Numerator: [var covered] } } =>
        [
            Part(facts, indicator, required.Element, snapshot => snapshot.Denominator),
            Part(facts, indicator, covered.Element, snapshot => snapshot.Numerator),
        ],
        { Code: NamedCodes.TownshipCoverage, Formula.Numerator: [var covered] } => [Part(facts, indicator, covered.Element, snapshot => snapshot.Numerator)],
        { Code: NamedCodes.TaskForcesEstablished } => [new CountyColumn(new TableColumn("专班成立情况", 12.2m), unit => Established(facts, indicator, unit))],
        _ => [Value(facts, indicator)],
    };

    private static CountyColumn Value(ReportFacts facts, Indicator indicator) => new(
        new TableColumn($"{Naming.Things(indicator).Replace("电子监察", "", StringComparison.Ordinal)}（{indicator.Unit}）", 7.2m, CellAlignment.Right),
        unit => Cell(facts, indicator, unit, snapshot => FigureText.Table(snapshot.Value, indicator)));

    private static CountyColumn Part(ReportFacts facts, Indicator indicator, string element, Func<Snapshot, long?> part)
    {
        var counted = facts.Catalogue.Element(element);
        return new CountyColumn(
            new TableColumn($"{counted.Name.TrimEnd('数')}（{counted.Measure}）", 7.2m, CellAlignment.Right),
            unit => Cell(facts, indicator, unit, snapshot => part(snapshot) is { } count ? $"{count}" : FigureText.None));
    }

    private static Cell Established(ReportFacts facts, Indicator indicator, Unit unit) =>
        Cell(facts, indicator, unit, snapshot => snapshot.Value switch
        {
            null => FigureText.None,
            { } count when unit.Kind is UnitKind.City => $"已成立{FigureText.Table(count, indicator)}{indicator.Unit}",
            0 => "未成立",
            _ => "已成立",
        });

    private static Cell Cell(ReportFacts facts, Indicator indicator, Unit unit, Func<Snapshot, string> text) =>
        facts.Current.Find(indicator.Code, unit.Code) is { } snapshot && text(snapshot) is var shown && shown != FigureText.None
            ? new Cell(shown, Explanation.Link(indicator.Code, unit.Code, facts.Week), snapshot.Coverage.HasCarried ? CellMark.Carried : CellMark.None)
            : new Cell(FigureText.None);

    private static bool IsComputed(ReportFacts facts, Indicator indicator) =>
        Scopes.Counties(facts).Any(unit => facts.Current.Find(indicator.Code, unit.Code) is not null);
}
