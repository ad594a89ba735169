using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>各县（市、区）主要指标情况表, in the order of the red-card rate; the units that stand apart from the ranking come last.</summary>
public static class CountyAnnex
{
    /// <summary>Null where the catalogue has no red-card rate or no county has one.</summary>
    public static Annex? Compose(ReportFacts facts, string label)
    {
        if (facts.Catalogue.FindIndicator(NamedCodes.RedCardRate) is not { } ranked) return null;
        var rows = Scopes.Counties(facts)
            .Select(unit => (Unit: unit, Result: facts.Current.Find(ranked.Code, unit.Code)))
            .OrderBy(row => row.Result?.Rank is null)
            .ThenBy(row => GroupOrder(facts, row.Unit))
            .ThenBy(row => row.Result?.Rank)
            .ToList();
        if (rows.Count == 0 || rows.TrueForAll(row => row.Result is null)) return null;
        var further = CountyColumn.All(facts);
        return new Annex(
            label,
            "各县（市、区）主要指标情况表",
            $"统计时点：{WeekText.FullDay(facts.Period.Sunday)}24时",
            new Table(
                [
                    new TableColumn("排名", 5.6m),
                    new TableColumn("单位", 17.6m, CellAlignment.Left),
                    new TableColumn($"{Naming.Brief(ranked)}（{ranked.Unit}）", 7, CellAlignment.Right),
                    new TableColumn("较上周（百分点）", 8, CellAlignment.Right),
                    new TableColumn("位次变化", 9.6m),
                    .. further.Select(column => column.Column),
                    new TableColumn("报送情况", 9),
                ],
                [.. rows.Select(row => new TableRow(Cells(facts, ranked, row.Unit, row.Result, further))), .. Total(facts, ranked, further)]),
            [.. Notes(facts, ranked, rows)]);
    }

    /// <summary>The scope whose figures the sentences say, so that sentence and table can be laid side by side.</summary>
    private static IEnumerable<TableRow> Total(ReportFacts facts, Indicator ranked, IReadOnlyList<CountyColumn> further) =>
        facts.Current.Find(ranked.Code, facts.Catalogue.City.Code) is { } result
            ? [new TableRow(Cells(facts, ranked, facts.Catalogue.City, result, further), Total: true)]
            : [];

    private static IReadOnlyList<Cell> Cells(ReportFacts facts, Indicator ranked, Unit unit, Snapshot? result, IReadOnlyList<CountyColumn> further)
    {
        var link = Explanation.Link(ranked.Code, unit.Code, facts.Week);
        var before = facts.Previous?.Find(ranked.Code, unit.Code)?.Rank;
        return
        [
            result?.Rank is { } rank ? new Cell(rank.ToString(CultureInfo.InvariantCulture), link) : new Cell(FigureText.None),
            new Cell(unit.ShortName),
            result?.Value is { } value
                ? new Cell(FigureText.Table(value, ranked), link, result.Coverage.HasCarried ? CellMark.Carried : CellMark.None)
                : new Cell(FigureText.None),
            Change(result?.Change, link),
            CityAnnex.Moved(before, result?.Rank, link),
            .. further.Select(column => column.Of(unit)),
            new Cell(Reporting(facts, unit)),
        ];
    }

    private static Cell Change(Change? change, string link) => change switch
    {
        null => new Cell(FigureText.None),
        { IsFlat: true } => new Cell(change.IsExactlyZero ? "持平" : "基本持平", link),
        _ => new Cell($"{(change.Rises ? "＋" : "－")}{FigureText.PointsAlone(change.Amount)}", link),
    };

    private static string Reporting(ReportFacts facts, Unit unit) =>
        facts.Reporting.FirstOrDefault(reporting => reporting.Unit.Code == unit.Code)?.State switch
        {
            ReportingState.OnTime => "按时",
            ReportingState.Late => "逾期",
            ReportingState.Partly => "报送不全",
            ReportingState.Missing => "未报送",
            _ => FigureText.None,
        };

    private static IEnumerable<string> Notes(ReportFacts facts, Indicator ranked, IReadOnlyList<(Unit Unit, Snapshot? Result)> rows)
    {
        var name = Naming.Brief(ranked);
        if (ranked.Direction is not Direction.None)
            yield return $"按{name}{(ranked.Direction is Direction.Lower ? "由低到高" : "由高到低")}排列，并列的按规定单位顺序排列。";
        if (Apart(Unranked.Carried) is { Count: > 0 } carried) yield return $"{Naming.Units(carried, null)}未报送的存量数据沿用上周并以“*”标注，不参加排名，列于表末。";
        if (Apart(Unranked.NotReported) is { Count: > 0 } missing) yield return $"{Naming.Units(missing, null)}无{name}数据，不参加排名，列于表末。";
        if (Apart(Unranked.SmallBase) is { Count: > 0 } small)
            yield return $"{Naming.Units(small, null)}样本不足（{Base(facts, ranked)}少于{ranked.MinBase}），不参加排名，列于表末。";
        if (Apart(Unranked.NoValue) is { Count: > 0 } none) yield return $"{Naming.Units(none, null)}{Base(facts, ranked)}为零，{name}不作计算，列于表末。";
        var outside = facts.Catalogue.Units.Where(unit => unit is { Kind: UnitKind.County, Active: true } && !facts.Catalogue.TakesPart(unit, facts.Week)).ToList();
        if (Scopes.Own(facts) is { } own && facts.Current.Find(ranked.Code, own.Code) is { Value: not null }) yield return $"“{facts.Catalogue.City.ShortName}”一行含{own.ShortName}数据。";
        if (outside.Count > 0) yield return $"本表不含{Naming.Units(outside, null)}，全市数据和排名均未计入。";

        List<Unit> Apart(Unranked why) => [.. rows.Where(row => row.Result?.Unranked == why).Select(row => row.Unit)];
    }

    private static string Base(ReportFacts facts, Indicator ranked) => ranked.Formula?.Denominator is [var below] ? facts.Catalogue.Element(below.Element).Name : "基数";

    /// <summary>Groups stand in the order of their first unit.</summary>
    private static int GroupOrder(ReportFacts facts, Unit unit) =>
        facts.Catalogue.Units.Where(other => other.RankingGroup == unit.RankingGroup).Min(other => other.Order);
}
