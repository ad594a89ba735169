using FsCheck.Xunit;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Tests.CatalogueRules;
using Xunit;

namespace MetricsDashboard.Tests.Observations;

/// <summary>What is known of a week.</summary>
public sealed class WeekFiguresTests
{
    [Fact]
    public void Find_SeveralEarlierWeeks_IsTheNewestOfThem()
    {
        var figures = new WeekFigures(SmallCatalogue.Week, [SmallCatalogue.Value("all", "A", 1, 5), SmallCatalogue.Value("all", "A", 2, 2), SmallCatalogue.Value("all", "A", 3, 9)]);

        Assert.Equal(new Figure(2, SmallCatalogue.Week.AddWeeks(-2)), figures.Find("all", "A"));
    }

    [Fact]
    public void Find_LaterWeek_IsNotKnownYet() => Assert.Null(new WeekFigures(SmallCatalogue.Week, [SmallCatalogue.Value("all", "A", 1, -1)]).Find("all", "A"));

    [Fact]
    public void Reported_EarlierValueAlone_IsNothing() => Assert.Null(new WeekFigures(SmallCatalogue.Week, [SmallCatalogue.Value("all", "A", 1, 1)]).Reported("all", "A"));

    [Fact]
    public void Reported_ZeroOfThisWeek_IsZero() => Assert.Equal(0, new WeekFigures(SmallCatalogue.Week, [SmallCatalogue.Value("all", "A", 0)]).Reported("all", "A"));

    [Property(MaxTest = 300)]
    public bool Find_AnyWeeksInAnyOrder_IsTheNewestUpToTheWeek(sbyte[] weeksBefore)
    {
        var values = weeksBefore.Distinct().Select(before => SmallCatalogue.Value("all", "A", before + 1000, before)).ToList();
        var wanted = values.Where(value => value.Week <= SmallCatalogue.Week).OrderByDescending(value => value.Week).Select(value => (long?)value.Value).FirstOrDefault();
        return new WeekFigures(SmallCatalogue.Week, values).Find("all", "A")?.Value == wanted;
    }
}
