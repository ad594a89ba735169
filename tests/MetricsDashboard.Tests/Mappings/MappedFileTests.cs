using System.Text;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Ingestion.Workbooks;
using MetricsDashboard.Tests.Ingestion;
using Xunit;

namespace MetricsDashboard.Tests.Mappings;

/// <summary>Files of other systems, from bytes through the mapping and the one check.</summary>
public sealed class MappedFileTests
{
    private static readonly string Line = string.Join(',', MappingCity.Headings);

    [Theory]
    [InlineData("xlsx")]
    [InlineData("utf8")]
    [InlineData("gbk")]
    public void Check_FileWithTitlesAboveTheHeadings_GivesTheFormsOfItsUnits(string kind)
    {
        var lines = $"平顶山市电子监察情况\n\n{Line}\n宝丰县,100,1,2,3\n410422,50,0,1,1\n";
        var file = kind switch { "xlsx" => MappingCity.Workbook("导出", lines), "gbk" => MappingCity.Gb18030(lines), _ => Encoding.UTF8.GetBytes(lines) };

        var intake = MappingCity.Check(file, MappingCity.Mapping(MappingCity.Headings));

        Assert.Empty(intake.Issues);
        Assert.Equal(["410421", "410422"], intake.Forms.Select(form => form.Asked.Code));
        Assert.Equal([100, 1, 2, 3], intake.Forms[0].Values.Select(value => value.Value));
        Assert.Equal(kind == "xlsx" ? new Place("导出", "C4") : new Place(null, "第4行“红牌办件数”"), intake.Forms[0].Values[1].Place);
    }

    [Fact]
    public void Check_NumbersAsText_AreTaken()
    {
        var file = Encoding.UTF8.GetBytes($"{Line}\n宝丰县,\"1,200\",１,\" 2 \",+3\n");

        Assert.Equal([1200, 1, 2, 3], MappingCity.Check(file, MappingCity.Mapping(MappingCity.Headings)).Forms[0].Values.Select(value => value.Value));
    }

    [Fact]
    public void Check_ValueThatIsNone_NamesTheSendersOwnSheetAndCellAndMarksTheCopy()
    {
        var file = MappingCity.Workbook("九月导出", $"标题\n{Line}\n宝丰县,100,无,2,3");

        var intake = MappingCity.Check(file, MappingCity.Mapping(MappingCity.Headings));

        var issue = Assert.Single(intake.Issues);
        Assert.Equal((IssueCodes.NotANumber, "九月导出", "C3", "宝丰县", "红牌办件数", "无"), (issue.Code, issue.Sheet, issue.Cell, issue.Unit, issue.Element, issue.Value));
        Assert.NotNull(MarkedCopy.Mark(file, intake.Issues));
    }

    [Fact]
    public void Check_RowOfNobody_IsRefusedWhole()
    {
        var intake = MappingCity.Check(MappingCity.Workbook("导出", $"{Line}\n宝丰县,100,1,2,3\n宝丰,1,0,0,0"), MappingCity.Mapping(MappingCity.Headings));

        Assert.True(intake.IsRefused);
        Assert.Equal(("导出", "A3", "宝丰"), intake.Issues.Where(issue => issue.Severity is Severity.Error).Select(issue => (issue.Sheet, issue.Cell, issue.Value)).Single());
    }

