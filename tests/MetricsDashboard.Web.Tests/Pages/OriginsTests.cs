using Bunit;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Origins;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Components.Typing;
using static MetricsDashboard.Web.Tests.Pages.OriginsCity;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>What was sent beside what the cases give: compared, set, explained, said to senders and reviewers.</summary>
public sealed class OriginsTests : IAsyncLifetime
{
    private static readonly Actor Reporter = new("甲县填报员", Role.CountyReporter, "C1");

    private TestCity city = null!;

    public async Task InitializeAsync() => city = await CreateAsync();

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Origins_OfAWeek_ListsWhatDiffersFirstAndTheRestBehind()
    {
        await SendAsync(city, "C1", 3, 5, accept: true);
        await SendAsync(city, "C2", 8, 0, accept: true);
        await using var context = new PageContext(city, TestCity.Reviewer, At(11));

        var page = context.Open<OriginsPage>($"/origins?week={Week}");

        Assert.Contains("4个数中，2个不一致", page.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["乙县 办件数（件） 8 1 +7 +700.00% 报表报送 查看", "甲县 红牌数（件） 5 2 +3 +150.00% 报表报送 查看"],
            page.FindAll("table")[0].QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))));
        Assert.Equal("其余2个数一致", page.Find("details summary").TextContent);
        Assert.Equal($"/red-cards?unit=C2&week={Week}", page.Find("tbody a").GetAttribute("href"));
        var file = Uri.UnescapeDataString(page.Find(".links a").GetAttribute("href")!);
        Assert.Contains(",甲县,红牌数,件,5,2,3,150.00%,报表报送\r\n", file, StringComparison.Ordinal);

        page = context.Open<OriginsPage>($"/origins?week={Week}&element={NamedCodes.RedCards}");

        Assert.Contains("2个数中，1个不一致", page.Find(".headline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Origins_WithoutBoth_SaysSo()
    {
        await using var context = new PageContext(city, Administrator, At(11));

        var page = context.Open<OriginsPage>("/origins");

        Assert.Contains("没有既报送了报表、又有办件数据的数", page.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public async Task ElementOrigins_SetToCases_CountsThemAndKeepsTheHistory()
    {
        await SendAsync(city, "C1", 3, 5, accept: true);
        await using var context = new PageContext(city, Administrator, At(11));
        var page = context.Open<ElementOriginsPage>("/element-origins");
        Assert.Contains("还没有设置过", page.Markup, StringComparison.Ordinal);

        await page.Find("button[aria-label=设置红牌数采用的来源]").ClickAsync(new());
        await page.ClickAsync("保存");

        page.WaitForAssertion(() => Assert.Contains("红牌数从7月6日—7月12日起采用办件数据的数，指标已重新计算。", page.Markup, StringComparison.Ordinal));
        Assert.Contains("管理员设置：红牌数从7月6日—7月12日起采用办件数据", page.Find("ul.rules").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await city.Store<ObservationStore>().CountedAsync(Administrator, Week)).Reported(NamedCodes.RedCards, "C1"));
        Assert.Empty(await city.Store<SnapshotStore>().RecomputeAsync(Administrator, null, check: true, At(12)));
    }

    [Fact]
    public async Task ElementOrigins_OfAReviewer_ShowsAndChangesNothing()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, At(11));

        Assert.Empty(context.Open<ElementOriginsPage>("/element-origins").FindAll("button"));
    }

    [Fact]
    public async Task Pages_OfACounty_AreRefused()
    {
        await using var context = new PageContext(city, Reporter, At(11));

        Assert.Contains("由市专班和管理员查看", context.Open<OriginsPage>("/origins").Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("由市专班和管理员查看", context.Open<ElementOriginsPage>("/element-origins").Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_OfBothOrigins_ShowsTheOtherTheSourceAndTheCases()
    {
        await SendAsync(city, "C1", 3, 5, accept: true);
        await city.Store<ElementOriginStore>().SetAsync(Administrator, NamedCodes.RedCards, Week, Origin.Cases, At(10));
        await using var context = new PageContext(city, TestCity.Reviewer, At(11));

        var page = context.Open<Explain>($"/explain?indicator=red&unit=C1&week={Week}");

        var source = page.Find("details.source");
        Assert.Contains("由办件数据统计，截至7月12日24:00", source.TextContent, StringComparison.Ordinal);
        Assert.Contains("来源：省监察平台，采集批次 7月13日 08:00", source.TextContent, StringComparison.Ordinal);
        Assert.Contains("红牌数：5件（报表报送，未采用，比采用的数多3件）", page.Find(".other-origin").TextContent, StringComparison.Ordinal);
        Assert.Contains("文件：红牌.xlsx", page.Find(".other-origin").TextContent, StringComparison.Ordinal);
        Assert.Single(source.QuerySelectorAll("a[href^='/runs/']"));
        Assert.Single(source.QuerySelectorAll($"a[href='/red-cards?unit=C1&week={Week}']"));
    }

    [Fact]
    public async Task Review_OfAValueThatTheCasesContradict_SaysSo()
    {
        var id = await SendAsync(city, "C1", 3, 5, accept: false);
        await using var context = new PageContext(city, TestCity.Reviewer, At(11));

        var page = context.Open<ReviewDetail>($"/review/{id}", parameters => parameters.Add(detail => detail.Id, id));

        Assert.Equal(["按办件数据为2件，相差3件"], page.FindAll(".cell-hint").Select(hint => hint.TextContent));
    }

    [Fact]
    public async Task MyTasks_WithAValueThatTheCasesContradict_RemarksIt()
    {
        await SendAsync(city, "C1", 3, 5, accept: false);
        await using var context = new PageContext(city, Reporter, At(11));

        var page = context.Open<Submit>($"/submit?week={Week}");

        Assert.Contains("红牌数报送的是5件，按办件数据为2件，相差3件。", page.Find("ul.rules").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_OfANewForm_ComesFilledWithTheCases()
    {
        await using var context = new PageContext(city, Reporter, At(9));

        var page = context.Open<TypePage>($"/submit/type?unit=C1&form=cards&week={Week}");

        Assert.Equal(["3", "2"], page.FindAll(".typed input").Select(input => input.GetAttribute("value")));
        Assert.Contains("办件数据 2", page.Markup, StringComparison.Ordinal);
    }
}
