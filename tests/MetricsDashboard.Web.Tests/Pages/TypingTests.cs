using System.Text.Json;
using Bunit;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Typing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static MetricsDashboard.Web.Tests.Pages.MyTasksCity;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>在线填报: a form typed cell by cell, by one and by two people.</summary>
public sealed class TypingTests : IAsyncLifetime
{
    // The small city with two townships and two further forms: a row for each township, and texts.
    private static readonly Catalogue Catalogue = new(
        1,
        [
            .. SmallCity.Catalogue.Units,
            new Unit("T1", "示例市甲县一乡", "一乡", UnitKind.Township, "C1", 200, null), new Unit("T2", "示例市甲县二乡", "二乡", UnitKind.Township, "C1", 201, null),
        ],
        [
            .. SmallCity.Catalogue.Elements,
            new DataElement("villages", "村数", "个", Nature.Stock, "towns", [UnitKind.Township], null, RollUp.Sum, 0, null, false, WhenMissing.Carry),
            new DataElement("covered", "已覆盖村数", "个", Nature.Stock, "towns", [UnitKind.Township], "villages", RollUp.Sum, 0, null, false, WhenMissing.Carry),
            new DataElement("progress", "进展", "文字", Nature.Text, "words", [UnitKind.County], null, RollUp.None, 0, null, false, WhenMissing.Leave),
            new DataElement("trouble", "问题", "文字", Nature.Text, "words", [UnitKind.County], null, RollUp.None, 0, null, true, WhenMissing.Leave),
        ],
        [
            .. SmallCity.Catalogue.Forms, new Form("towns", "乡村表", [UnitKind.County], SuppliedBy.Unit, UnitKind.Township, 1, null),
            new Form("words", "工作情况", [UnitKind.County], SuppliedBy.Unit, null, 2, null),
        ],
        SmallCity.Catalogue.Indicators, SmallCity.Catalogue.Targets, SmallCity.Catalogue.PublishedFigures);

    private TestCity city = null!;

    public async Task InitializeAsync()
    {
        city = await TestCity.CreateAsync(1, Catalogue);
        await city.OpenBeforeAsync(Week);
        await city.AddPeopleAsync(Reporter, StandIn, CountyReviewer, TestCity.Reviewer);
    }

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Page_OfANewForm_IsFilledLikeTheWorkbook()
    {
        await using var context = new PageContext(city, Reporter, At(9));

        var page = Open(context);

        Assert.Equal(["", "", "300"], Values(page));
        Assert.Equal(["填写后自动保存为草稿", "还有2项没有填"], Bar(page));
        Assert.Empty(await city.Store<DraftStore>().ListAsync(Reporter, Week, "C1"));
    }

    [Fact]
    public async Task Typing_AndLeavingTheCell_IsKeptAndChecked()
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var page = Open(context);

        Type(page, "items", "99%");

