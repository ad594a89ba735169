using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Tests.CatalogueRules;
using Xunit;

namespace MetricsDashboard.Tests.Demonstration;

/// <summary>Every figure of the notice that the demonstration must meet (role demo), from the committed files through the domain.</summary>
public sealed class NoticeFiguresTests
{
    private static readonly CatalogueTable Notice = CsvText.Table(
        "notice-figures.csv", File.ReadAllText(Repository.Path("tests", "MetricsDashboard.Tests", "Resources", "notice-figures.csv")));

    public static TheoryData<string> DemoFigures => [.. Notice.Rows.Where(row => row["role"] == "demo").Select(row => row["figure"])];

    [Theory]
    [MemberData(nameof(DemoFigures))]
    public void LastWeek_ComputedFromTheFiles_MeetsTheNotice(string figure)
    {
        var row = Notice.Rows.Single(row => row["figure"] == figure);
        var unit = row["scope"] switch
        {
            "全市" => DemoParameters.City,
            "市本级" => DemoParameters.Municipal,
            var other => throw new InvalidOperationException($"Unknown scope {other}."),
        };
        var wanted = decimal.Parse(row["value"], CultureInfo.InvariantCulture);

        var found = Computed(row["element_or_indicator"], unit);

        if (row["unit"].Contains("at least", StringComparison.Ordinal)) Assert.InRange(found, wanted, 100m);
        else Assert.Equal(wanted, found);
    }

    [Fact]
    public void NoticeFile_Read_HasTheDemoFiguresOfTheNotice() => Assert.Equal(27, DemoFigures.Count);

    [Theory]
    [InlineData("time-limit-compression", "75.00")]
    [InlineData("run-once-share", "99.00")]
    [InlineData("no-visit-share", "71.00")]
    [InlineData("instant-share", "31.00")]
    [InlineData("single-sign-on-share", "90.00")]
    public void LastWeek_MunicipalShare_IsExactToTwoDecimals(string indicator, string shown)
    {
        var snapshot = DemoWeeks.Of(DemoWeeks.Last).Find(indicator, DemoParameters.Municipal)!;

        Assert.Equal(shown, Domain.Indicators.FigureText.Table(snapshot.Value, DemoWeeks.Catalogue.Indicator(indicator)));
    }

    private static decimal Computed(string code, string unit)
    {
        var results = DemoWeeks.Of(DemoWeeks.Last);
        var catalogue = DemoWeeks.Catalogue;
        if (code == "(count of departments with items)")
        {
            return results.All.Count(snapshot => snapshot.Indicator == "items-total" && snapshot.Value > 0 && catalogue.Unit(snapshot.Unit).Kind is UnitKind.Department);
        }

        if (catalogue.FindIndicator(code) is not null) return results.Find(code, unit)!.Value!.Value;
        var element = catalogue.Element(code);
        var indicator = catalogue.Indicators.First(indicator =>
            indicator.Formula is { IsGrowth: false, Numerator: [{ Sign: 1 } only] } && only.Element == element.Code);
        return results.Find(indicator.Code, unit)!.Numerator!.Value;
    }
}
