using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Tests.CatalogueRules;
using Xunit;

namespace MetricsDashboard.Tests.Submissions;

/// <summary>A part on one form (活跃用户数 on 县表) is bounded by its whole on another (事项数 on 事项表).</summary>
public sealed class CrossFormTests
{
    private static readonly ReportingWeek Week = SmallCatalogue.Week;

    private static readonly Domain.Catalogue.Catalogue Catalogue = (new SmallCatalogue() with
    {
        Elements = new SmallCatalogue().Elements.Replace("users,用户数,人,cumulative,county,County,,", "users,用户数,人,cumulative,county,County,all,", StringComparison.Ordinal),
    }).Build();

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void Maximum_OnAnotherFormOfTheFile_IsComparedWithIt(int users, bool refused)
    {
        var issues = Check([("users", users), .. Items(10)], sent: null);

        Assert.Equal(refused ? ["“用户数”（11）大于“事项数”（10，在《事项表》第3行）：请核对这两个数后改正"] : [], issues.Select(issue => issue.Message));
        Assert.All(issues, issue => Assert.Equal((Severity.Error, IssueCodes.ExceedsMaximum, "users"), (issue.Severity, issue.Code, issue.ElementCode)));
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void Maximum_OnAFormSentBefore_IsComparedWithThat(int users, bool refused) => Assert.Equal(
        refused ? ["“用户数”（11）大于“事项数”（10，《事项表》已报送）：请核对这两个数后改正"] : [],
        Check([("users", users)], sent: ("all", 10)).Select(issue => issue.Message));

    [Theory]
    [InlineData(11, false)]
    [InlineData(10, true)]
    public void Whole_BelowAPartSentBefore_IsRefusedToo(int all, bool refused) => Assert.Equal(
        refused ? ["“事项数”（10）小于“用户数”（11，《县表》已报送）：请核对这两个数后改正；要改的是《县表》的，请一并重新报送"] : [],
        Check(Items(all), sent: ("users", 11)).Select(issue => issue.Message));

    [Fact]
    public void Maximum_BothFormsInTheFile_WhatWasSentBeforeDoesNotMatter()
    {
        Assert.Empty(Check([("users", 11), .. Items(12)], sent: ("all", 10)));
        Assert.Empty(Check([("users", 9), .. Items(10)], sent: ("users", 11)));
    }

    [Fact]
    public void Maximum_OtherFormNotThereYet_IsNoFault() => Assert.Empty(Check([("users", 11)], sent: null));

    [Fact]
    public void Catalogue_BoundThatOtherUnitsReport_IsAFault()
    {
        var elements = new SmallCatalogue().Elements.Replace("users,用户数,人,cumulative,county,County,,", "users,用户数,人,cumulative,county,County,covered,", StringComparison.Ordinal);

        var fault = (new SmallCatalogue() with { Elements = elements }).Read().Faults.Single();

        Assert.Contains("不是在同一类单位上填报的", fault.Message, StringComparison.Ordinal);
    }

    private static (string, int)[] Items(int all) => [("all", all), ("done", 0), ("cases", 0), ("good", 0)];

    private static IReadOnlyList<IntakeIssue> Check((string Element, int Value)[] values, (string Element, long Value)? sent)
    {
        var context = new IntakeContext(new HashSet<ReportingWeek> { Week }, (_, _, _) => [])
        {
            SameWeek = (element, unit, week) => sent is { } known && (element, unit, week) == (known.Element, "A", Week) ? known.Value : null,
        };
        RawEntry[] entries = [.. values.Select((value, i) => new RawEntry("A", $"{Week}", value.Element, CellKind.Number, $"{value.Value}", new Place(null, $"第{i + 2}行")))];
        return IntakeCheck.Check(Catalogue, new IntakeRequest(new Actor("市", Role.CityReviewer)), context, new IntakeContent(entries, [], entries.Length)).Issues;
    }
}
