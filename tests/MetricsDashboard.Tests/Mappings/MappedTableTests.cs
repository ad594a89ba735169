using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Tests.Ingestion;
using Xunit;

namespace MetricsDashboard.Tests.Mappings;

/// <summary>Rows of units, of nobody, and of all together.</summary>
public sealed class MappedTableTests
{
    [Theory]
    [InlineData("410421", "代码")]
    [InlineData("宝丰县", "全称")]
    [InlineData(" 宝 丰 县 ", "全称")]
    public void Read_CodeOrName_IsThatUnit(string text, string how)
    {
        var row = Assert.Single(MappingCity.Read($"{text},100,1,2,3").Rows);

        Assert.Equal(("410421", how, RowFinding.Matched), (row.Unit!.Code, row.How, row.Finding));
        Assert.Equal(["100", "1", "2", "3"], row.Entries.Select(entry => entry.Text));
        Assert.Equal(new Place("Sheet1", "C2"), row.Entries[1].Place);
    }

    [Theory]
    [InlineData("高新区")]
    [InlineData("平顶山高新技术产业开发区")]
    public void Read_ShortAndFullName_AreTheSameUnit(string text) => Assert.Equal("410471", MappingCity.Read($"{text},1,0,0,0").Rows[0].Unit!.Code);

    [Theory]
    [InlineData("宝丰", "单位目录里没有代码、全称或简称为“宝丰”的单位")]
    [InlineData("宝丰县政府", "单位目录里没有代码、全称或简称为“宝丰县政府”的单位")]
    [InlineData("汝州市", "汝州市不填报《电子监察红黄牌情况表》")]
    [InlineData("", "单位列是空的")]
    public void Read_TextThatIsNoName_IsNobodys(string text, string why)
    {
        var table = MappingCity.Read($"{text},1,0,0,0");

        var row = Assert.Single(table.Unmatched);
        Assert.Equal((why, null), (row.How, row.Proposal));
        Assert.Equal((IssueCodes.UnknownUnit, "A2", text), (table.Issues[0].Code, table.Issues[0].Cell, table.Issues[0].Value));
        Assert.Empty(row.Entries);
    }

