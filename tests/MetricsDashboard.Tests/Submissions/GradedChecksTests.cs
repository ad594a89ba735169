using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Tests.CatalogueRules;
using Xunit;

namespace MetricsDashboard.Tests.Submissions;

/// <summary>Every graded check on both sides of its border, in the small city: 甲县 sends 事项表 (all ≥ done, cases ≥ good) and 乡村表.</summary>
public sealed class GradedChecksTests
{
    private static readonly ReportingWeek Week = SmallCatalogue.Week;

    [Theory]
    [InlineData(100, 120, null)]
    [InlineData(100, 121, "增加21（21%），超过20%")]
    [InlineData(100, 80, null)]
    [InlineData(100, 79, "减少21（21%），超过20%")]
    [InlineData(10000, 12001, "增加2001（20.01%），超过20%")]
    [InlineData(1000000, 1200040, null)]
    [InlineData(10, 14, null)]
    [InlineData(10, 15, "增加5（50%），超过20%")]
    [InlineData(0, 4, null)]
    [InlineData(0, 5, "这次是5，增加5：")]
    public void Change_AgainstTheLastAccepted_WarnsBeyondPercentAndFloor(long before, long now, string? said)
    {
        var issue = Items(now, history: [before]).SingleOrDefault();

        if (said is null)
        {
            Assert.Null(issue);
            return;
        }

        Assert.Equal((Severity.Warning, IssueCodes.LargeChange, "甲县", "事项数"), (issue!.Severity, issue.Code, issue.Unit, issue.Element));
        Assert.Contains(said, issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_Found_NamesUnitElementBothValuesAndTheWeekOfTheOlder() => Assert.Equal(
        "甲县的“事项数”上次（9月14日—9月20日）是100，这次是150，增加50（50%），超过20%：请核对；确实如此的，请说明原因",
        Items(150, history: [100]).Single().Message);

    [Fact]
    public void Issue_OfAValue_CarriesTheCodesOfFormElementAndRowUnit()
    {
        var issue = Items(150, history: [100]).Single();

        Assert.Equal(("items", "all", "A"), (issue.FormCode, issue.ElementCode, issue.UnitCode));
    }

    [Fact]
    public void Change_InTheFirstWeek_HasNothingToCompare() => Assert.Empty(Items(150, history: []));

    [Theory]
    [InlineData("30,50", 130, false)]
    [InlineData("30,50", 131, false)]
    [InlineData("30,50", 149, false)]
    [InlineData("30,50", 150, true)]
    [InlineData("60,50", 160, false)]
    [InlineData("60,50", 161, true)]
    [InlineData("1,-", 102, true)]
    [InlineData("-,", 1000, false)]
    public void Change_ThresholdOfTheElement_Decides(string limits, long now, bool warned) =>
        Assert.Equal(warned, Items(now, history: [100], catalogue: WithLimits(limits)).Any(issue => issue.Code == IssueCodes.LargeChange));

    [Theory]
    [InlineData(new long[] { 98, 102, 98, 102, 98, 102 }, 110, false)]
    [InlineData(new long[] { 98, 102, 98, 102, 98, 102 }, 111, true)]
    [InlineData(new long[] { 98, 102, 98, 102, 98, 102 }, 90, false)]
    [InlineData(new long[] { 98, 102, 98, 102, 98, 102 }, 89, true)]
    [InlineData(new long[] { 98, 102, 98, 102, 98 }, 111, false)]
    [InlineData(new long[] { 100, 100, 100, 100, 102, 98 }, 111, false)]
    [InlineData(new long[] { 100, 101, 100, 101, 100, 101 }, 105, false)]
    [InlineData(new long[] { 100, 101, 100, 101, 100, 101 }, 106, true)]
    public void Outlier_AgainstTheOwnWeeks_WarnsBeyondRobustZ(long[] history, long now, bool warned)
    {
        var issues = Items(now, history);

        Assert.Equal(warned ? [IssueCodes.Outlier] : [], issues.Select(issue => issue.Code));
    }

    [Fact]
    public void Outlier_Found_NamesMedianAndUsualRange() => Assert.Equal(
        "甲县的“事项数”这次是111，近12周的中位数是100，超出通常范围（90—110）：请核对；确实如此的，请说明原因",
        Items(111, [98, 102, 98, 102, 98, 102]).Single().Message);

    [Fact]
    public void Outlier_ThatIsALargeChangeToo_IsSaidOnceWithBothFacts()
    {
        var issue = Items(150, [98, 102, 98, 102, 98, 102]).Single();

        Assert.Equal(IssueCodes.LargeChange, issue.Code);
        Assert.Contains("（53.06%），超过20%，也超出近12周的通常范围（90—110）：", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fall_ThatIsALargeChangeToo_IsSaidOnce()
    {
        var issues = Check([("A", "users", "10")], Past(("users", "A"), 100));

        Assert.Equal([IssueCodes.CumulativeFell], issues.Select(issue => issue.Code));
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, "甲县的“完成率”由上次的50.00%变为61.00%，上升11.00个百分点，超过10个百分点：请核对“完成数”和“事项数”；确实如此的，请说明原因")]
    [InlineData(39, "甲县的“完成率”由上次的50.00%变为39.00%，下降11.00个百分点，超过10个百分点：请核对“完成数”和“事项数”；确实如此的，请说明原因")]
    [InlineData(40, null)]
    public void Indicator_OfTheUnitsOwnValues_WarnsBeyondTenPoints(int done, string? said)
    {
        var history = Histories((("all", "A"), [100]), (("done", "A"), [50]));

        var found = Check([("A", "all", "100"), ("A", "done", $"{done}"), ("A", "cases", "0"), ("A", "good", "0")], history)
            .Where(issue => issue.Code == IssueCodes.IndicatorChanged && issue.Message.Contains("“完成率”", StringComparison.Ordinal)).ToList();

        Assert.Equal(said is null ? [] : [said], found.Select(issue => issue.Message));
        Assert.All(found, issue => Assert.Equal(("甲县", "items", "done", "A"), (issue.Unit, issue.FormCode, issue.ElementCode, issue.UnitCode)));
    }

    [Fact]
    public void Warnings_OfAValueThatAnErrorNames_AreNotRaised()
    {
        var history = Histories((("all", "A"), [100]), (("done", "A"), [50]));

        var issues = Check([("A", "all", "100"), ("A", "done", "101"), ("A", "cases", "0"), ("A", "good", "0")], history);

        Assert.Equal([IssueCodes.ExceedsMaximum], issues.Select(issue => issue.Code));
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(19, false)]
    public void Indicator_BaseBelowItsMinimum_IsNotJudged(int all, bool warned)
    {
        var history = Histories((("all", "A"), [all]), (("done", "A"), [all / 2]));

        var issues = Check([("A", "all", $"{all}"), ("A", "done", $"{all}"), ("A", "cases", "0"), ("A", "good", "0")], history);

        Assert.Equal(warned, issues.Any(issue => issue.Code == IssueCodes.IndicatorChanged));
    }

    [Theory]
    [InlineData(10, 0, false)]
    [InlineData(11, 0, true)]
    [InlineData(20, 10, false)]
    public void Indicator_OfRows_IsThatOfTheirSum(int first, int second, bool warned)
    {
        var catalogue = (new SmallCatalogue() with
        {
            Elements = new SmallCatalogue().Elements + "villages,村数,个,stock,villages,Township,,sum,,,carry,\n",
            Indicators = new SmallCatalogue().Indicators + "village-share,T11,覆盖率,computed,covered,villages,%,2,trim,higher,yes,,\n",
        }).Build();
        var history = Histories((("covered", "A1"), [10]), (("villages", "A1"), [50]), (("covered", "A2"), [10]), (("villages", "A2"), [50]));
        var rows = new[] { ("A1", 10 + first), ("A2", 10 - second), ("A3", 5) }
            .SelectMany(row => new[] { (row.Item1, "covered", $"{row.Item2}"), (row.Item1, "online", "0"), (row.Item1, "villages", "50") }).ToArray();

        var found = Check(rows, history, catalogue).Where(issue => issue.Code == IssueCodes.IndicatorChanged).ToList();

        Assert.Equal(warned ? ["甲县"] : [], found.Select(issue => issue.Unit));
        if (warned) Assert.Contains("由上次的20.00%变为31.00%，上升11.00个百分点", found[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new long[] { 30, 30, 30 }, true)]
    [InlineData(new long[] { 30, 30, 30, 29 }, true)]
    [InlineData(new long[] { 30, 30, 31 }, false)]
    [InlineData(new long[] { 30, 30 }, false)]
    public void Flow_EqualToTheThreeBefore_IsNoted(long[] history, bool noted)
    {
        var issues = Check([("A", "all", "30"), ("A", "done", "30"), ("A", "cases", "30"), ("A", "good", "0")], Histories((("cases", "A"), history), (("all", "A"), history)));

        Assert.Equal(noted ? ["甲县的“办件数”是本周发生数，这次和前3次都是30：请确认填的是本周的数，不是沿用上周的数"] : [], issues.Select(issue => issue.Message));
        Assert.All(issues, issue => Assert.Equal((Severity.Note, IssueCodes.UnchangedFlow), (issue.Severity, issue.Code)));
    }

    [Fact]
    public void Flow_OfNothingForFourWeeks_IsNotNoted() =>
        Assert.Empty(Check([("A", "all", "30"), ("A", "done", "30"), ("A", "cases", "0"), ("A", "good", "0")], Past(("cases", "A"), 0, 0, 0)));

    [Fact]
    public void Warnings_OfAFileForAClosedWeek_AreNotRaised()
    {
        var context = new IntakeContext(new HashSet<ReportingWeek>(), (_, _, _) => throw new InvalidOperationException("History of a closed week was read."));

        Assert.Equal([IssueCodes.WeekNotOpen], Run([("A", "users", "10")], context, SmallCatalogue.Default).Issues.Select(issue => issue.Code));
    }

    private static IReadOnlyList<IntakeIssue> Items(long all, long[] history, Domain.Catalogue.Catalogue? catalogue = null) =>
        Check([("A", "all", $"{all}"), ("A", "done", "0"), ("A", "cases", "0"), ("A", "good", "0")], Past(("all", "A"), history), catalogue);

    private static Domain.Catalogue.Catalogue WithLimits(string limits)
    {
        var lines = new SmallCatalogue().Elements.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var elements = lines.Select(line => line.StartsWith("code,", StringComparison.Ordinal) ? line + ",change_percent,change_floor"
            : line + (line.StartsWith("all,", StringComparison.Ordinal) ? "," + limits : ",,"));
        return (new SmallCatalogue() with { Elements = string.Join('\n', elements) + "\n" }).Build();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(100L, null)]
    [InlineData(97L, "甲县的“事项数”按办件数据为97项，这次是100项，相差3项：请核对，两个数都会保留")]
    public void Cases_ThatSayOtherwise_AreANoteAndNothingMore(long? cases, string? said)
    {
        var context = new IntakeContext(new HashSet<ReportingWeek> { Week }, (_, _, _) => [])
        {
            FromCases = (element, unit, week) => (element, unit, week) == ("all", "A", Week) ? cases : null,
        };

        var intake = Run([("A", "all", "100"), ("A", "done", "1"), ("A", "cases", "1"), ("A", "good", "1")], context, SmallCatalogue.Default);

        var notes = intake.Issues.Where(issue => issue.Code == IssueCodes.CasesDiffer).ToList();
        Assert.Equal(said is null ? [] : [(Severity.Note, said)], notes.Select(issue => (issue.Severity, issue.Message)));
    }

    private static Dictionary<(string, string), long[]> Past((string, string) key, params long[] values) => Histories((key, values));

    private static Dictionary<(string, string), long[]> Histories(params ((string, string) Key, long[] Values)[] histories) =>
        histories.ToDictionary(entry => entry.Key, entry => entry.Values);

    private static IReadOnlyList<IntakeIssue> Check(
        (string Unit, string Element, string Text)[] values, Dictionary<(string, string), long[]> histories, Domain.Catalogue.Catalogue? catalogue = null)
    {
        var context = new IntakeContext(
            new HashSet<ReportingWeek> { Week },
            (element, unit, week) => week == Week && histories.TryGetValue((element, unit), out var past) ? [.. past.Select((value, i) => new Figure(value, Week.AddWeeks(-i - 1)))] : []);
        return Run(values, context, catalogue ?? SmallCatalogue.Default).Issues;
    }

    private static CheckedIntake Run((string Unit, string Element, string Text)[] values, IntakeContext context, Domain.Catalogue.Catalogue catalogue)
    {
        RawEntry[] entries = [.. values.Select((value, i) => new RawEntry(value.Unit, $"{Week}", value.Element, CellKind.Text, value.Text, new Place(null, $"第{i + 2}行")))];
        return IntakeCheck.Check(catalogue, new IntakeRequest(new Actor("市", Role.CityReviewer)), context, new IntakeContent(entries, [], entries.Length));
    }
}
