using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Ingestion.Workbooks;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion;

public sealed class MarkedCopyTests
{
    private const string Head = "【检查结果】";

    [Fact]
    public void Mark_FaultyCells_AreRedWithTheSentenceInAComment()
    {
        var sent = Spoilt().Bytes();
        var issues = TestCatalogue.Check(sent).Issues;

        var sheet = new MarkedSheet(Marked(sent, issues), WorkbookFile.Items);

        Assert.Equal(["F6", "F7", "F8"], sheet.Comments.Keys.Order());
        Assert.All(sheet.Comments, comment => Assert.Contains(issues.Single(issue => issue.Cell == comment.Key).Message, comment.Value, StringComparison.Ordinal));
        Assert.Equal(["F6", "F7", "F8"], sheet.Red);
        Assert.Equal(["F6", "F7", "F8"], sheet.Boxes.Order());
    }

    [Fact]
    public void Mark_AnySpoiltWorkbook_IsValidOpenXml()
    {
        var sent = Spoilt().Bytes();

        Assert.Empty(Faults(Marked(sent, TestCatalogue.Check(sent).Issues)));
    }

    [Fact]
    public void Mark_CorrectedAndSentAgain_IsAcceptedWithTheSameEntries()
    {
        var sent = Spoilt().Bytes();
        var corrected = new WorkbookFile(Marked(sent, TestCatalogue.Check(sent).Issues)).Number(WorkbookFile.Items, "F6", 1000).Number(WorkbookFile.Items, "F7", 900).Number(WorkbookFile.Items, "F8", 800);

        var content = Read(corrected.Bytes());

        var before = Read(WorkbookFile.Filled().Number(WorkbookFile.Items, "F6", 1000).Number(WorkbookFile.Items, "F7", 900).Number(WorkbookFile.Items, "F8", 800).Bytes());
        Assert.Empty(content.Issues);
        Assert.Equal(before.Entries, content.Entries);
    }

    [Fact]
    public void Mark_SeveralIssuesOfACell_StandInOneComment()
    {
        var issue = new IntakeIssue(Severity.Error, IssueCodes.Negative, WorkbookFile.Items, "F6", "宝丰县", "某项", "-1", "小于0");

        var sheet = new MarkedSheet(Marked(WorkbookFile.Filled().Bytes(), [issue, issue with { Severity = Severity.Warning, Message = "变动较大" }]), WorkbookFile.Items);

        Assert.Equal($"{Head}\n错误：小于0\n提醒：变动较大", Assert.Single(sheet.Comments).Value);
    }

    [Fact]
    public void Mark_WarningAlone_IsNotRed()
    {
        var issue = new IntakeIssue(Severity.Warning, IssueCodes.CumulativeFell, WorkbookFile.Items, "F6", "宝丰县", "某项", "1", "减少了");

        var sheet = new MarkedSheet(Marked(WorkbookFile.Filled().Bytes(), [issue]), WorkbookFile.Items);

        Assert.Equal((1, 0), (sheet.Comments.Count, sheet.Red.Count));
    }

    [Theory]
    [InlineData(WorkbookFile.Items, null, WorkbookFile.Items, "B2")]
    [InlineData(null, null, "填报说明", "B2")]
    [InlineData("没有的表", "C9", "填报说明", "B2")]
    [InlineData(WorkbookFile.Items, "A7", WorkbookFile.Items, "B7")]
    [InlineData(WorkbookFile.Items, "D1", WorkbookFile.Items, "B2")]
    public void Mark_IssueWithoutAVisibleCell_StandsWhereItIsSeen(string? sheet, string? cell, string marked, string at)
    {
        var issue = new IntakeIssue(Severity.Error, IssueCodes.LayoutChanged, sheet, cell, null, null, null, "行或列被移动了");

        var copy = new MarkedSheet(Marked(WorkbookFile.Filled().Bytes(), [issue]), marked);

        Assert.Equal([at], copy.Comments.Keys);
    }

    [Fact]
    public void Mark_CellThatDoesNotExist_IsMadeInItsPlace()
    {
        var file = WorkbookFile.Filled().Change(WorkbookFile.Items, sheet => sheet.Descendants<Cell>().Single(cell => cell.CellReference == "F7").Remove());
        var issue = new IntakeIssue(Severity.Error, IssueCodes.Blank, WorkbookFile.Items, "F7", "宝丰县", "某项", null, "没有填");

        var copy = Marked(file.Bytes(), [issue]);

        Assert.Equal(["F7"], new MarkedSheet(copy, WorkbookFile.Items).Red);
        Assert.Empty(Faults(copy));
    }

