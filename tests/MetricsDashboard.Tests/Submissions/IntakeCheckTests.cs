using System.Globalization;
using FsCheck.Xunit;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using Xunit;

namespace MetricsDashboard.Tests.Submissions;

public sealed class IntakeCheckTests
{
    private static readonly ReportingWeek Week = new(2024, 10);
    private static readonly Actor Reporter = new("填报员", Role.CountyReporter, "N");

    private static readonly Catalogue Catalogue = new(
        1,
        [
            new Unit("C", "某某市", "全市", UnitKind.City, null, 0, null),
            new Unit("N", "北县", "北县", UnitKind.County, "C", 1, null),
            new Unit("S", "南县人民政府", "南县", UnitKind.County, "C", 2, null),
            new Unit("N1", "城关镇", "城关镇", UnitKind.Township, "N", 3, null),
            new Unit("S1", "城关镇", "城关镇", UnitKind.Township, "S", 4, null),
        ],
        [
            Element("whole", "总数", Nature.Stock, null),
            Element("part", "其中“红”数", Nature.Stock, "whole"),
            Element("sum", "累计数", Nature.Cumulative, null),
            Element("maybe", "选填数", Nature.Flow, null) with { Optional = true },
            Element("small", "是否", Nature.Stock, null) with { Minimum = 1, Maximum = 2, Form = "towns", ObservedAt = [UnitKind.Township] },
        ],
        [
            new Form("main", "主表", [UnitKind.County], SuppliedBy.Unit, null, 0, null),
            new Form("towns", "乡镇表", [UnitKind.County], SuppliedBy.Unit, UnitKind.Township, 1, null),
        ],
        [], [], []);

    [Property]
    public bool Check_AnyCountFromZeroUp_IsTakenAsItIs(long number)
    {
        var count = number == long.MinValue ? 0 : Math.Abs(number);
        var result = Check(Sheet(("whole", count.ToString(CultureInfo.InvariantCulture)), ("part", "0"), ("sum", count.ToString("N0", CultureInfo.InvariantCulture))));
        return result.Issues.Count == 0 && result.Forms[0].Values[0].Value == count && result.Forms[0].Values[2].Value == count;
    }

    [Theory]
    [InlineData("9223372036854775807", null)]
    [InlineData("9223372036854775808", IssueCodes.OutOfRange)]
    [InlineData("0", null)]
    [InlineData("-0", null)]
    [InlineData("+5", null)]
    [InlineData("5.00", null)]
    [InlineData("５，０００", null)]
    [InlineData(" 12 345 ", null)]
    [InlineData("-1", IssueCodes.Negative)]
    [InlineData("－1", IssueCodes.Negative)]
    [InlineData("−1.5", IssueCodes.Negative)]
    [InlineData("0.5", IssueCodes.Fraction)]
    [InlineData("1,23", IssueCodes.NotANumber)]
    [InlineData("1,2345", IssueCodes.NotANumber)]
    [InlineData(",123", IssueCodes.NotANumber)]
    [InlineData("12项", IssueCodes.NotANumber)]
    [InlineData("1e5", IssueCodes.NotANumber)]
    [InlineData("5.", IssueCodes.NotANumber)]
    [InlineData("-", IssueCodes.NotANumber)]
    [InlineData("—", IssueCodes.NotANumber)]
    [InlineData("0x10", IssueCodes.NotANumber)]
    [InlineData("99%", IssueCodes.Percentage)]
    [InlineData("99％", IssueCodes.Percentage)]
    [InlineData("9.9‰", IssueCodes.Percentage)]
    [InlineData("百分之五", IssueCodes.Percentage)]
    public void Check_TextOfANumber_IsReadOrNamed(string text, string? code)
    {
        var result = Check(Sheet(("whole", text), ("part", "0"), ("sum", "0")));

        Assert.Equal(code, result.Issues.SingleOrDefault(issue => issue.Element == "总数")?.Code);
        Assert.All(result.Issues, issue => Assert.Equal(("北县", text), (issue.Unit, issue.Value)));
    }