        page.WaitForAssertion(() => Assert.Contains("错误：“99%”是百分比：只填数量，不填百分比。请改填件数，比率由系统计算", Said(page, "items")));
        Assert.Equal("true", Cell(page, "items").GetAttribute("aria-invalid"));
        Assert.Equal(["已保存 09:00:00", "还有2项没有填，1处错误"], Bar(page));
        Assert.Equal([("items", "99%")], await DraftAsync());
    }

    [Fact]
    public async Task Typing_WithoutLeavingTheCell_IsKeptAfterAPause()
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var page = Open(context);

        await page.InvokeAsync(() => Cell(page, "cases").Input("420"));

        page.WaitForAssertion(() => Assert.Equal("已保存 09:00:00", Bar(page)[0]), TimeSpan.FromSeconds(10));
        Assert.Equal([("cases", "420")], await DraftAsync());
    }

    [Fact]
    public async Task Typing_AWholeForm_ShowsWarningsChangesAndIndicators()
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var page = Open(context);

        Type(page, "cards", "2");
        Type(page, "cases", "420");
        Type(page, "items", "900");

        page.WaitForAssertion(() => Assert.Contains("提醒：", Said(page, "items")));
        Assert.Equal("+600", page.FindAll("tbody tr")[2].QuerySelector("[data-label=变化]")!.TextContent);
        page.WaitForAssertion(() => Assert.Contains("2条提醒，报送时请说明", Bar(page)[1]));
        Assert.Contains("红牌率", page.Find("table.pairs").TextContent);
        // The last period may be of several weeks.
        Assert.Equal(["指标", "本次", "上次", "变化", "位次"], page.FindAll("table.pairs thead th").Select(column => column.TextContent));
        Assert.DoesNotContain("上周", page.Find("table.pairs").InnerHtml);
    }

    [Fact]
    public async Task Paste_OfABlockThatIsTooLong_FillsWhatFitsAndSaysWhatDoesNot()
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var page = Open(context);

        await page.FindComponent<TypedGrid>().Instance.PasteAsync(1, 0, "１，２００\r\n310\r\n5\r\n");

        page.WaitForAssertion(() => Assert.Equal("粘贴了3行，表格从这一格起只有2行，后1行没有填入，请核对。", page.Find(".pasted").TextContent));
        Assert.Equal(["", "１，２００", "310"], Values(page));
        Assert.Equal([("cases", "１，２００"), ("items", "310")], await DraftAsync());
        page.WaitForAssertion(() => Assert.Equal("+800", page.FindAll("tbody tr")[1].QuerySelector("[data-label=变化]")!.TextContent));
    }

    [Theory]
    [InlineData("采用我的", "118")]
    [InlineData("采用对方的", "120")]
    public async Task Typing_CellThatAColleagueChanged_ShowsBothAndAsks(string choice, string kept)
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var page = Open(context);
        await SaveAsync(StandIn, "cases", "120");

        Type(page, "cases", "118");

        page.WaitForAssertion(() => Assert.Contains("替班 09:00 改为 120，您填的是 118。", Said(page, "cases")));
        Assert.Equal([("cases", "120")], await DraftAsync());
        await page.InvokeAsync(() => page.FindAll(".conflict button").Single(button => button.TextContent.Trim() == choice).Click());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".conflict")));
        Assert.Equal(kept, Values(page)[1]);
        page.WaitForAssertion(() => Assert.DoesNotContain("与他人所填不同", Bar(page)[1]));
        Assert.Equal([("cases", kept)], await DraftAsync());
    }

    [Fact]
    public async Task Typing_AnotherCellThanAColleague_ShowsWhatTheyTyped()
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var page = Open(context);
        await SaveAsync(StandIn, "cards", "3");

        Type(page, "cases", "400");

        page.WaitForAssertion(() => Assert.Contains("替班 09:00 填", Said(page, "cards")));
        Assert.Equal(["3", "400", "300"], Values(page));
    }

    [Fact]
    public async Task Typing_WhileAColleagueSendsTheForm_LosesNothingAndSaysSo()
    {
        await using var context = new PageContext(city, Reporter, At(9.5));
        await SaveAsync(StandIn, "cards", "1");
        var page = Open(context);
        await city.SendAsync(StandIn, items: 305);

        Type(page, "items", "310");

        page.WaitForAssertion(() => Assert.Contains("替班已于7月20日 09:00报送，等待审核", page.Find(".headline").TextContent));
        Assert.Equal(["1", "200", "310"], Values(page));
        Assert.Equal([("items", "310")], await DraftAsync());
    }

    [Fact]
    public async Task Page_OfAFormThatAColleagueSentOtherwise_SaysWhatOfTheDraftWasNotSent()
    {
        await SaveAsync(Reporter, "items", "310");
        await SaveAsync(Reporter, "cases", "200");
        await SaveAsync(StandIn, "cards", "9");
        await city.SendAsync(StandIn, items: 305);
        await using var context = new PageContext(city, Reporter, At(9.5));

        var page = Open(context);

        Assert.Equal(["1", "200", "310"], Values(page));
        Assert.Contains("替班已于7月20日 09:00报送，等待审核；草稿中有1处与已报送的不同，尚未报送；再次报送的，以新报的为准。", page.Find(".headline").TextContent);
        Assert.Contains("已报送的是 305，草稿与之不同", Said(page, "items"));
        Assert.DoesNotContain("已报送的是", Said(page, "cases"));
        Assert.Equal([("items", "310")], await DraftAsync());
    }

    [Theory]
    [InlineData("采用我的")]
    [InlineData("采用对方的")]
    public async Task Conflict_OnceSettled_IsForgottenByTheBrowser(string choice)
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var module = Module(context);
        var page = Open(context);
        await SaveAsync(StandIn, "cases", "120");
        Type(page, "cases", "118");
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".conflict")));
        Assert.Empty(Forgotten(module));

        await page.InvokeAsync(() => page.FindAll(".conflict button").Single(button => button.TextContent.Trim() == choice).Click());

        page.WaitForAssertion(() => Assert.Equal(["cases|C1"], Forgotten(module)));
    }

    [Fact]
    public async Task Paste_OfABlock_IsForgottenByTheBrowserCellByCell()
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var module = Module(context);
        var page = Open(context);

        await page.FindComponent<TypedGrid>().Instance.PasteAsync(1, 0, "410\n310\n5\n");

        Assert.Equal(["cases|C1 items|C1"], Forgotten(module));
    }

    [Fact]
    public async Task Page_WithWhatTheBrowserKept_ForgetsWhatSaysNothingNew()
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var module = Module(context);
        module.Setup<KeptText[]?>("attach", _ => true).SetResult([new KeptText("items|C1", "300", null), new KeptText("cases|C1", "410", null), new KeptText("gone|C1", "1", null)]);

        var page = Open(context);

        page.WaitForAssertion(() => Assert.Equal(["", "410", "300"], Values(page)));
        Assert.Equal(["items|C1 gone|C1"], Forgotten(module));
    }

    [Fact]
    public async Task Send_OfAWholeForm_IsForgottenByTheBrowser()
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var module = Module(context);
        var page = Open(context);
        Type(page, "cards", "12");
        Type(page, "cases", "410");

        Send(page);

        page.WaitForAssertion(() => Assert.Contains("/uploads/", context.Services.GetRequiredService<NavigationManager>().Uri));
        Assert.Equal(["everything"], Forgotten(module));
    }

    [Fact]
    public async Task Discard_OfTheDraft_IsForgottenByTheBrowser()
    {
        await SaveAsync(StandIn, "cases", "120");
        await using var context = new PageContext(city, Reporter, At(9));
        var module = Module(context);
        var dialogs = context.Render<MudBlazor.MudDialogProvider>();
        var page = Open(context);

        _ = page.ClickAsync("清除草稿");
        dialogs.WaitForAssertion(() => Assert.Contains("确定清除吗", dialogs.Markup));
        await dialogs.InvokeAsync(() => dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "清除").Click());

        page.WaitForAssertion(() => Assert.Contains("草稿已清除", page.Markup));
        Assert.Equal(["everything"], Forgotten(module));
        Assert.Empty(await DraftAsync());
    }

    [Fact]
    public async Task Page_LeftBeforeItIsWatched_EndsQuietly()
    {
        // The renderer may come to it after it was disposed of, as after each turn of the watching.
        var page = Activator.CreateInstance<TypePage>();
        await page.DisposeAsync();

        await ((IHandleAfterRender)page).OnAfterRenderAsync();
    }

    [Fact]
    public async Task Page_OfAReturnedForm_ShowsWhatWasSentAndTheReasonAtItsCell()
    {
        var id = await city.SendAsync(items: 150);
        await city.Store<ReviewStore>().ReturnAsync(TestCity.Reviewer, [id], "请核对", [new CellReason("items", "C1", "比上周少一半")], At(9.2));
        await using var context = new PageContext(city, Reporter, At(9.5));

        var page = Open(context);

        Assert.Equal(["1", "200", "150"], Values(page));
        Assert.Contains("退回原因：比上周少一半（审核员）", Said(page, "items"));
        Assert.Equal("退回原因：请核对（审核员）", page.Find("p.cell-note").TextContent);
    }

    [Fact]
    public async Task Page_OfTexts_HasTheLastOnesAtHand()
    {
        await SendWordsAsync();
        await using var context = new PageContext(city, Reporter, At(9));
        var page = Open(context, "words");
        Assert.Equal(["", ""], Values(page));
        Assert.Contains("上次的进展", page.FindAll("td[data-label=上次]")[0].TextContent);

        await page.InvokeAsync(() => page.FindAll("button").Single(button => button.GetAttribute("aria-label") == "进展带入上次内容").Click());
        Type(page, "trouble", "一\n二");

        page.WaitForAssertion(() => Assert.Equal("检查通过，没有错误", Bar(page)[1]));
        Assert.Equal([("progress", "上次的进展"), ("trouble", "一\n二")], await DraftAsync("words"));
    }

    [Fact]
    public async Task Page_WithTownships_IsATableThatTakesABlock()
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var page = Open(context, "towns");
        Assert.Equal(["一乡", "二乡"], page.FindAll("tbody th").Select(row => row.TextContent));
        Assert.Equal(["单位", "村数（个）", "已覆盖村数（个）"], page.FindAll("thead th").Select(column => column.TextContent));

        await page.FindComponent<TypedGrid>().Instance.PasteAsync(0, 0, "10\t9\t8\n20\t21\n");

        page.WaitForAssertion(() => Assert.Equal("粘贴了3列，表格从这一格起只有2列，后1列没有填入，请核对。", page.Find(".pasted").TextContent));
        Assert.Equal(["10", "9", "20", "21"], Values(page));
        page.WaitForAssertion(() => Assert.Contains("错误：“已覆盖村数”（21）大于“村数”（20）", Said(page, "covered", "T2")));
        Assert.Empty(Said(page, "covered", "T1"));
    }

    [Fact]
    public async Task Send_WithSomethingMissingOrWrong_SaysSoAndSendsNothing()
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var page = Open(context);

        Send(page);
        page.WaitForAssertion(() => Assert.Contains("还有2项没有填", page.Find(".errand-note").TextContent));
        Type(page, "cards", "500");
        Type(page, "cases", "400");
        Send(page);

        page.WaitForAssertion(() => Assert.Contains("还有错误", page.Find(".errand-note").TextContent));
        Assert.DoesNotContain(await city.Store<UploadStore>().ListAsync(Reporter, 10), upload => upload.SentBy == Reporter.Name);
    }

    [Fact]
    public async Task Send_OfAWholeForm_IsHeldForThePreviewAndKeepsTheDraftUntilItIsConfirmed()
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var page = Open(context);
        Type(page, "cards", "１２");
        Type(page, "cases", "410");

        Send(page);

        page.WaitForAssertion(() => Assert.Contains("/uploads/", context.Services.GetRequiredService<NavigationManager>().Uri));
        var uploads = city.Store<UploadStore>();
        var upload = (await uploads.ListAsync(Reporter, 10)).Single(upload => upload.SentBy == Reporter.Name);
        Assert.Equal(("在线填报_基本情况表.json", IntakeStatus.Queued), (upload.FileName, upload.Status));
        var claimed = await uploads.ClaimAsync(Actor.System, upload.Id, At(9), TimeSpan.FromMinutes(1));
        Assert.True(claimed!.Hold);
        using var file = JsonDocument.Parse(claimed.Bytes);
        Assert.Equal(
            [("cards", "１２"), ("cases", "410"), ("items", "300")],
            file.RootElement.EnumerateArray().Select(row => (row.GetProperty("element").GetString(), row.GetProperty("value").GetString())));
        Assert.Equal([("cards", "１２"), ("cases", "410")], await DraftAsync());
    }

    [Theory]
    [InlineData(Role.CountyReporter, "C2", "您没有为“甲县”报送的权限。")]
    [InlineData(Role.Department, "D1", "您没有为“甲县”报送的权限。")]
    [InlineData(Role.Leader, null, "您没有为“甲县”报送的权限。")]
    [InlineData(Role.Administrator, null, "您没有为“甲县”报送的权限。")]
    [InlineData(Role.CityReviewer, null, null)]
    [InlineData(Role.CountyReviewer, "C1", null)]
    public async Task Page_OfARole_IsOpenToThoseWhoMaySend(Role role, string? unit, string? refusal)
    {
        await using var context = new PageContext(city, new Actor("某人", role, unit), At(9));

        var page = Open(context);

        Assert.Equal(refusal, page.FindAll(".mud-alert").SingleOrDefault()?.TextContent);
        Assert.Equal(refusal is null ? 3 : 0, page.FindAll(".typed input").Count);
    }

    [Fact]
    public async Task Page_OfAnAcceptedOrUnknownForm_SaysWhatToDo()
    {
        var id = await city.SendAsync();
        await city.Store<SubmissionStore>().AcceptAsync(TestCity.Reviewer, [id], At(9.1));
        await using var context = new PageContext(city, Reporter, At(9.5));

        Assert.Contains("已经接收，不能再次报送", Open(context).Markup);
        Assert.Contains("没有这张报表", context.Open<TypePage>($"/submit/type?unit=C1&form=none&week={Week}").Markup);
    }

    [Fact]
    public async Task MyTasks_OfAFormToBeSent_LeadsToTypingItAndBackToItsDraft()
    {
        await SaveAsync(StandIn, "cards", "3");
        await using var context = new PageContext(city, Reporter, At(9.5));

        var links = context.OpenTasks().FindAll("a[href*='/submit/type']");

        Assert.Equal(["继续填报（草稿，09:00 保存）", "在线填报", "在线填报"], links.Select(link => link.TextContent));
        Assert.Equal($"/submit/type?unit=C1&form=form&week={Week}", links[0].GetAttribute("href"));
    }

    private static IRenderedComponent<TypePage> Open(PageContext context, string form = "form") => context.Open<TypePage>($"/submit/type?unit=C1&form={form}&week={Week}");

    private static BunitJSModuleInterop Module(PageContext context)
    {
        var module = context.JSInterop.SetupModule(call => call.Arguments is [string path, ..] && path.Contains("grid", StringComparison.Ordinal));
        module.Mode = JSRuntimeMode.Loose;
        return module;
    }

    /// <summary>What the browser was told to forget, call by call.</summary>
    private static IEnumerable<string> Forgotten(BunitJSModuleInterop module) =>
        module.Invocations["forget"].Select(call => call.Arguments is [_, string[] cells] ? string.Join(' ', cells) : "everything");

    private static AngleSharp.Dom.IElement Cell(IRenderedComponent<TypePage> page, string element, string unit = "C1") => page.Find($"[data-cell='{element}|{unit}']");

    private static void Type(IRenderedComponent<TypePage> page, string element, string text)
    {
        page.InvokeAsync(() => Cell(page, element).Input(text));
        page.InvokeAsync(() => Cell(page, element).Blur());
    }

    private static void Send(IRenderedComponent<TypePage> page) => page.InvokeAsync(() => page.FindAll(".typed-bar button")[0].Click());

    private static List<string> Values(IRenderedComponent<TypePage> page) => [.. page.FindAll("[data-cell]").Select(cell => cell.GetAttribute("value") ?? "")];

    private static string Said(IRenderedComponent<TypePage> page, string element, string unit = "C1") =>
        page.Find("#" + Cell(page, element, unit).GetAttribute("aria-describedby")).TextContent.Trim();

    private static List<string> Bar(IRenderedComponent<TypePage> page) => [.. page.FindAll(".typed-bar p").Select(line => line.TextContent)];

    private Task<DraftSaved> SaveAsync(Actor actor, string element, string text) =>
        city.Store<DraftStore>().SaveAsync(actor, Week, "C1", "form", [new DraftChange(element, "C1", text, null)], At(9));

    private async Task<IEnumerable<(string, string)>> DraftAsync(string form = "form") =>
        (await city.Store<DraftStore>().FindAsync(Reporter, Week, "C1", form)).OrderBy(cell => cell.Element, StringComparer.Ordinal).Select(cell => (cell.Element, cell.Text));

    /// <summary>The texts of the first week, sent late by the city for the county and accepted.</summary>
    private async Task SendWordsAsync()
    {
        await city.Store<DutyStore>().ExtendAsync(TestCity.Reviewer, SmallCity.First, "C1", At(20), "补报", At(1));
        var uploads = city.Store<UploadStore>();
        var id = await uploads.AddAsync(TestCity.Collector, new NewUpload("补报.xlsx", [1], null, null, SmallCity.First, UploadChannel.Web), At(2));
        await uploads.ClaimAsync(Actor.System, id, At(2), TimeSpan.FromMinutes(1));
        var form = new CheckedForm(Catalogue.Unit("C1"), Catalogue.Form("words"), SmallCity.First,
        [
            new CheckedValue("progress", "C1", null, "上次的进展", new Place("工作情况", "C7")), new CheckedValue("trouble", "C1", null, "", new Place("工作情况", "C8")),
        ]);
        await city.AcceptAsync([await city.Store<SubmissionStore>().StoreAsync(TestCity.Collector, id, new CheckedIntake([form], [], 2), At(2))]);
    }
}
