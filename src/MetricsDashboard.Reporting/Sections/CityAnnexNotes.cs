using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>The notes under 附表1: scopes, sources, what stands in, what was left out, what others published.</summary>
public static class CityAnnexNotes
{
    public static IReadOnlyList<string> Of(ReportFacts facts, IReadOnlyList<CityRow> rows) =>
    [
        .. ScopesNote(facts, rows),
        .. FormulaNote(facts, rows),
        .. RuralNote(facts, rows),
        "“—”表示未公布、不适用或暂无可比数据。",
        .. CarriedNote(facts, rows),
        .. LeftOutNotes(facts, rows),
        .. NobodyNote(facts, rows),
        .. UnreviewedNote(facts),
        .. BasisNotes(rows),
        .. rows.SelectMany(row => PublishedNote(facts, row)),
        .. TargetNote(facts, rows),
    ];

    private static IEnumerable<string> ScopesNote(ReportFacts facts, IReadOnlyList<CityRow> rows)
    {
        if (Scopes.Own(facts) is { } own && rows.Any(row => row.Unit == own) && rows.Any(row => row.Unit == facts.Catalogue.City))
            yield return $"口径“{own.ShortName}”指市直部门事项，“{facts.Catalogue.City.ShortName}”含各县（市、区）。";
    }

    private static IEnumerable<string> FormulaNote(ReportFacts facts, IReadOnlyList<CityRow> rows)
    {
        if (rows.FirstOrDefault(row => row.Indicator.Code == NamedCodes.RedCardRate)?.Indicator is { Formula: { IsRatio: true, IsGrowth: false } formula } red)
            yield return $"{Naming.Brief(red)}＝{Terms(facts, formula.Numerator)}÷{Terms(facts, formula.Denominator)}×100%。";
    }

    /// <summary>The counts behind the two rates of rural coverage, which the sentences say and the table has no column for.</summary>
    private static IEnumerable<string> RuralNote(ReportFacts facts, IReadOnlyList<CityRow> rows)
    {
        var counts = new[] { NamedCodes.TownshipCoverage, NamedCodes.VillageCoverage }
            .Select(code => rows.FirstOrDefault(row => row.Indicator.Code == code))
            .Where(row => row is { Indicator.Formula: { Numerator.Count: 1, Denominator.Count: 1 }, Now: { Numerator: not null, Denominator: not null } })
            .Select(row => $"{Count(row!.Indicator.Formula!.Denominator[0], row.Now!.Denominator)}、{Count(row.Indicator.Formula.Numerator[0], row.Now.Numerator)}")
            .ToList();
        if (counts.Count > 0) yield return $"{facts.Catalogue.City.ShortName}{string.Join("；", counts)}。";

        string Count(Term term, long? count) => $"{facts.Catalogue.Element(term.Element).Name.TrimEnd('数')}{count}{facts.Catalogue.Element(term.Element).Measure}";
    }

    private static string Terms(ReportFacts facts, IReadOnlyList<Term> terms)
    {
        var text = string.Concat(terms.Select((term, place) => $"{(term.Sign < 0 ? "－" : place > 0 ? "＋" : "")}{facts.Catalogue.Element(term.Element).Name}"));
        return terms.Count > 1 ? $"（{text}）" : text;
    }

    private static IEnumerable<string> CarriedNote(ReportFacts facts, IReadOnlyList<CityRow> rows)
    {
        var units = rows.Where(row => row.Now is { Coverage.HasCarried: true })
            .SelectMany(row => AskedUnits.Behind(facts.Catalogue, facts.Current, row.Now!).Carried)
            .DistinctBy(unit => unit.Code).OrderBy(unit => unit.Order).ToList();
        if (units.Count > 0) yield return $"标“*”的数据含沿用上周数的单位：{Naming.Units(units, null)}。";
    }

    private static IEnumerable<string> LeftOutNotes(ReportFacts facts, IReadOnlyList<CityRow> rows) => rows
        .Where(row => row.Topic is { IsWhole: false } && IsReported(facts, row.Indicator))
        .Select(row => (row.Indicator, Units: AskedUnits.Behind(facts.Catalogue, facts.Current, row.Now!).LeftOut))
        .Where(entry => entry.Units.Count > 0)
        .GroupBy(entry => string.Join('|', entry.Units.Select(unit => unit.Code)), StringComparer.Ordinal)
        .Select(group => $"{Naming.Units(group.First().Units, null)}未报送，以下指标按已报送的单位合计，与上周不可比：{Names(group.Select(entry => entry.Indicator))}。");

    private static IEnumerable<string> NobodyNote(ReportFacts facts, IReadOnlyList<CityRow> rows)
    {
        var none = rows.Where(row => row.Now is { Value: null } now && now.Coverage.Missing == now.Coverage.Expected && IsReported(facts, row.Indicator)).ToList();
        if (none.Count > 0) yield return $"以下指标尚无单位报送：{Names(none.Select(row => row.Indicator))}。";
    }

    private static IEnumerable<string> UnreviewedNote(ReportFacts facts)
    {
        if (facts.Unreviewed.Count > 0)
            yield return $"锁定时待审、按未报送处理的：{string.Join("；", facts.Unreviewed.Select(form => $"{Naming.Units(form.Units, null)}《{form.Form.Name}》"))}。";
    }

    /// <summary>Counts that the system writes itself are nobody's duty.</summary>
    private static bool IsReported(ReportFacts facts, Indicator indicator) =>
        indicator.Formula is { IsGrowth: false } formula && !formula.Elements.Any(code => facts.Catalogue.Element(code).IsSystem);

    private static IEnumerable<string> BasisNotes(IReadOnlyList<CityRow> rows) => rows
        .Where(row => row.Topic is not null && Comparison.Comparable(row.Topic) is { Whole: false })
        .GroupBy(row => row.Now!.Change!.Units)
        .Select(group => $"以下指标的“较上周”按两周均报送的{group.Key}个单位计算：{Names(group.Select(row => row.Indicator))}。");

    private static IEnumerable<string> PublishedNote(ReportFacts facts, CityRow row)
    {
        if (row.Quoted is { Month: { } month } quoted)
        {
            yield return $"{Naming.Things(row.Indicator)}为上级公布的{WeekText.FullMonth(month)}数{(quoted.Document is null ? "" : $"，见{quoted.Document}")}。";
        }
        else if (row.Published(facts) is { Value: { } published } figure)
        {
            var said = $"{FigureText.Sentence(published, row.Indicator)}{PublishedBound.Word(figure)}";
            var computed = row.Now?.Value is { } value ? $"，市专班核算为{FigureText.Sentence(value, row.Indicator)}" : "";
            yield return $"{row.Unit.ShortName}{row.Indicator.Name}公布值为{said}{computed}。";
        }
    }

    private static IEnumerable<string> TargetNote(ReportFacts facts, IReadOnlyList<CityRow> rows)
    {
        var documents = rows.Select(row => facts.Catalogue.TargetOf(row.Indicator.Code, row.Unit.Code, facts.Week)?.Document).OfType<string>().Distinct().ToList();
        if (documents.Count > 0) yield return $"目标值依据：{string.Join("；", documents)}。";
    }

    private static string Names(IEnumerable<Indicator> indicators)
    {
        var all = indicators.Select(indicator => indicator.Name).Distinct().ToList();
        return string.Join("、", all.Take(Thresholds.LongestList)) + (all.Count > Thresholds.LongestList ? $"等{all.Count}项" : "");
    }
}
