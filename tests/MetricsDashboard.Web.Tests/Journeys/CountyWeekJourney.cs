using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.Playwright;

namespace MetricsDashboard.Web.Tests.Journeys;

/// <summary>
/// A week of a county: once with everything that goes wrong, on a phone, until a figure that came back is corrected and stands on an
/// open page of a leader; once as it ordinarily goes, with every action of the county and of the reviewer counted.
/// </summary>
[Collection(DemoCollection.Name)]
public sealed class CountyWeekJourney(OpenWeek city) : IClassFixture<OpenWeek>, IDisposable
{
    private const int Phone = 390;
    private const int MostOfACounty = 10;
    private const int MostOfAReviewer = 30;
    private const string Items = "政务服务事项情况表";
    private const string Figures = "县（市、区）其他指标情况表";
    private const string RunOnce = "“最多跑一次”事项占比";
    private const string RunOnceElement = "“最多跑一次”事项数";
    private const string RunOnceCell = "F10";
    private const string Objection = "与窗口台账不一致，请核对";

    private readonly TemporaryDirectory files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Week_WithMistakesAndAReturnedCell_EndsOnTheLeadersOpenPage()
    {
        await using var county = await city.VisitAsync(Phone);
        await county.SignInAsync("县（市、区）填报员");
        await OneFormIsUnchangedAsync(county);
        var (file, _) = await county.DownloadAsync(files.FullPath);
        await SendAfterThreeMistakesAsync(county, file);

        await using var reviewer = await city.VisitAsync();
        await reviewer.SignInAsync("市专班审核员");
        await ReviewerReadsAsync(reviewer, "清理了重复登记的用户");
        await ReturnOneCellAsync(reviewer);

        await using var leader = await city.VisitAsync();
        await leader.SignInAsync("领导");
        await leader.GoAsync("/?unit=410421&week=2020-W40");
        var card = leader.Page.GetByRole(AriaRole.Article).Filter(new LocatorFilterOptions { HasText = RunOnce });
        var before = await card.InnerTextAsync();

        await CorrectAsync(county, file);
        await AcceptAsync(reviewer);

        await Assertions.Expect(card).ToContainTextAsync("100%");
        Assert.DoesNotContain("100%", before, StringComparison.Ordinal);
        foreach (var visitor in new[] { county, reviewer, leader }) visitor.IsContent();
    }

    [Fact]
    public async Task Week_Ordinary_TakesFewActions()
    {
        await using var county = await city.VisitAsync();
        await county.SignInFirstAsync(OpenWeek.SecondReporter, city.OneTimePassword, "changed-2-remember");
        var ofCounty = await Actions.OfAsync(county);
        var (file, _) = await county.DownloadAsync(files.FullPath);
        var changed = new Dictionary<string, long> { ["items_online"] = await LastAsync("items_online") + 1, ["items_no_visit"] = await LastAsync("items_no_visit") + 2 };
        ofCounty.Add("typed cell", FilledWorkbook.Fill(file, changed, Reporter.Words));
        ofCounty.Add("sentence", Reporter.Words.Count);
        // The test opens the page of uploads by its address; a person presses 上传报表.
        ofCounty.Add("click", 1);
        await county.UploadAsync(file);
        await county.ConfirmAsync();
        await Assertions.Expect(county.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("已报送");
        await county.GoAsync("/submit");
        await Assertions.Expect(county.Main).ToContainTextAsync("均已报送");
        Assert.True(ofCounty.Count is > 6 and <= MostOfACounty, ofCounty.Text);

        await using var reviewer = await city.VisitAsync();
        await reviewer.SignInAsync("市专班审核员");
        var ofReviewer = await Actions.OfAsync(reviewer);
        await reviewer.GoAsync("/");
        await ReviewOrdinarilyAsync(reviewer);
        Assert.True(ofReviewer.Count <= MostOfAReviewer, ofReviewer.Text);
        Assert.True(ofReviewer.Count > 5, ofReviewer.Text);

        county.IsContent();
        reviewer.IsContent();

        static Task<long> LastAsync(string element) => OpenWeek.LastAsync(OpenWeek.SecondCounty, element);
    }

    /// <summary>Looks whether anything changed much, reads three forms, and accepts all that waits.</summary>
    private static async Task ReviewOrdinarilyAsync(Visitor reviewer)
    {
        await reviewer.Link("审核").ClickAsync();
        await Assertions.Expect(reviewer.Main).ToContainTextAsync(new Regex("待审核[0-9]{3}件"));
        await reviewer.Link("只看变动较大").ClickAsync();
        await Assertions.Expect(reviewer.Main).ToContainTextAsync("没有符合筛选条件的报送");
        await reviewer.Link("不限").Last.ClickAsync();
        foreach (var place in Enumerable.Range(0, 3))
        {
            await reviewer.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = new Regex("^查看.") }).Nth(place).ClickAsync();
            await reviewer.Link("返回待审核列表").ClickAsync();
        }

