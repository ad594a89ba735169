using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Tests.Ingestion;
using Xunit;

namespace MetricsDashboard.Tests.Mappings;

/// <summary>When a saved mapping is about a file, and what is said where it is not; and where saying begins.</summary>
public sealed class MappingFitTests
{
    private static readonly string Line = string.Join(',', MappingCity.Headings);

    [Fact]
    public void Of_SameHeadings_Fits() => Assert.Equal((true, 1), Fit(Line + "\n宝丰县,1,0,0,0"));

    [Fact]
    public void Of_TitleRowsAbove_FitsInTheirRow() => Assert.Equal((true, 3), Fit("全市红黄牌情况\n导出时间,9月27日\n" + Line + "\n宝丰县,1,0,0,0"));

    [Fact]
    public void Of_ColumnsInAnotherOrder_Fits() => Assert.Equal((true, 1), Fit(string.Join(',', MappingCity.Headings.Reverse()) + "\n0,0,0,1,宝丰县"));

    [Fact]
    public void Of_EmptyColumnsBetween_Fits() => Assert.Equal((true, 1), Fit(Line.Replace("红牌办件数,黄牌", "红牌办件数,,黄牌", StringComparison.Ordinal) + "\n宝丰县,1,0,,0,0"));

    [Fact]
    public void Of_ChangedHeadings_NamesWhatDiffers()
    {
        var fit = MappingFit.Of(MappingCity.Mapping(MappingCity.Headings), [MappingCity.Table("单位,纳入电子监察办件数,红牌,黄牌办件数,预警办件数,备注\n宝丰县,1,0,0,0,无")]);

        Assert.Equal(["上次的列“红牌办件数”没有了。", "多了一列“红牌”（C列）。", "多了一列“备注”（F列）。"], fit.Differences);
        Assert.Equal((false, 1), (fit.IsSame, fit.HeaderRow));
    }

    [Fact]
    public void Of_HeadingTwice_FitsOnlyInTheSameOrder()
    {
        var mapping = MappingCity.Mapping(["单位", "纳入电子监察办件数", "红牌办件数", "数量", "数量"]);
        mapping = mapping with { Columns = [.. mapping.Columns.Take(4), mapping.Columns[4] with { Occurrence = 2 }] };

        Assert.True(MappingFit.Of(mapping, [MappingCity.Table("单位,纳入电子监察办件数,红牌办件数,数量,数量\n宝丰县,1,0,3,4")]).IsSame);
        Assert.Equal(
            ["列的次序变了，而“数量”（第2个）只能按次序分辨。"],
            MappingFit.Of(mapping, [MappingCity.Table("单位,数量,纳入电子监察办件数,红牌办件数,数量\n宝丰县,3,1,0,4")]).Differences);
    }

    [Fact]
    public void Of_TwoSheetsAlike_AsksWhich()
    {
        var tables = new[] { MappingCity.Table(Line + "\n宝丰县,1,0,0,0", "九月"), MappingCity.Table(Line + "\n宝丰县,2,0,0,0", "十月") };

        Assert.StartsWith("文件里有2处相同的表头", Assert.Single(MappingFit.Of(MappingCity.Mapping(MappingCity.Headings), tables).Differences), StringComparison.Ordinal);
        Assert.Equal("十月", MappingFit.Of(MappingCity.Mapping(MappingCity.Headings) with { Sheet = "十月" }, tables).Table!.Sheet);
    }

    [Fact]
    public void Of_AnotherTable_SaysThatTheHeadingsAreNotThere() =>
        Assert.Equal(["文件里没有找到上次的表头。"], MappingFit.Of(MappingCity.Mapping(MappingCity.Headings) with { HeaderRow = 9 }, [MappingCity.Table("甲,乙\n1,2")]).Differences);

    [Fact]
    public void Header_BelowTitles_IsFoundByItsNames()
    {
        var table = MappingCity.Table("平顶山市电子监察情况\n统计时间：,9月27日,,,单位：件\n序号,单位名称,监察办件,红牌,黄牌\n1,宝丰县,10,1,0\n2,叶县,20,2,0");

        Assert.Equal(3, MappingSuggestion.Header(MappingCity.Catalogue, MappingCity.Form(), TestCatalogue.Week, [table])!.Value.HeaderRow);
    }

    [Fact]
    public void Columns_OfAnExport_SuggestsUnitsByTheirRowsAndElementsByTheirHeadings()
    {
        var table = MappingCity.Table("序号,地方,行政代码,红牌,时间\n1,宝丰县,410421,1,周一\n2,叶县,410422,2,周二\n,合计,,3,");

        var suggestions = MappingSuggestion.Columns(MappingCity.Catalogue, MappingCity.Form(), TestCatalogue.Week, table, 1);

        Assert.Equal(
            [(1, ColumnUse.Ignored), (2, ColumnUse.Unit), (3, ColumnUse.Ignored), (4, ColumnUse.Element)],
            suggestions.OrderBy(row => row.Key).Select(row => (row.Key, row.Value.Use)));
        Assert.Equal("2行是单位的代码或名称", suggestions[2].Why);
    }

    [Fact]
    public void Columns_TwoColumnsOfDifferentUnits_SuggestsNeither()
    {
        var table = MappingCity.Table("单位,上级,红牌\n宝丰县,叶县,1\n叶县,宝丰县,2");

        Assert.DoesNotContain(MappingSuggestion.Columns(MappingCity.Catalogue, MappingCity.Form(), TestCatalogue.Week, table, 1), row => row.Value.Use is ColumnUse.Unit);
    }

    [Fact]
    public void Faults_OfAnIncompleteMapping_NameEveryOne()
    {
        var mapping = MappingCity.Mapping(MappingCity.Headings);
        var broken = mapping with
        {
            Columns = [new MappedColumn("红牌", 1, ColumnUse.Element, "red_cards"), new MappedColumn("红牌", 2, ColumnUse.Element, "red_cards"), new MappedColumn("事项", 1, ColumnUse.Element, "items_total")],
        };

        Assert.Empty(mapping.Faults(MappingCity.Catalogue, TestCatalogue.Week));
        Assert.Equal(
            [
                "还没有指定哪一列是单位。",
                "“事项”对应的填报项“items_total”不在《电子监察红黄牌情况表》里，请重新选择。",
                "“红牌办件数”对应了2列（“红牌”、“红牌”（第2个）），只能有一列。",
                "还有3个必填项没有对应的列：“纳入电子监察办件数”、“黄牌办件数”、“预警办件数”。",
            ],
            broken.Faults(MappingCity.Catalogue, TestCatalogue.Week));
    }

    private static (bool IsSame, int HeaderRow) Fit(string lines)
    {
        var fit = MappingFit.Of(MappingCity.Mapping(MappingCity.Headings), [MappingCity.Table(lines)]);
        return (fit.IsSame, fit.HeaderRow);
    }
}