    [Fact]
    public void Mark_CommentsOfTheSender_AreKeptAndAddedTo()
    {
        var own = WithComments(WorkbookFile.Filled().Bytes(), ("F6", "我的备注"), ("F9", "另一条"));
        IntakeIssue[] issues =
        [
            new(Severity.Error, IssueCodes.Negative, WorkbookFile.Items, "F6", "宝丰县", "某项", "-1", "小于0"),
            new(Severity.Error, IssueCodes.Negative, WorkbookFile.Items, "F7", "宝丰县", "某项", "-1", "小于0"),
        ];

        var copy = Marked(own, issues);

        var sheet = new MarkedSheet(copy, WorkbookFile.Items);
        Assert.Equal($"我的备注\n{Head}\n错误：小于0", sheet.Comments["F6"]);
        Assert.Equal("另一条", sheet.Comments["F9"]);
        Assert.Equal(["F6", "F7", "F9"], sheet.Boxes.Order());
        Assert.Empty(Faults(copy));
    }

    [Fact]
    public void Mark_ACopyThatWasMarkedBefore_SaysOnlyWhatIsWrongNow()
    {
        var own = WithComments(WorkbookFile.Filled().Bytes(), ("F6", "我的备注"));
        IntakeIssue Wrong(string cell) => new(Severity.Error, IssueCodes.Negative, WorkbookFile.Items, cell, "宝丰县", "某项", "-1", "小于0");
        var look = new MarkedSheet(own, WorkbookFile.Items).Look("F7");

        var again = Marked(Marked(own, [Wrong("F6"), Wrong("F7"), Wrong("F8")]), [Wrong("F8")]);

        var sheet = new MarkedSheet(again, WorkbookFile.Items);
        Assert.Equal("我的备注", sheet.Comments["F6"]);
        Assert.Equal(["F6", "F8"], sheet.Comments.Keys.Order());
        Assert.Equal(["F6", "F8"], sheet.Boxes.Order());
        Assert.Equal(["F8"], sheet.Red);
        Assert.Equal(look, sheet.Look("F7"));
        Assert.Equal($"{Head}\n错误：小于0", sheet.Comments["F8"]);
    }

    [Fact]
    public void Mark_EverythingElse_IsUntouched()
    {
        var sent = Spoilt().Bytes();

        var copy = Marked(sent, TestCatalogue.Check(sent).Issues);

        Assert.Equal(Read(sent).Entries, Read(copy).Entries);
        Assert.Equal(Names(sent), Names(copy));
        Assert.Equal(new MarkedSheet(sent, WorkbookFile.Rural).Xml, new MarkedSheet(copy, WorkbookFile.Rural).Xml);
    }

    [Theory]
    [InlineData(IssueCodes.PasswordProtected)]
    [InlineData(IssueCodes.TooLarge)]
    [InlineData(IssueCodes.Damaged)]
    [InlineData(IssueCodes.UnknownFormat)]
    public void Mark_FileThatCouldNotBeOpened_GivesNoCopy(string code)
    {
        var issue = new IntakeIssue(Severity.Error, code, null, null, null, null, null, "打不开");

        Assert.Null(MarkedCopy.Mark(WorkbookFile.Filled().Bytes(), [issue]));
        Assert.Null(SentValues.Read(WorkbookFile.Filled().Bytes(), "x.xlsx", TestCatalogue.Catalogue, TestCatalogue.Request, [issue]));
    }

    [Fact]
    public void Mark_ZipThatIsNoWorkbook_GivesNoCopy() => Assert.Null(MarkedCopy.Mark([0x50, 0x4B, 3, 4, 0, 0, 0, 0], []));

    [Fact]
    public void Mark_Csv_ComesBackAsOurWorkbookWithTheSendersValues()
    {
        var csv = Csv(("items_total", "一百"), ("items_on_application", "-5"));
        var intake = TestCatalogue.Check(csv, name: "填报.csv");

        var sent = SentValues.Read(csv, "填报.csv", TestCatalogue.Catalogue, TestCatalogue.Request, intake.Issues);

        Assert.Equal([WorkbookFile.Items], sent!.Forms.Select(form => form.Name));
        var copy = sent.Mark(Template(sent));
        var back = Read(copy).Entries.ToDictionary(entry => entry.Element, entry => entry.Text);
        Assert.Equal(("一百", "-5"), (back["items_total"], back["items_on_application"]));
        var sheet = new MarkedSheet(copy, WorkbookFile.Items);
        Assert.Equal(intake.Issues.Count(issue => issue.Element is not null), sheet.Red.Count);
        Assert.Contains("“一百”不是数字", sheet.Comments["F6"], StringComparison.Ordinal);
        Assert.Empty(Faults(copy));
    }