    [Theory]
    [InlineData(CellKind.Percentage, "0.5%", IssueCodes.Percentage)]
    [InlineData(CellKind.Other, "TRUE", IssueCodes.NotANumber)]
    [InlineData(CellKind.FormulaWithoutValue, "=A1", IssueCodes.FormulaWithoutValue)]
    [InlineData(CellKind.Blank, "", IssueCodes.Blank)]
    public void Check_KindOfCell_DecidesTheCode(CellKind kind, string text, string code)
    {
        var entries = Sheet(("whole", "5"), ("part", "5"), ("sum", "5"));
        entries[1] = entries[1] with { Kind = kind, Text = text };

        Assert.Equal(code, Check(entries).Issues.Single().Code);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", true)]
    [InlineData("0", false)]
    [InlineData("3", false)]
    public void Check_Range_HoldsAtBothEnds(string text, bool taken)
    {
        var result = Check([Entry("N1", "small", text)]);

        Assert.Equal(taken, !result.IsRefused);
        if (!taken) Assert.Contains("超出允许范围（1—2）", result.Issues.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_PartAboveWhole_NamesBothNumbersAndTheOtherPlace()
    {
        var issue = Check(Sheet(("whole", "4"), ("part", "5"), ("sum", "0"))).Issues.Single();

        Assert.Equal((IssueCodes.ExceedsMaximum, "C2", "其中“红”数"), (issue.Code, issue.Cell, issue.Element));
        Assert.Contains("“其中‘红’数”（5）大于“总数”（4，在C1）", issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(11, false)]
    public void Check_CumulativeAgainstTheLastAccepted_WarnsOnlyWhenItFell(long now, bool warned)
    {
        var context = new IntakeContext(new HashSet<ReportingWeek> { Week }, (element, unit, week) => (element, unit, week) == ("sum", "N", Week) ? [new Figure(10, Week.Previous)] : []);

        var result = Check(Sheet(("whole", "0"), ("part", "0"), ("sum", $"{now}")), context: context);

        Assert.False(result.IsRefused);
        Assert.Equal(warned ? ["“累计数”是累计数，上次是10，这次是9，减少了1：请核对；确实减少的，请向市专班说明原因"] : [], result.Issues.Select(issue => issue.Message));
        Assert.All(result.Issues, issue => Assert.Equal((Severity.Warning, IssueCodes.CumulativeFell, "C3"), (issue.Severity, issue.Code, issue.Cell)));
    }

    [Fact]
    public void Check_StockFell_IsNoWarning()
    {
        var context = new IntakeContext(new HashSet<ReportingWeek> { Week }, (element, _, _) => element == "whole" ? [new Figure(10, Week.Previous)] : []);

        Assert.Empty(Check(Sheet(("whole", "9"), ("part", "0"), ("sum", "0")), context: context).Issues);
    }

    [Fact]
    public void Check_OptionalElementMissingOrBlank_IsTaken()
    {
        var without = Sheet(("whole", "9"), ("part", "0"), ("sum", "0"));

        Assert.Empty(Check(without).Issues);
        var result = Check([.. without, Entry("N", "maybe", "") with { Kind = CellKind.Blank }]);
        Assert.Empty(result.Issues);
        Assert.Null(result.Forms.Single().Values[3].Value);
        Assert.Equal(4, result.Read);
    }

    [Theory]
    [InlineData("S")]
    [InlineData("南县")]
    [InlineData("南县人民政府")]
    [InlineData(" 南 县 ")]
    public void Check_UnitByCodeOrName_IsTheUnit(string unit)
    {
        RawEntry[] entries = [.. Sheet(("whole", "9"), ("其中红数", "0"), ("累计数", "0")).Select(entry => entry with { Unit = unit })];

        var result = Check(entries, new IntakeRequest(new Actor("市", Role.CityReviewer)));

        Assert.Empty(result.Issues);
        Assert.Equal("S", result.Forms.Single().Asked.Code);
    }

    [Fact]
    public void Check_NameOfTwoUnits_IsUnknownButTheCodeIsNot()
    {
        Assert.Equal(IssueCodes.UnknownUnit, Check([Entry("城关镇", "small", "1")]).Issues.Single().Code);
        Assert.Empty(Check([Entry("N1", "small", "1")]).Issues);
    }

    [Fact]
    public void Check_TownshipOfAnotherCounty_BelongsToItsCounty()
    {
        var result = Check([Entry("S1", "small", "1")]);

        Assert.True(result.IsForbidden);
        Assert.Equal("南县人民政府", result.Issues.Single().Unit);
    }

    [Fact]
    public void Check_ForeignUnit_ItsValuesAreNotCompared()
    {
        var context = new IntakeContext(new HashSet<ReportingWeek> { Week }, (_, _, _) => throw new InvalidOperationException("A foreign value was looked up."));

        var result = Check([.. Sheet(("whole", "9"), ("part", "0"), ("sum", "x")).Select(entry => entry with { Unit = "S" })], context: context);

        Assert.Equal(IssueCodes.OtherUnit, result.Issues.Single().Code);
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Drafter)]
    [InlineData(Role.CityReporter)]
    public void Check_RoleThatSendsNothingForCounties_IsForbidden(Role role) =>
        Assert.True(Check(Sheet(("whole", "9"), ("part", "0"), ("sum", "0")), new IntakeRequest(new Actor("某人", role))).IsForbidden);

    [Fact]
    public void Check_NoOpenWeek_SaysSo()
    {
        var context = new IntakeContext(new HashSet<ReportingWeek>(), (_, _, _) => []);

        var issue = Check(Sheet(("whole", "9"), ("part", "0"), ("sum", "0")), context: context).Issues.Single();

        Assert.Equal(IssueCodes.WeekNotOpen, issue.Code);
        Assert.Contains("现在没有可以报送的统计周", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_UnitOwnSheetBlankBesideAFilledOne_IsBlankNotSkipped()
    {
        var result = Check([.. Sheet(("whole", "9"), ("part", "0"), ("sum", "0")), Entry("N1", "small", "") with { Kind = CellKind.Blank }]);

        Assert.Equal((IssueCodes.Blank, "城关镇", "是否"), result.Issues.Select(issue => (issue.Code, issue.Unit!, issue.Element!)).Single());
    }

    [Fact]
    public void Check_ReadersIssues_ArePartOfTheResultAndRefuse()
    {
        var issue = new IntakeIssue(Severity.Error, IssueCodes.SheetMissing, "乡镇表", null, null, null, null, "没有工作表");
        var content = new IntakeContent(Sheet(("whole", "x"), ("part", "0"), ("sum", "0")), [issue], 3);

        var result = IntakeCheck.Check(Catalogue, new IntakeRequest(Reporter), Context, content);

        Assert.Equal([IssueCodes.NotANumber, IssueCodes.SheetMissing], result.Issues.Select(found => found.Code));
        Assert.True(result.IsRefused);
    }

    [Fact]
    public void Check_Issues_AreOrderedByRowThenColumn()
    {
        RawEntry At(string element, string cell) => Entry("N", element, "x") with { Place = new Place("主表", cell) };

        var result = Check([At("whole", "AA2"), At("part", "B10"), At("sum", "B2")]);

        Assert.Equal(["B2", "AA2", "B10"], result.Issues.Select(issue => issue.Cell!));
    }

    private static readonly IntakeContext Context = new(new HashSet<ReportingWeek> { Week }, (_, _, _) => []);

    private static CheckedIntake Check(RawEntry[] entries, IntakeRequest? request = null, IntakeContext? context = null) =>
        IntakeCheck.Check(Catalogue, request ?? new IntakeRequest(Reporter), context ?? Context, new IntakeContent(entries, [], entries.Length));

    private static RawEntry[] Sheet(params (string Element, string Text)[] values) =>
        [.. values.Select((value, i) => Entry("N", value.Element, value.Text) with { Place = new Place("主表", $"C{i + 1}") })];

    private static RawEntry Entry(string unit, string element, string text) => new(unit, "2024-W10", element, CellKind.Text, text, new Place("主表", null));

    private static DataElement Element(string code, string name, Nature nature, string? maximum) =>
        new(code, name, "项", nature, "main", [UnitKind.County], maximum, RollUp.Sum, 0, null, false, WhenMissing.Carry);
}
