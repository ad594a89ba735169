using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using Xunit;

namespace MetricsDashboard.Tests.Demonstration;

/// <summary>The demonstration's figures keep, in every week and unit, what an honest form keeps.</summary>
public sealed class DemoConsistencyTests
{
    private static readonly Domain.Catalogue.Catalogue Catalogue = DemoWeeks.Catalogue;

    [Fact]
    public void Files_ComparedWithDuties_HoldEveryAskedValueAndNoOther()
    {
        var asked =
            from week in DemoWeeks.Weeks
            from form in Catalogue.Forms
            from unit in Catalogue.AskedUnits(form, week)
            where (unit.Code, week) != (DemoParameters.MissingCounty, DemoParameters.MissingWeek)
            from row in Catalogue.RowUnits(form, unit, week)
            from element in Catalogue.ElementsOf(form, week)
            select (element.Code, row.Code, week);

        Assert.Equal(asked.ToHashSet(), DemoWeeks.ByKey.Keys.Concat(DemoWeeks.Texts.Select(text => (text.Element, text.Unit, text.Week))).ToHashSet());
    }

    [Fact]
    public void Values_ComparedWithTheElementsRange_LieInIt()
    {
        var outside = DemoWeeks.Values.Where(value =>
            value.Value < Catalogue.Element(value.Element).Minimum || value.Value > (Catalogue.Element(value.Element).Maximum ?? long.MaxValue));

        Assert.Empty(outside);
    }

    [Fact]
    public void Values_ComparedWithTheirMaximumElement_DoNotExceedIt()
    {
        var above = DemoWeeks.Values.Where(value =>
            Catalogue.Element(value.Element).MaxElement is { } maximum && value.Value > DemoWeeks.ByKey[(maximum, value.Unit, value.Week)]);

        Assert.Empty(above);
    }

    [Fact]
    public void CumulativeValues_WeekAfterWeek_NeverFall()
    {
        var cumulative = DemoWeeks.Values.Where(value => Catalogue.Element(value.Element).Nature is Nature.Cumulative)
            .GroupBy(value => (value.Element, value.Unit))
            .Select(group => group.OrderBy(value => value.Week).ToList());

        var falling = cumulative.Where(series => series.Zip(series.Skip(1)).Any(pair => pair.Second.Value < pair.First.Value));

        Assert.Empty(falling);
    }

    [Fact]
    public void CompletedCases_ComparedWithAccepted_StayNearThem()
    {
        var completed = DemoWeeks.Values.Where(value => value.Element == "cases_completed");

        var far = completed.Where(value => value.Value > Beside(value, "cases_accepted") * 105 / 100 || value.Value < Beside(value, "cases_accepted") * 80 / 100);

        Assert.Empty(far);
    }

    [Fact]
    public void Flows_ComparedWithTheWeekBefore_DoNotJump()
    {
        var accepted = DemoWeeks.Values.Where(value => value.Element == "cases_accepted" && value.Value >= 50);

        var jumping = accepted.Where(value =>
            DemoWeeks.ByKey.TryGetValue((value.Element, value.Unit, value.Week.Previous), out var before)
            && Math.Abs(value.Value - before) * 10 > before * 4);

        Assert.Empty(jumping);
    }

    [Fact]
    public void Ratings_ComparedWithCompletedCases_AreFewer()
    {
        var wrong = DemoWeeks.Values.Where(value => value.Element == "ratings_total" && value.Value > Beside(value, "cases_completed"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void BadRatings_AddedInAWeek_AreTheUnsatisfiedOfThatWeek()
    {
        var due = DemoWeeks.Values.Where(value => value.Element == "bad_ratings_due" && value.Week > DemoParameters.First);

        var wrong = due.Where(value =>
            DemoWeeks.ByKey.TryGetValue((value.Element, value.Unit, value.Week.Previous), out var before)
            && value.Value - before != Beside(value, "ratings_total") - Beside(value, "ratings_satisfied"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Cards_Together_AreNotMoreThanTheOpenCases()
    {
        var wrong = DemoWeeks.Values.Where(value =>
            value.Element == NamedCodes.CasesMonitored
            && Beside(value, NamedCodes.RedCards) + Beside(value, NamedCodes.YellowCards) + Beside(value, NamedCodes.EarlyWarnings) > Open(value));

        Assert.Empty(wrong);
    }

    [Fact]
    public void OpenCases_ComparedWithTheWeekBefore_AreThoseAndTheAcceptedWithoutTheCompleted()
    {
        var monitored = DemoWeeks.Values.Where(value => value.Element == NamedCodes.CasesMonitored).ToDictionary(value => (value.Unit, value.Week));

        var wrong = monitored.Values.Where(value =>
            monitored.TryGetValue((value.Unit, value.Week.Previous), out var before)
            && Open(value) != Open(before) + Beside(value, NamedCodes.CasesAccepted) - Beside(value, NamedCodes.CasesCompleted));

        Assert.Empty(wrong);
    }

    [Fact]
    public void EveryUnitWithCases_InEveryWeek_HasABaseForTheRanking()
    {
        var indicators = Catalogue.Indicators.Where(indicator => indicator.MinBase is not null).ToDictionary(indicator => indicator.Code);
        var small = DemoWeeks.Results.SelectMany(results => results.All.Where(snapshot =>
                indicators.ContainsKey(snapshot.Indicator) && Catalogue.Unit(snapshot.Unit).RankingGroup is not null))
            .GroupBy(snapshot => (snapshot.Unit, snapshot.Week))
            .Where(group => group.All(snapshot => snapshot.Denominator < indicators[snapshot.Indicator].MinBase));

        Assert.Empty(small);
    }

    [Fact]
    public void Counties_InEveryWeekAndIndicator_HaveMoreThanTheMinimumBase()
    {
        var small = DemoWeeks.Results.SelectMany(results => results.All).Where(snapshot =>
            Catalogue.Unit(snapshot.Unit).Kind is UnitKind.County && snapshot.Denominator < Catalogue.Indicator(snapshot.Indicator).MinBase);

        Assert.Empty(small);
    }

    [Fact]
    public void SmallDepartments_InTheLastWeek_HaveFewItemsAndFewCases()
    {
        var small = DemoWeeks.Values.Where(value => value.Week == DemoWeeks.Last && value.Element == "items_total" && value.Value < 10).ToList();

        Assert.NotEmpty(small);
        Assert.All(small, value => Assert.InRange(Beside(value, "cases_accepted"), 1, 20));
    }

    [Fact]
    public void Townships_Covered_HaveMostOfTheirVillagesCovered()
    {
        var wrong = DemoWeeks.Values.Where(value => value.Element == "townships_covered" && value.Value == 1
            && Beside(value, "villages_covered") * 2 < Beside(value, "villages_required"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void StatutoryDays_PerItem_ArePlausible()
    {
        var wrong = DemoWeeks.Values.Where(value => value.Element == "statutory_days"
            && (value.Value < 5 * Beside(value, "items_on_application") || value.Value > 60 * Beside(value, "items_on_application")));

        Assert.Empty(wrong);
    }

    /// <summary>Monitored without those completed within the week: no card stands on a completed case.</summary>
    private static long Open(CountedValue monitored) => monitored.Value - Beside(monitored, NamedCodes.CasesCompleted);

    private static long Beside(CountedValue value, string element) => DemoWeeks.ByKey[(element, value.Unit, value.Week)];
}
