using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;
using Xunit;

namespace MetricsDashboard.Tests.CatalogueRules;

/// <summary>Who owes what in which week: one dated switch drives duties, totals and ranking together.</summary>
public sealed class AskedUnitsTests
{
    private static readonly ReportingWeek Week = SmallCatalogue.Week;

    [Fact]
    public void AskedUnits_ExcludedCounty_OwesNothing() => Assert.Equal(["A", "B", "C", "D"], Asked(SmallCatalogue.Default, "county"));

    [Fact]
    public void AskedUnits_CountyWithoutRows_IsNotAskedForThem() => Assert.Equal(["A", "B"], Asked(SmallCatalogue.Default, "villages"));

    [Fact]
    public void AskedUnits_FormWithoutElements_IsOwedByNobody()
    {
        var catalogue = (new SmallCatalogue() with { Forms = new SmallCatalogue().Forms + "text,进展,County,unit,None,\n" }).Build();

        Assert.Empty(Asked(catalogue, "text"));
    }

    [Theory]
    [InlineData("2020-W38", false)]
    [InlineData("2020-W39", true)]
    [InlineData("2020-W41", true)]
    [InlineData("2020-W42", false)]
    public void TakesPart_DatedUnit_CountsWithinItsWeeks(string week, bool counts)
    {
        var catalogue = (new SmallCatalogue() with { Units = new SmallCatalogue().Units + "B2,乙县二镇,乙县二镇,Township,B,40,,yes,yes,2020-W39,2020-W41\n" }).Build();

        Assert.Equal(counts, catalogue.TakesPart(catalogue.Unit("B2"), ReportingWeek.Parse(week)));
    }

    [Fact]
    public void TakesPart_ChildOfAnExcludedCounty_DoesNot() =>
        Assert.False(SmallCatalogue.Default.TakesPart(SmallCatalogue.Default.Unit("X1"), Week));

    [Fact]
    public void ElementsOf_ElementNotValidYet_IsNotAsked()
    {
        var catalogue = (new SmallCatalogue() with { Elements = new SmallCatalogue().Elements + "late,迟,项,stock,county,County,,sum,,,carry,2020-W40\n" }).Build();

        Assert.Equal((1, 2), (catalogue.ElementsOf(catalogue.Form("county"), Week).Count, catalogue.ElementsOf(catalogue.Form("county"), Week.Next).Count));
    }

    [Fact]
    public void FormsOf_EveryUnit_MirrorsAskedUnits()
    {
        var catalogue = SeedFiles.Demonstration;

        var byUnit = catalogue.Units.SelectMany(unit => catalogue.FormsOf(unit, Week).Select(form => (unit.Code, form.Code)));
        var byForm = catalogue.Forms.SelectMany(form => catalogue.AskedUnits(form, Week).Select(unit => (unit.Code, form.Code)));

        Assert.Equal(byForm.ToHashSet(), byUnit.ToHashSet());
    }

    [Fact]
    public void AskedUnitOf_Township_IsItsCounty() =>
        Assert.Equal("A", SmallCatalogue.Default.AskedUnitOf(SmallCatalogue.Default.Element("covered"), SmallCatalogue.Default.Unit("A2")).Code);

    [Fact]
    public void AskedUnits_OfTheDemonstration_AreElevenCountiesAndFortySixDepartments()
    {
        var catalogue = SeedFiles.Demonstration;

        var kinds = catalogue.AskedUnits(catalogue.Form("service-items"), Week).GroupBy(unit => unit.Kind).ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal((11, 46), (kinds[UnitKind.County], kinds[UnitKind.Department]));
    }

    [Fact]
    public void AskedUnits_OfAllForms_AreTwoHundredAndSixDuties()
    {
        var catalogue = SeedFiles.Demonstration;

        Assert.Equal(206, catalogue.Forms.Sum(form => catalogue.AskedUnits(form, Week).Count));
        Assert.Equal(11, catalogue.AskedUnits(catalogue.Form("work-progress"), Week).Count);
    }

    private static IEnumerable<string> Asked(Domain.Catalogue.Catalogue catalogue, string form) =>
        catalogue.AskedUnits(catalogue.Form(form), Week).Select(unit => unit.Code);
}