    [Theory]
    [InlineData("合计")]
    [InlineData("合　计")]
    [InlineData("全市")]
    [InlineData("平顶山市")]
    [InlineData("县区小计")]
    [InlineData("市级")]
    public void Read_TotalRow_IsOfferedToBeSkippedAndNotSkippedByItself(string text)
    {
        var row = Assert.Single(MappingCity.Read($"{text},1,0,0,0").Unmatched);

        Assert.StartsWith("合计行", row.Proposal, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AliasThatWasConfirmed_IsThatUnit()
    {
        var table = MappingCity.Read("宝丰,1,0,0,0\n叶县,2,0,0,0", new UnitChoice("宝丰", "410421", null));

        Assert.Equal(["410421", "410422"], table.Rows.Select(row => row.Unit!.Code));
        Assert.Empty(table.Issues);
    }

    [Fact]
    public void Read_AliasOfAUnitThatHasNoRowInTheForm_IsNobodys() =>
        Assert.Single(MappingCity.Read("全县合并,1,0,0,0", new UnitChoice("全县合并", "410421001", null)).Unmatched);

    [Fact]
    public void Read_RowSkippedOnPurpose_GivesNoValues()
    {
        var table = MappingCity.Read("测试单位,1,0,0,0\n宝丰县,1,0,0,0", new UnitChoice("测试单位", null, "系统里的测试数据"));

        Assert.Equal((RowFinding.Skipped, "系统里的测试数据", 0), (table.Rows[0].Finding, table.Rows[0].How, table.Rows[0].Entries.Count));
        Assert.Equal(4, table.Content.RowsRead);
    }

    [Fact]
    public void Read_UnitTwice_IsNamedAndRefusedByTheCheck()
    {
        const string Lines = "单位,纳入电子监察办件数,红牌办件数,黄牌办件数,预警办件数\n宝丰县,10,1,0,0\n410421,10,2,0,0";
        var table = MappingTable(Lines);

        Assert.Equal([2, 3], Assert.Single(table.Repeated).Select(row => row.Number));
        var intake = MappingCity.Check(MappingCity.Workbook("Sheet1", Lines), MappingCity.Mapping(MappingCity.Headings));
        Assert.Contains(intake.Issues, issue => issue is { Code: IssueCodes.Duplicate, Sheet: "Sheet1", Cell: "C3" });
    }

    [Fact]
    public void Read_NameThatTwoUnitsShare_IsNobodys()
    {
        var townships = MappingCity.Catalogue.Units.Where(unit => unit.Kind is Domain.Catalogue.UnitKind.Township).ToList();
        var twin = townships[0] with { Code = "410422009", Parent = TestCatalogue.OtherCounty };
        var catalogue = new Domain.Catalogue.Catalogue(
            1, [.. MappingCity.Catalogue.Units, twin], MappingCity.Catalogue.Elements, MappingCity.Catalogue.Forms, MappingCity.Catalogue.Indicators, [], []);
        var matching = new UnitMatching(catalogue, catalogue.Form("rural-coverage"), TestCatalogue.Week, []);

        Assert.Equal((null, "有两个以上的单位叫“城关镇”，请指定是哪一个"), (matching.Find("城关镇").Unit, matching.Find("城关镇").How));
        Assert.Equal(twin, matching.Find("叶县城关镇").Unit);
        Assert.Equal(twin, matching.Find("410422009").Unit);
    }

    [Theory]
    [InlineData("制表人：张三,,,,", RowFinding.Skipped)]
    [InlineData(",,,,", null)]
    [InlineData("制表人：张三,5,,,", RowFinding.Unmatched)]
    [InlineData("某某处,,,,", RowFinding.Unmatched)]
    [InlineData(",5,,,", RowFinding.Unmatched)]
    public void Read_LineBelowTheTable_IsSkippedOnlyWithoutFigures(string line, RowFinding? finding) =>
        Assert.Equal(finding, MappingCity.Read("宝丰县,1,0,0,0\n" + line).Rows.Skip(1).Select(row => (RowFinding?)row.Finding).SingleOrDefault());

    [Theory]
    [InlineData("合计,30,3,0,0", null)]
    [InlineData("合计,30,4,0,0", "“合计”的“红牌办件数”是4，各行之和是3：请核对是否少了单位、有重复或改动")]
    [InlineData("合计,30,,0,0", null)]
    [InlineData("小计,99,99,0,0", null)]
    public void Read_TotalRow_IsComparedWithTheSum(string total, string? message)
    {
        var table = MappingCity.Read("宝丰县,10,1,0,0\n叶县,20,2,0,0\n" + total, new UnitChoice("合计", null, "合计行"), new UnitChoice("小计", null, "小计行"));

        Assert.Equal(message, table.Issues.Select(issue => issue.Message).SingleOrDefault());
        Assert.All(table.Issues, issue => Assert.Equal((Severity.Warning, IssueCodes.TotalDiffers, "C4"), (issue.Severity, issue.Code, issue.Cell)));
    }

    [Fact]
    public void Read_UnitsThatAreNotInTheFile_AreNamed()
    {
        var table = MappingCity.Read("宝丰县,10,1,0,0");

        Assert.Contains("叶县", table.Absent.Select(unit => unit.ShortName));
        Assert.DoesNotContain("宝丰县", table.Absent.Select(unit => unit.ShortName));
    }

    private static MappedTable MappingTable(string lines) =>
        MappedTable.Read(MappingCity.Catalogue, TestCatalogue.Week, MappingCity.Table(lines), 1, MappingCity.Mapping(MappingCity.Headings));
}
