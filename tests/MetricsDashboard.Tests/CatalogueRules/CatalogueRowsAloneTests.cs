using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;
using Xunit;

namespace MetricsDashboard.Tests.CatalogueRules;

/// <summary>Everything follows from the catalogue: one indicator, one form and one unit are added by rows of CSV alone.</summary>
public sealed class CatalogueRowsAloneTests
{
    private static readonly ReportingWeek Week = new(2020, 39);

    private static readonly Domain.Catalogue.Catalogue Extended = Extend();

    [Fact]
    public void NewForm_InTheWeek_IsOwedByTheNewCountyToo() =>
        Assert.Contains("410499", Extended.AskedUnits(Extended.Form("hall-visits"), Week).Select(unit => unit.Code));

    [Fact]
    public void NewUnit_InTheWeek_OwesTheFormsOfItsKind() =>
        Assert.Equal(
            ["service-items", "service-cases", "e-supervision", "county-figures", "work-progress", "hall-visits"],
            Extended.FormsOf(Extended.Unit("410499"), Week).Select(form => form.Code));

    [Fact]
    public void NewIndicator_FromReportedValues_IsRolledUpRankedAndLit()
    {
        var counties = Extended.AskedUnits(Extended.Form("hall-visits"), Week);
        var values = counties.SelectMany((unit, i) => new[]
        {
            new CountedValue("hall_visits", unit.Code, Week, 100),
            new CountedValue("hall_visits_booked", unit.Code, Week, 40 + i),
        });

        var snapshots = WeekCalculation.Compute(Extended, new WeekFigures(Week, values), null).Where(snapshot => snapshot.Indicator == "booked-share").ToList();

        var city = snapshots.Single(snapshot => snapshot.Unit == "410400");
        var added = snapshots.Single(snapshot => snapshot.Unit == "410499");
        Assert.Equal((12, 1200L, Light.Yellow), (city.Coverage.Reported, city.Denominator!.Value, city.Light!.Value));
        Assert.Equal((51.00m, 1), (added.Value!.Value, added.Rank!.Value));
    }

    private static Domain.Catalogue.Catalogue Extend()
    {
        var tables = SeedFiles.Tables(SeedFiles.Table("demo-townships.csv"));
        return SeedFiles.Build(tables with
        {
            Units = [.. tables.Units, Rows("units.csv", "410499,新设区,新设区,County,410400,22,县（市、区）,yes,yes,,")],
            Forms = With(tables.Forms, "forms.csv", "hall-visits,大厅预约情况表,County,unit,None,"),
            Elements = With(
                tables.Elements,
                "elements.csv",
                "hall_visits,大厅办事人次,人次,flow,hall-visits,County,,sum,,,leave,\nhall_visits_booked,预约办事人次,人次,flow,hall-visits,County,hall_visits,sum,,,leave,"),
            Indicators = With(tables.Indicators, "indicators.csv", "booked-share,DT01,大厅预约率,computed,hall_visits_booked,hall_visits,%,2,trim,higher,yes,20,"),
            Targets = With(tables.Targets, "targets.csv", "booked-share,410400,2020-W28,,50,45,演示目标"),
        });
    }

    private static CatalogueTable With(CatalogueTable table, string file, string rows) => table with { Rows = [.. table.Rows, .. Rows(file, rows).Rows] };

    private static CatalogueTable Rows(string file, string rows) => CsvText.Table(file, $"{SeedFiles.Text(file).Split('\n')[0].TrimEnd('\r')}\n{rows}\n");
}