    [Fact]
    public void Mark_CsvWithAMissingElement_LeavesItBlankAndMarksIt()
    {
        var csv = Csv(("items_total", null));
        var intake = TestCatalogue.Check(csv, name: "填报.csv");

        var sent = SentValues.Read(csv, "填报.csv", TestCatalogue.Catalogue, TestCatalogue.Request, intake.Issues)!;

        var copy = sent.Mark(Template(sent));
        Assert.Equal("", Read(copy).Entries.Single(entry => entry.Element == "items_total").Text);
        Assert.Equal(["F6"], new MarkedSheet(copy, WorkbookFile.Items).Red);
    }

    [Fact]
    public void Read_CsvOfTwoUnits_HasNoWorkbook()
    {
        var csv = Encoding.UTF8.GetBytes($"unit,week,element,value\n{TestCatalogue.County},{TestCatalogue.Week},items_total,1\n{TestCatalogue.OtherCounty},{TestCatalogue.Week},items_total,1\n");

        Assert.Null(SentValues.Read(csv, "x.csv", TestCatalogue.Catalogue, TestCatalogue.Request, []));
    }

    internal static WorkbookFile Spoilt() => WorkbookFile.Filled().Text(WorkbookFile.Items, "F6", "五十").Number(WorkbookFile.Items, "F7", -3).Number(WorkbookFile.Items, "F8", 1.5);

    internal static byte[] Marked(byte[] sent, IReadOnlyList<IntakeIssue> issues)
    {
        var (bytes, extension) = MarkedCopy.Mark(sent, issues)!.Value;
        Assert.Equal(".xlsx", extension);
        return bytes;
    }

    internal static byte[] Template(SentValues sent) =>
        WorkbookTemplate.Write(TestCatalogue.Catalogue, sent.Asked, sent.Forms, new ReportingPeriod(sent.Week), null, WorkbookFile.Plausible, (_, _) => null);

    /// <summary>The items form as a long CSV, some values replaced or left out.</summary>
    private static byte[] Csv(params (string Element, string? Value)[] changed)
    {
        var values = TestCatalogue.Catalogue.ElementsOf(TestCatalogue.Form("service-items"), TestCatalogue.Week)
            .ToDictionary(element => element.Code, element => (string?)$"{WorkbookFile.Plausible(element.Code, "")}");
        foreach (var (element, value) in changed) values[element] = value;
        return Encoding.UTF8.GetBytes("unit,week,element,value\n" + string.Concat(values.Where(row => row.Value is not null).Select(row => $"{TestCatalogue.County},{TestCatalogue.Week},{row.Key},{row.Value}\n")));
    }

    private static IntakeContent Read(byte[] bytes) => IntakeReader.Read(bytes, "x.xlsx", TestCatalogue.Catalogue, TestCatalogue.Request);

    private static List<string> Faults(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}")];
    }

    private static List<string> Names(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        return [.. document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!)];
    }

    /// <summary>Comments as Excel writes them, with boxes and without ours.</summary>
    private static byte[] WithComments(byte[] bytes, params (string Cell, string Text)[] comments)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var document = SpreadsheetDocument.Open(stream, true))
        {
            var part = MarkedSheet.Part(document, WorkbookFile.Items);
            part.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(
                new Authors(new Author("张三")),
                new CommentList(comments.Select(comment => new Comment(new CommentText(new Run(new Text(comment.Text)))) { Reference = comment.Cell, AuthorId = 0 })));
            var drawing = part.AddNewPart<VmlDrawingPart>();
            var shapes = string.Concat(comments.Select((comment, i) =>
                $"""<v:shape id="_x0000_s{1025 + i}" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>{int.Parse(comment.Cell[1..], System.Globalization.CultureInfo.InvariantCulture) - 1}</x:Row><x:Column>{comment.Cell[0] - 'A'}</x:Column></x:ClientData></v:shape>"""));
            using (var writer = new StreamWriter(drawing.GetStream(FileMode.Create)))
                writer.Write($"""<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"/>{shapes}</xml>""");
            part.Worksheet!.Append(new LegacyDrawing { Id = part.GetIdOfPart(drawing) });
        }

        return stream.ToArray();
    }
}