    [Fact]
    public void Check_HeadingsThatChanged_AreNamed()
    {
        var issue = Assert.Single(MappingCity.Check(Encoding.UTF8.GetBytes("单位,红牌\n宝丰县,1\n"), MappingCity.Mapping(MappingCity.Headings)).Issues, issue => issue.Code == IssueCodes.LayoutChanged);

        Assert.Contains("上次的列“红牌办件数”没有了。", issue.Message, StringComparison.Ordinal);
        Assert.Contains("电子监察系统导出", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SameHeadingsTwiceInOneFile_ReadsTheChosenOnes()
    {
        var file = Encoding.UTF8.GetBytes($"{Line}\n宝丰县,1,0,0,0\n\n{Line}\n宝丰县,100,1,2,3\n");
        var mapping = MappingCity.Mapping(MappingCity.Headings) with { Sheet = null };

        Assert.Equal([100, 1, 2, 3], Values(file, mapping with { HeaderRow = 4 }));
        Assert.Equal([IssueCodes.LayoutChanged], MappingCity.Check(file, mapping with { HeaderRow = 2 }).Issues.Select(issue => issue.Code));
        Assert.False(mapping.ReadsLike(mapping with { HeaderRow = 4 }));
    }

    [Fact]
    public void Read_ColumnsOfOneHeadingInAnotherOrder_AreReadOnceTheyAreSaidAgain()
    {
        var first = MappingCity.Mapping(["单位", "纳入电子监察办件数", "红牌办件数", "数量", "数量"]) with { Sheet = null };
        first = first with { Columns = [.. first.Columns.Take(4), first.Columns[4] with { Occurrence = 2 }] };
        var again = first with { Columns = [first.Columns[0], first.Columns[3], .. first.Columns.Skip(1).Take(2), first.Columns[4]] };
        var file = Encoding.UTF8.GetBytes("单位,数量,纳入电子监察办件数,红牌办件数,数量\n宝丰县,2,100,1,3\n");

        Assert.Contains(MappingCity.Check(file, first).Issues, issue => issue.Code == IssueCodes.LayoutChanged);
        Assert.Equal([2, 100, 1, 3], Values(file, again));
        Assert.False(first.ReadsLike(again));
        Assert.True(first.ReadsLike(first with { Columns = [.. first.Columns] }));
    }

    [Fact]
    public void Check_CountyOnlySender_IsToldWhatItMaySend()
    {
        var request = new IntakeRequest(TestCatalogue.Reporter, MappingCity.Supervision, null, TestCatalogue.Week) { Mapping = MappingCity.Mapping(MappingCity.Headings) };
        var content = IntakeReader.Read(Encoding.UTF8.GetBytes($"{Line}\n叶县,1,0,0,0\n"), "x.csv", MappingCity.Catalogue, request);

        Assert.True(IntakeCheck.Check(MappingCity.Catalogue, request, TestCatalogue.Context, content).IsForbidden);
    }

    [Fact]
    public void Read_HeadingsOfTwoRows_TakesTheMergedOnes()
    {
        var (tables, _) = RawTables.Read(MappingCity.Workbook("导出", "单位,办件总数,红黄牌,,\n,,红牌办件数,黄牌办件数,预警办件数\n宝丰县,1,0,0,0", "A1:A2", "B1:B2", "C1:E1"), "x.xlsx");

        Assert.Equal(["单位", "办件总数", "红牌办件数", "黄牌办件数", "预警办件数"], tables[0].Columns(2).Select(column => column.Heading));
        Assert.Equal(2, MappingSuggestion.Header(MappingCity.Catalogue, MappingCity.Form(), TestCatalogue.Week, tables)!.Value.HeaderRow);
    }

    [Fact]
    public void Columns_WithDuplicateAndEmptyHeadings_AreToldApart()
    {
        var columns = MappingCity.Table("单位,数量,数 量,,备注,\n宝丰县,1,2,3,,").Columns(1);

        Assert.Equal(["“单位”", "“数量”", "“数 量”（第2个）", "无标题的D列", "“备注”"], columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("{\"a\":1}", "JSON")]
    [InlineData("<html>", "网页")]
    [InlineData("", "空的")]
    public void Read_WhatIsNoTable_SaysSo(string text, string word) =>
        Assert.Contains(word, RawTables.Read(Encoding.UTF8.GetBytes(text), "x.xls").Issue!.Message, StringComparison.Ordinal);

    [Fact]
    public void Check_ExportedForm_IsReadByTheSuggestionsAlone()
    {
        var form = MappingCity.Form();
        var units = new[] { MappingCity.Catalogue.Unit("410421"), MappingCity.Catalogue.Unit("410422") };
        var csv = string.Join('\n', CsvExport.Form(MappingCity.Catalogue, form, TestCatalogue.Week, units, WorkbookFile.Plausible, (_, _) => null));
        var bytes = Encoding.UTF8.GetBytes(csv);
        var table = RawTables.Read(bytes, "x.csv").Tables[0];
        var suggestions = MappingSuggestion.Columns(MappingCity.Catalogue, form, TestCatalogue.Week, table, 1);
        var mapping = new ColumnMapping(
            "本系统导出", form.Code, null, 1,
            [.. table.Columns(1).Select(column => new MappedColumn(column.Heading, column.Occurrence, suggestions[column.Number].Use, suggestions[column.Number].Element))], []);

        var mapped = MappingCity.Check(bytes, mapping);
        var plain = TestCatalogue.Check(bytes, new IntakeRequest(TestCatalogue.City), name: "x.csv");

        Assert.Empty(mapped.Issues);
        Assert.Equal(plain.Forms.SelectMany(row => row.Values), mapped.Forms.SelectMany(row => row.Values));
    }

    private static IEnumerable<long?> Values(byte[] file, ColumnMapping mapping)
    {
        var intake = MappingCity.Check(file, mapping);
        Assert.Empty(intake.Issues);
        return Assert.Single(intake.Forms).Values.Select(value => value.Value);
    }
}
