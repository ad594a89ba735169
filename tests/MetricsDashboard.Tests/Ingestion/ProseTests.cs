using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Domain.Submissions;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion;

/// <summary>The form that holds words, 专班工作开展情况, on every way into the system.</summary>
public sealed class ProseTests
{
    private const string Sheet = WorkbookFile.Progress;
    private const string Long = "一是召开调度会，\n二是1,234项\"事项\"已核对；滍阳镇。";

    [Fact]
    public void Check_FilledSheet_HoldsTheTextsAndNoCounts()
    {
        var form = TestCatalogue.Check(WorkbookFile.Filled().Bytes()).Forms.Single(form => form.Form.Code == "work-progress");

        Assert.Equal([WorkbookFile.ThisWeek, "", WorkbookFile.NextSteps], form.Values.Select(value => value.RawText));
        Assert.All(form.Values, value => Assert.Null(value.Value));
    }

    [Fact]
    public void Write_Sheet_ShowsLastWeeksTextBesideSingleInputCellsOfFiveHundredCharacters()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(WorkbookFile.Filled().Bytes()), false);
        var id = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(sheet => sheet.Name == Sheet).Id!.Value!;
        var sheet = ((WorksheetPart)document.WorkbookPart.GetPartById(id)).Worksheet!;
        var texts = document.WorkbookPart.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(item => item.InnerText).ToList();

        Assert.Equal(
            ["上周的“本周进展”。", "上周的“存在问题”。", "上周的“下步打算及需市协调事项”。"],
            new[] { "E6", "E7", "E8" }.Select(name => texts[int.Parse(sheet.Descendants<Cell>().Single(cell => cell.CellReference == name).CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)]));
        var validation = Assert.Single(sheet.Descendants<DataValidation>());
        Assert.Equal((DataValidationValues.TextLength, "500", "F6:F8"), (validation.Type!.Value, validation.Formula1!.Text, validation.SequenceOfReferences!.InnerText));
        Assert.DoesNotContain(sheet.Descendants<MergeCell>(), merge => merge.Reference!.Value!.Contains('6', StringComparison.Ordinal));
        Assert.True(sheet.Descendants<Row>().Single(row => row.RowIndex! == 6U).Height!.Value > 100);
    }

    [Fact]
    public void Check_NumberTyped_IsText()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled().Number(Sheet, "F7", 3).Bytes());

        Assert.Empty(result.Issues);
        Assert.Equal((null, "3"), result.Forms[^1].Values.Select(value => (value.Value, value.RawText)).ElementAt(1));
    }

    [Fact]
    public void Check_RequiredTextBlank_IsAnErrorAndTheOptionalIsNot()
    {
        var issue = Assert.Single(TestCatalogue.Check(WorkbookFile.Filled().Blank(Sheet, "F6").Bytes()).Issues);

        Assert.Equal((IssueCodes.Blank, Sheet, "F6", "本周进展"), (issue.Code, issue.Sheet, issue.Cell, issue.Element));
        Assert.Equal("“本周进展”没有填：请填写文字，不超过500字", issue.Message);
    }

    [Theory]
    [InlineData("进", 500, null)]
    [InlineData("进", 501, IssueCodes.TextTooLong)]
    [InlineData("𬱟", 500, null)]
    [InlineData("𬱟", 501, IssueCodes.TextTooLong)]
    public void Check_LengthOfAText_IsCountedInCharacters(string character, int times, string? code)
    {
        var text = string.Concat(Enumerable.Repeat(character, times));

        var result = Json(text);

        Assert.Equal(code, result.Issues.SingleOrDefault()?.Code);
        if (code is null) Assert.Equal(text, result.Forms[0].Values[0].RawText);
        else Assert.Equal(("“本周进展”有501个字符，超过500个：请删减1个以上后重新填写", 102), (result.Issues[0].Message, result.Issues[0].Value!.Length));
    }

    [Theory]
    [InlineData("一\u0007二", true)]
    [InlineData("一\t二", true)]
    [InlineData("一\u0085二", true)]
    [InlineData("一\uD800二", true)]
    [InlineData("一\n二", false)]
    [InlineData("一\r\n二", false)]
    public void Check_ControlCharacters_AreRefusedExceptLineBreaks(string text, bool refused)
    {
        var entry = new RawEntry("410421", "2024-W10", "progress_this_week", CellKind.Text, text, new Place(null, "第2行"));
        RawEntry[] entries = [entry, entry with { Element = "progress_next_steps", Text = "好" }];

        var result = IntakeCheck.Check(TestCatalogue.Catalogue, TestCatalogue.Request, TestCatalogue.Context, new IntakeContent(entries, [], 2));

        Assert.Equal(refused ? [IssueCodes.ControlCharacter] : [], result.Issues.Select(issue => issue.Code));
        if (!refused) Assert.Equal("一\n二", result.Forms[0].Values[0].RawText);
    }

    [Theory]
    [InlineData(CellKind.Other, "2020-09-27", IssueCodes.NotText)]
    [InlineData(CellKind.FormulaWithoutValue, "=A1", IssueCodes.FormulaWithoutValue)]
    public void Check_WhatIsNoText_IsAnError(CellKind kind, string text, string code)
    {
        var entry = new RawEntry("410421", "2024-W10", "progress_this_week", kind, text, new Place(null, "第2行"));
        RawEntry[] entries = [entry, entry with { Element = "progress_next_steps", Kind = CellKind.Text, Text = "好" }];

        Assert.Equal(code, IntakeCheck.Check(TestCatalogue.Catalogue, TestCatalogue.Request, TestCatalogue.Context, new IntakeContent(entries, [], 2)).Issues.Single().Code);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("gb18030", true)]
    [InlineData("gb18030", false)]
    public void Check_QuotedTextOfSeveralLines_IsReadFromLongAndWideCsv(string name, bool isLong)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var quoted = '"' + Long.Replace("\"", "\"\"", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal) + '"';
        var text = isLong
            ? $"单位,统计周,填报项,数值\r\n宝丰县,2024-W10,本周进展,{quoted}\r\n宝丰县,2024-W10,存在问题,\r\n宝丰县,2024-W10,下步打算及需市协调事项,12\r\n"
            : $"单位,统计周,本周进展,存在问题,下步打算及需市协调事项\r\n宝丰县,2024-W10,{quoted},,12\r\n";

        var result = TestCatalogue.Check(Encoding.GetEncoding(name).GetBytes(text), name: "进展.csv");

        Assert.Empty(result.Issues);
        Assert.Equal([Long, "", "12"], Assert.Single(result.Forms).Values.Select(value => value.RawText));
        Assert.Equal(isLong ? "第2行“数值”" : "第2行“本周进展”", result.Forms[0].Values[0].Place.Cell);
    }

    [Fact]
    public void Check_LineAfterATextOfSeveralLines_IsNamedByItsLineInTheFile()
    {
        var text = "unit,week,element,value\n410421,2024-W10,progress_this_week,\"一\n二\n三\"\n410421,2024-W10,progress_next_steps,\n";

        Assert.Equal("第5行“value”", TestCatalogue.Check(Encoding.UTF8.GetBytes(text), name: "进展.csv").Issues.Single().Cell);
    }

    private static CheckedIntake Json(string text) => TestCatalogue.Check(
        JsonSerializer.SerializeToUtf8Bytes(new object[]
        {
            new { unit = "410421", week = "2024-W10", element = "progress_this_week", value = text },
            new { unit = "410421", week = "2024-W10", element = "progress_next_steps", value = 12 },
        }),
        name: "进展.json");
}