        await reviewer.Button("全部选择").ClickAsync();
        await reviewer.Button("接收所选").ClickAsync();
        await Assertions.Expect(reviewer.Main).ToContainTextAsync("没有待审核的报送");
    }

    private static async Task OneFormIsUnchangedAsync(Visitor county)
    {
        await county.GoAsync("/submit");
        await county.IsSoundAsync();
        await county.PictureAsync("submit-phone");
        await county.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "乡村覆盖工作开展情况调查表与上期一致，确认报送" }).ClickAsync();
        await Assertions.Expect(county.Page).ToHaveURLAsync(new Regex("/uploads/[0-9a-f-]{36}$"));
        await Assertions.Expect(county.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("已报送");
        await Assertions.Expect(county.Main).ToContainTextAsync("报送“与上周一致”");
    }

    private async Task SendAfterThreeMistakesAsync(Visitor county, string file)
    {
        FilledWorkbook.Fill(file, new Dictionary<string, long>(), Reporter.Words);
        Write(file, Items, ("F6", "五十"), ("F7", "-3"), ("F8", "1.5"));
        var before = Values(file, Items, "E6", "E7", "E8");
        await county.UploadAsync(file);
        await Assertions.Expect(county.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("未通过检查");
        await county.IsSoundAsync();
        await county.PictureAsync("preview-refused");
        var marked = await MarkedAsync(county);
        Assert.Equal(["F6", "F7", "F8"], Comments(marked, Items));

        (string, string)[] corrected = [.. before.Select((value, i) => ($"F{i + 6}", value))];
        Write(marked, Items, corrected);
        Write(file, Items, corrected);
        foreach (var copy in new[] { marked, file }) Write(copy, Figures, [.. Enumerable.Range(6, Rows(copy, Figures)).Select(row => ($"F{row}", "1"))]);
        await county.UploadAsync(marked);
        await Assertions.Expect(county.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("已检查，待确认报送");
        await Assertions.Expect(county.Main).ToContainTextAsync("本单位指标预览");
        await Assertions.Expect(county.Main).ToContainTextAsync("是累计数，上次是");
        await LookAsync(county);

        var address = county.Page.Url;
        await county.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "确认报送", Exact = true }).ClickAsync();
        await Assertions.Expect(county.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("待确认报送");
        await county.ConfirmAsync("清理了重复登记的用户");
        await Assertions.Expect(county.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("已报送");
        Assert.Equal(address, county.Page.Url);
        await county.GoAsync("/submit");
        await Assertions.Expect(county.Main).ToContainTextAsync("均已报送");
    }

    /// <summary>The preview on a phone and at a desk, light and dark.</summary>
    private static async Task LookAsync(Visitor county)
    {
        await county.Page.GetByText("与上周一致").First.ClickAsync();
        foreach (var (width, dark) in new[] { (1440, false), (Phone, true), (Phone, false) })
        {
            await county.Page.SetViewportSizeAsync(width, 844);
            await county.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            await county.IsSoundAsync();
            await county.PictureAsync($"preview-{width}-{(dark ? "dark" : "light")}");
        }
    }

    private static async Task ReturnOneCellAsync(Visitor reviewer)
    {
        await reviewer.GoAsync("/review?unit=410421");
        await reviewer.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "查看宝丰县" + Items }).ClickAsync();
        await reviewer.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "退回", Exact = true }).ClickAsync();
        await reviewer.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "退回" + RunOnceElement, Exact = true }).ClickAsync();
        await reviewer.Page.GetByLabel($"退回{RunOnceElement}的原因").FillAsync(Objection);
        await reviewer.PictureAsync("return-a-cell");
        await reviewer.Button("确认退回").ClickAsync();
        await Assertions.Expect(reviewer.Main).ToContainTextAsync("已退回");
    }

    private static async Task CorrectAsync(Visitor county, string file)
    {
        await county.GoAsync("/submit");
        await Assertions.Expect(county.Main).ToContainTextAsync(Objection);
        await county.IsSoundAsync();
        await county.PictureAsync("returned-phone");
        Write(file, Items, (RunOnceCell, Values(file, Items, "F7")[0]));
        await county.UploadAsync(file);
        await county.ConfirmAsync("按退回意见核对后修改");
        await Assertions.Expect(county.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("已报送");
    }

    private static async Task AcceptAsync(Visitor reviewer)
    {
        await reviewer.GoAsync("/review?unit=410421");
        await reviewer.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "查看宝丰县" + Items }).ClickAsync();
        await Assertions.Expect(reviewer.Main).ToContainTextAsync(Objection);
        await reviewer.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "接收", Exact = true }).ClickAsync();
        await Assertions.Expect(reviewer.Main).ToContainTextAsync("已接收");
    }

    private static async Task ReviewerReadsAsync(Visitor reviewer, string explanation)
    {
        await reviewer.GoAsync("/review?unit=410421");
        await reviewer.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "查看宝丰县" + Figures }).ClickAsync();
        await Assertions.Expect(reviewer.Main).ToContainTextAsync(explanation);
        await reviewer.IsSoundAsync();
        await reviewer.PictureAsync("preview-review");
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
