using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.Playwright;

namespace MetricsDashboard.Web.Tests.Journeys;

/// <summary>
/// A county's reporter with a phone: three mistakes, the marked copy, the corrections, the preview, an explanation, and only then is it
/// sent. The reviewer reads the explanation beside the warning.
/// </summary>
[Collection(DemoCollection.Name)]
public sealed class PreviewJourney(DemoServer demo) : IAsyncLifetime, IDisposable
{
    private const int Phone = 390;
    private const string Items = "政务服务事项情况表";
    private const string Figures = "县（市、区）其他指标情况表";

    private readonly TemporaryDirectory files = new();
    private TemporaryDirectory city = null!;
    private SharedBrowser browser = null!;
    private ServerProcess server = null!;

    public async Task InitializeAsync()
    {
        city = demo.Copy();
        browser = await SharedBrowser.LaunchAsync();
        server = await ServerProcess.StartAsync(city.FullPath, ["serve", "--demo", "--urls", "http://127.0.0.1:0"]);
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await server.DisposeAsync();
        city.Dispose();
    }

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Upload_WithThreeMistakes_IsMarkedCorrectedPreviewedExplainedAndSent()
    {
        await using var visitor = await browser.VisitAsync(server.Address, Phone);
        await visitor.SignInAsync("县（市、区）填报员");
        var (file, _) = await visitor.DownloadAsync(files.FullPath);
        FilledWorkbook.Fill(file, new Dictionary<string, long>(), Reporter.Words);
        Write(file, Items, ("F6", "五十"), ("F7", "-3"), ("F8", "1.5"));
        var before = Values(file, Items, "E6", "E7", "E8");

        await visitor.UploadAsync(file);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("未通过检查");
        await visitor.IsSoundAsync();
        await visitor.PictureAsync("preview-refused");
        var marked = await MarkedAsync(visitor);
        Assert.Equal(["F6", "F7", "F8"], Comments(marked, Items));

        Write(marked, Items, [.. before.Select((value, i) => ($"F{i + 6}", value))]);
        Write(marked, Figures, [.. Enumerable.Range(6, Rows(marked, Figures)).Select(row => ($"F{row}", "1"))]);
        await visitor.UploadAsync(marked);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("已检查，待确认报送");
        await Assertions.Expect(visitor.Main).ToContainTextAsync("本单位指标预览");
        await Assertions.Expect(visitor.Main).ToContainTextAsync("是累计数，上次是");
        await visitor.IsSoundAsync();
        await visitor.PictureAsync("preview-phone");

        var address = visitor.Page.Url;
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "确认报送", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("待确认报送");
        await visitor.ConfirmAsync("清理了重复登记的用户");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("已报送");
        Assert.Equal(address, visitor.Page.Url);
        await visitor.GoAsync("/submit");
        await Assertions.Expect(visitor.Main).ToContainTextAsync("均已报送");
        visitor.IsContent();

        await ReviewerReadsAsync("清理了重复登记的用户");
    }

    [Theory]
    [InlineData(Phone, true)]
    [InlineData(1440, false)]
    public async Task Preview_OnAnyScreen_IsSound(int width, bool dark)
    {
        await using var visitor = await browser.VisitAsync(server.Address, width, dark);
        await visitor.SignInAsync("县（市、区）填报员");
        var (file, _) = await visitor.DownloadAsync(files.FullPath);
        FilledWorkbook.Fill(file, new Dictionary<string, long>(), Reporter.Words);
        Write(file, Figures, [.. Enumerable.Range(6, Rows(file, Figures)).Select(row => ($"F{row}", "1"))]);

        await visitor.UploadAsync(file);

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("已检查，待确认报送");
        await visitor.Page.GetByText("与上周一致").First.ClickAsync();
        await visitor.IsSoundAsync();
        await visitor.PictureAsync($"preview-{width}");
        await visitor.Button("放弃").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("已放弃，未报送");
        visitor.IsContent();
    }

    [Fact]
    public async Task Unchanged_InOneAction_IsSentAndSaysSo()
    {
        await using var visitor = await browser.VisitAsync(server.Address, Phone);
        await visitor.SignInAsync("县（市、区）填报员");
        await visitor.GoAsync("/submit");
        await visitor.IsSoundAsync();
        await visitor.PictureAsync("submit-phone");

        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "乡村覆盖工作开展情况调查表与上周一致，确认报送" }).ClickAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("已报送");
        await Assertions.Expect(visitor.Main).ToContainTextAsync("报送“与上周一致”");
        await visitor.GoAsync("/submit");
        await Assertions.Expect(visitor.Main).ToContainTextAsync("（与上周一致）");
        visitor.IsContent();
    }

    private async Task ReviewerReadsAsync(string explanation)
    {
        await using var reviewer = await browser.VisitAsync(server.Address);
        await reviewer.SignInAsync("市专班审核员");
        await reviewer.GoAsync("/review");
        await reviewer.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = new($"查看.*{System.Text.RegularExpressions.Regex.Escape(Figures)}") }).First.ClickAsync();
        await Assertions.Expect(reviewer.Main).ToContainTextAsync(explanation);
        await reviewer.IsSoundAsync();
        await reviewer.PictureAsync("preview-review");
        reviewer.IsContent();
    }

    private async Task<string> MarkedAsync(Visitor visitor)
    {
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Link("下载标注错误的表格").ClickAsync());
        Assert.EndsWith("（已标注错误）.xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        var file = files.File(download.SuggestedFilename);
        await download.SaveAsAsync(file);
        return file;
    }

    private static void Write(string file, string sheet, params (string Cell, string Text)[] values)
    {
        using var book = SpreadsheetDocument.Open(file, isEditable: true);
        foreach (var (name, text) in values)
        {
            var cell = Cells(book, sheet)[name];
            cell.RemoveAllChildren();
            var isNumber = decimal.TryParse(text, out _);
            cell.DataType = isNumber ? null : CellValues.InlineString;
            if (isNumber) cell.CellValue = new CellValue(text);
            else cell.InlineString = new InlineString(new Text(text));
        }
    }

    private static string[] Values(string file, string sheet, params string[] names)
    {
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        return [.. names.Select(name => Cells(book, sheet)[name].CellValue!.Text)];
    }

    private static int Rows(string file, string sheet)
    {
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        return Cells(book, sheet).Count(cell => cell.Key[0] == 'A' && cell.Key is not "A1");
    }

    private static string[] Comments(string file, string sheet)
    {
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        return [.. Part(book, sheet).WorksheetCommentsPart!.Comments!.Descendants<Comment>().Select(comment => comment.Reference!.Value!)];
    }

    private static Dictionary<string, Cell> Cells(SpreadsheetDocument book, string sheet) => Part(book, sheet).Worksheet!.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);

    private static WorksheetPart Part(SpreadsheetDocument book, string sheet) =>
        (WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook!.Descendants<Sheet>().Single(found => found.Name == sheet).Id!.Value!);
}
