using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>全市主要指标完成情况表.</summary>
public static class CityAnnex
{
    private static readonly IReadOnlyList<TableColumn> Columns =
    [
        new("序号", 4),
        new("指标名称", 20, CellAlignment.Left),
        new("口径", 5),
        new("计量单位", 5),
        new("目标值", 7, CellAlignment.Right),
        new("本周", 7.8m, CellAlignment.Right),
        new("上周", 7, CellAlignment.Right),
        new("较上周", 17.5m),
        new("全省位次", 5),
        new("位次变化", 7.8m),
    ];

    private static readonly TableColumn Judgement = new("完成情况", 5);

    /// <summary>Null where the report has no row.</summary>
    public static Annex? Compose(ReportFacts facts, string label)
    {
        var rows = CityRow.All(facts);
        var baseline = rows.Select(row => row.Topic?.Published.Baseline?.Label).FirstOrDefault(label => label is not null);
        return rows.Count == 0
            ? null
            : new Annex(
                label,
                $"{facts.Catalogue.City.ShortName}主要指标完成情况表",
                $"统计时点：{WeekText.FullDay(facts.Period.Sunday)}24时",
                new Table(
                    [.. Columns, .. baseline is null ? Array.Empty<TableColumn>() : [new TableColumn($"较{baseline}", 10)], Judgement],
                    [.. rows.Select((row, index) => new TableRow(Cells(facts, row, index + 1, baseline)))]),
                CityAnnexNotes.Of(facts, rows));
    }

    private static IReadOnlyList<Cell> Cells(ReportFacts facts, CityRow row, int number, string? baseline)
    {
        var indicator = row.Indicator;
        var link = Explanation.Link(indicator.Code, row.Unit.Code, facts.Week);
        var target = facts.Catalogue.TargetOf(indicator.Code, row.Unit.Code, facts.Week);
        return
        [
            new Cell(number.ToString(CultureInfo.InvariantCulture)),
            new Cell(indicator.Name),
            new Cell(row.Unit.ShortName),
            new Cell(indicator.Unit),
            target is null ? None : new Cell($"{(indicator.Direction is Direction.Lower ? "≤" : "≥")}{FigureText.Table(target.Value, indicator)}", link),
            Value(facts, row, link),
            Before(facts, row),
            Change(row, link),
            .. Standing(facts, row, link),
            .. baseline is null ? Array.Empty<Cell>() : [SinceBaseline(row, baseline, link)],
            Status(row),
        ];
    }

    private static Cell None => new(FigureText.None);

    /// <summary>A bound is copied as it was published; otherwise the computed value stands here and the published one in the notes.</summary>
    private static Cell Value(ReportFacts facts, CityRow row, string link)
    {
        if (row.Published(facts) is { Value: { } published } figure && (figure.Bound is not Bound.Exact || row.Now is null))
            return new Cell($"{FigureText.Sentence(published, row.Indicator)}{PublishedBound.Word(figure)}", link);
        return row.Now?.Value is { } value
            ? new Cell(FigureText.Table(value, row.Indicator), link, row.Now.Coverage.HasCarried ? CellMark.Carried : CellMark.None)
            : None;
    }

    private static Cell Before(ReportFacts facts, CityRow row)
    {
        if (row.Topic?.Bound is not null || facts.Previous?.Find(row.Indicator.Code, row.Unit.Code) is not { Value: { } before } snapshot) return None;
        var link = Explanation.Link(row.Indicator.Code, row.Unit.Code, facts.PreviousPeriod.First);
        return new Cell(FigureText.Table(before, row.Indicator), link, snapshot.Coverage.HasCarried ? CellMark.Carried : CellMark.None);
    }

    private static Cell Change(CityRow row, string link)
    {
        if (row.Topic is null || Comparison.Comparable(row.Topic) is not { } change) return None;
        if (change.IsFlat) return new Cell(change.IsExactlyZero ? "持平" : "基本持平", link);
        return new Cell($"{Verbs.Moves(row.Indicator, change.Rises)}{FigureText.Difference(change.Amount, row.Indicator)}", link);
    }

    private static IEnumerable<Cell> Standing(ReportFacts facts, CityRow row, string link)
    {
        var published = new PublishedLookup(facts.Catalogue, row.Indicator.Code, row.Unit.Code);
        var now = row.Quoted is { } quoted ? quoted.ProvinceRank : published.RankOf(facts.Period);
        var before = row.Quoted is null && facts.Week > facts.FirstWeek ? published.RankOf(facts.PreviousPeriod) : null;
        yield return now is { } rank ? new Cell(rank.ToString(CultureInfo.InvariantCulture), link)
            : row.Quoted?.RankText is { } words ? new Cell(words, link)
            : None;
        yield return Moved(before, now, link);
    }

    /// <summary>下降35.15个百分点，位次上升6位: what the sentences say against the baseline.</summary>
    private static Cell SinceBaseline(CityRow row, string baseline, string link) =>
        row.Topic is { Published.Baseline: { } figure } topic && figure.Label == baseline && AgainstBaseline.CellText(topic) is { IsEmpty: false } said
            ? new Cell(said.Text, link)
            : None;

    private static Cell Status(CityRow row) => row.Now?.Light is { } light && row.Topic?.Bound is null
        ? new Cell(light.Text(), null, light switch { Light.Green => CellMark.Met, Light.Yellow => CellMark.Near, _ => CellMark.Missed })
        : None;

    /// <summary>上升6位, 下降2位, 持平.</summary>
    public static Cell Moved(int? before, int? now, string link) => Ranking.Movement(before, now) switch
    {
        null => None,
        0 => new Cell("持平", link),
        > 0 and var up => new Cell($"上升{up}位", link),
        var down => new Cell($"下降{-down}位", link),
    };
}
