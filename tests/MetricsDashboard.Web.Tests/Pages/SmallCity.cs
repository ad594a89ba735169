using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>A city of four counties and two departments: a flow with a rate that has a target and a baseline, and a stock that is carried.</summary>
internal static class SmallCity
{
    public static readonly ReportingWeek First = new(2020, 28);

    public static readonly string[] Counties = ["C1", "C2", "C3", "C4"];

    public static readonly string[] Departments = ["D1", "D2"];

    public static Catalogue Catalogue { get; } = new(
        1,
        [
            new Unit("CITY", "示例市", "全市", UnitKind.City, null, 0, null),
            new Unit("CITY-M", "示例市本级", "市级", UnitKind.Municipal, "CITY", 1, null),
            .. Counties.Select((code, at) => new Unit(code, $"示例市{Name(at)}县", $"{Name(at)}县", UnitKind.County, "CITY", 10 + at, "县（市、区）")),
            .. Departments.Select((code, at) => new Unit(code, $"示例市{Name(at)}局", $"{Name(at)}局", UnitKind.Department, "CITY-M", 100 + at, "市直部门")),
        ],
        [
            Element("cards", "红牌办件数", Nature.Flow, WhenMissing.Leave, "cases"),
            Element("cases", "被监察办件数", Nature.Flow, WhenMissing.Leave, null),
            Element("items", "事项数", Nature.Stock, WhenMissing.Carry, null),
        ],
        [new Form("form", "基本情况表", [UnitKind.County, UnitKind.Department], SuppliedBy.Unit, null, 0, null)],
        [
            Indicator("rate", "JC01", "红牌率", "cards", "cases", "%", Direction.Lower, 0),
            Indicator("items", "SX01", "事项数", "items", null, "项", Direction.Higher, 1),
        ],
        [new Target("rate", "CITY", First, null, 1.00m, 2.00m, "示例文件")],
        [
            new PublishedFigure("rate", "CITY", PeriodKind.Month, "2020-06", 36.15m, Bound.Exact, 15, null, true, "6月", null),
            new PublishedFigure("rate", "CITY", PeriodKind.Week, "2020-W28", null, Bound.Exact, 12, null, false, null, null),
            new PublishedFigure("rate", "CITY", PeriodKind.Week, "2020-W29", 1.25m, Bound.Exact, 9, null, false, null, "省通报"),
        ]);

    public static Unit City => Catalogue.City;

    public static Indicator Rate => Catalogue.Indicator("rate");

    public static Indicator Items => Catalogue.Indicator("items");

    /// <summary>Everything that was reported in some weeks: cards, cases and items of each unit; a unit that is not there did not report.</summary>
    public static IReadOnlyList<WeekResults> Compute(params (ReportingWeek Week, IReadOnlyDictionary<string, (long Cards, long Cases, long Items)> Reported)[] weeks)
    {
        var counted = weeks.SelectMany(week => week.Reported.SelectMany(unit => new[]
        {
            new CountedValue("cards", unit.Key, week.Week, unit.Value.Cards),
            new CountedValue("cases", unit.Key, week.Week, unit.Value.Cases),
            new CountedValue("items", unit.Key, week.Week, unit.Value.Items),
        })).ToList();
        var figures = weeks.Select(week => new WeekFigures(week.Week, counted)).ToList();
        return [.. figures.Select((figure, at) => new WeekResults(figure.Week, WeekCalculation.Compute(Catalogue, figure, at > 0 ? figures[at - 1] : null)))];
    }

    /// <summary>The same report of every unit, but for some that say otherwise; null did not report.</summary>
    public static IReadOnlyDictionary<string, (long Cards, long Cases, long Items)> All(
        (long Cards, long Cases, long Items) usual, params (string Unit, (long Cards, long Cases, long Items)? Reported)[] others)
    {
        var reported = Counties.Concat(Departments).ToDictionary(unit => unit, _ => usual);
        foreach (var (unit, values) in others)
        {
            if (values is { } own) reported[unit] = own;
            else reported.Remove(unit);
        }

        return reported;
    }

    private static string Name(int at) => "甲乙丙丁"[at].ToString();

    private static DataElement Element(string code, string name, Nature nature, WhenMissing missing, string? maximum) => new(
        code, name, "件", nature, "form", [UnitKind.County, UnitKind.Department], maximum, RollUp.Sum, 0, null, false, missing);

    private static Indicator Indicator(string code, string number, string name, string above, string? below, string unit, Direction direction, int order) => new(
        code, number, name, Formula.Parse(above, below ?? "").Formula, above, below, unit, unit == "%" ? 2 : 0, TextStyle.Fixed, direction, true,
        below is null ? null : 20, null, order);
}
