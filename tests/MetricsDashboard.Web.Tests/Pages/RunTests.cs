using Bunit;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Sources;
using MetricsDashboard.Web.Flow;
using Microsoft.Extensions.DependencyInjection;
using static MetricsDashboard.Web.Tests.Pages.MyTasksCity;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class RunTests : IAsyncLifetime
{
    private TestCity city = null!;

    public async Task InitializeAsync() => city = await CreateAsync();

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Runs_WithoutAny_SaysSo()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, At(9));

        Assert.Contains("还没有采集过", context.Open<RunsPage>("/runs").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_NarrowedInTheAddress_ListsTheNewestFirst()
    {
        var (first, second) = (await SourceFeed.CreateAsync(city), await OtherAsync());
        await first.TakeAsync(2, SourceFeed.Row("A1"));
        await second.TakeAsync(3, SourceFeed.Row("B1"), SourceFeed.Row("B2"));
        await first.EndAsync(await first.StartAsync(4), 4.5, RunState.Failed, "连接不上");
        await using var context = new PageContext(city, TestCity.Reviewer, At(9));

        Assert.Equal(["7月20日 04:00", "7月20日 03:00", "7月20日 02:00"], Rows(context.Open<RunsPage>("/runs")));
        Assert.Equal(["7月20日 04:00", "7月20日 02:00"], Rows(context.Open<RunsPage>($"/runs?source={first.Id}")));
        Assert.Equal(["7月20日 04:00"], Rows(context.Open<RunsPage>($"/runs?source={first.Id}&state=Failed")));
        Assert.Contains("没有符合条件的采集批次", context.Open<RunsPage>("/runs?state=Refused").Markup, StringComparison.Ordinal);
    }

    /// <summary>A source that was down for a night does not push everything else off the page.</summary>
    [Fact]
    public async Task Runs_OfASourceThatIsDown_AreFoldedIntoOneLine()
    {
        var (down, other) = (await SourceFeed.CreateAsync(city), await OtherAsync());
        await down.TakeAsync(1, SourceFeed.Row("A1"));
        for (var i = 0; i < 5; i++) await down.EndAsync(await down.StartAsync(2 + i), 2.1 + i, RunState.Failed, "连接不上");
        await other.TakeAsync(4.5, SourceFeed.Row("B1"));
        await using var context = new PageContext(city, TestCity.Reviewer, At(9));

        var page = context.Open<RunsPage>("/runs");

        Assert.Equal(["7月20日 06:00", "7月20日 04:30", "7月20日 01:00"], Rows(page));
        Assert.Equal(("此前还有4次没有取到，自7月20日 02:00起", $"/runs?source={down.Id}&state=Failed"), (page.Find("a.result").TextContent, page.Find("a.result").GetAttribute("href")));
        Assert.Equal(5, Rows(context.Open<RunsPage>($"/runs?source={down.Id}&state=Failed")).Count());
    }

    [Fact]
    public async Task Runs_WhileTheDatabaseIsFull_SaySo()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, At(9));
        context.Services.GetRequiredService<RunEnds>().Note(new Microsoft.Data.Sqlite.SqliteException("full", 13));

        foreach (var markup in new[] { context.Open<RunsPage>("/runs").Markup, context.Open<SourcesPage>("/sources").Markup })
            Assert.Contains("自7月20日 09:00起：数据库所在的磁盘已满", markup, StringComparison.Ordinal);
    }

    /// <summary>While it runs the page follows by itself; a cancelled one can be begun again.</summary>
    [Fact]
    public async Task Runs_OneUnderWay_IsFollowedCancelledAndBegunAgain()
    {
        var feed = await SourceFeed.CreateAsync(city);
        var run = await feed.StartAsync(2, expected: 4, RunTrigger.Manual);
        await feed.StoreAsync(run, 2, SourceFeed.Row("A1"));
        await using var context = new PageContext(city, TestCity.Reviewer, At(2.5));
        var page = context.Open<RunsPage>("/runs");
        Assert.Contains("已读1行，共4行", page.Find(".run-progress").TextContent, StringComparison.Ordinal);
        Assert.Contains("人工（审核员）", page.Markup, StringComparison.Ordinal);

        await page.ClickAsync("取消");

        page.WaitForAssertion(() => Assert.Equal("正在取消", page.Find(".mark").TextContent));
        await feed.EndAsync(run, 2.4, RunState.Cancelled);
        page.WaitForAssertion(() => Assert.Equal("已取消", page.Find(".mark").TextContent), TimeSpan.FromSeconds(20));
        Assert.Empty(page.FindAll(".run-progress"));
        await page.ClickAsync("重试");
        page.WaitForAssertion(() => Assert.Equal([$"TakeSourceJob {feed.Id} Manual 审核员"], context.Queued));
    }

    [Fact]
    public async Task Runs_WithoutAKnownTotal_HaveAMovingBar()
    {
        await (await SourceFeed.CreateAsync(city)).StartAsync(2);
        await using var context = new PageContext(city, TestCity.Reviewer, At(2.5));

        var page = context.Open<RunsPage>("/runs");

        Assert.NotEmpty(page.FindAll(".run-progress .mud-progress-linear.mud-progress-indeterminate"));
        Assert.Equal("已读0行", page.Find(".run-progress .footnote").TextContent);
    }

    [Fact]
    public async Task Run_WithRejectedRows_ListsThemWithTheirReasons()
    {
        var feed = await SourceFeed.CreateAsync(city);
        var id = await feed.TakeAsync(2, SourceFeed.Row("A1"), SourceFeed.Row("A2") with { AcceptedAt = "昨天" }, SourceFeed.Row("A3", "市公安"));
        await using var context = new PageContext(city, TestCity.Reviewer, At(9));

        var page = context.Open<RunPage>($"/runs/{id}", parameters => parameters.Add(run => run.Id, id));

        Assert.Contains("读取3行：新增1，更新0，未变0，待对应1，拒收1。", page.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Contains("“昨天”不是时间", page.Find("tbody .prose").TextContent, StringComparison.Ordinal);
        Assert.Contains($"/runs/{id}/rejected.csv", page.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains($"/sources/terms?source={feed.Id}", page.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Run_ThatFailed_SaysWhyAndOffersToBeginAgain()
    {
        var feed = await SourceFeed.CreateAsync(city);
        var id = await feed.StartAsync(2);
        await feed.EndAsync(id, 2.1, RunState.Failed, "对方没有答复");
        await using var context = new PageContext(city, TestCity.Reviewer, At(9));
        var page = context.Open<RunPage>($"/runs/{id}", parameters => parameters.Add(run => run.Id, id));
        Assert.Contains("对方没有答复", page.Markup, StringComparison.Ordinal);

        await page.ClickAsync("重试");

        page.WaitForAssertion(() => Assert.Single(context.Queued));
    }

    /// <summary>A refused file lies aside: asking its source again would not bring it.</summary>
    [Fact]
    public async Task Run_OfARefusedFile_IsNotBegunAgain()
    {
        var feed = await SourceFeed.CreateAsync(city);
        var id = await feed.StartAsync(2);
        await feed.EndAsync(id, 2.1, RunState.Refused, "表头不认得");
        await using var context = new PageContext(city, TestCity.Reviewer, At(9));

        var page = context.Open<RunPage>($"/runs/{id}", parameters => parameters.Add(run => run.Id, id));

        Assert.Contains("表头不认得", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("重试", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terms_Explained_QueuesTheRowsAndKeepsTheHistory()
    {
        var feed = await SourceFeed.CreateAsync(city);
        await feed.TakeAsync(2, SourceFeed.Row("A1", "市公安"), SourceFeed.Row("A2", "市公安"), SourceFeed.Row("A3") with { Cause = "断网", Card = "red" });
        await using var context = new PageContext(city, TestCity.Reviewer, At(9));
        var page = context.Open<TermsPage>("/sources/terms");
        Assert.Equal("2个词语还不认识，3条办件在等待。", page.Find(".headline").TextContent);
        Assert.Contains("保存后补入2条办件", page.Markup, StringComparison.Ordinal);

        await page.Find("[aria-label=市公安是哪个单位]").ChangeAsync(new() { Value = "没有的单位" });
        await page.FindAll("form")[0].SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("请为单位“市公安”选择含义", page.Markup, StringComparison.Ordinal));
        await page.Find("[aria-label=市公安是哪个单位]").ChangeAsync(new() { Value = "示例市甲局" });
        await page.FindAll("form")[0].SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("已把单位“市公安”对应为“示例市甲局”，正在补入2条办件。", page.Markup, StringComparison.Ordinal));
        Assert.Equal([$"ReleaseHeldJob {feed.Id} 审核员"], context.Queued);
        Assert.Equal([new CaseTerm(CaseTermKind.Unit, "市公安", "D1")], (await city.Store<HeldTermStore>().SaidAsync(TestCity.Reviewer, 9)).Select(term => new CaseTerm(term.Kind, term.Text, term.Meaning)));
        await page.Find("[aria-label=修改市公安的含义]").ClickAsync(new());
        await page.FindAll("[aria-label=市公安是哪个单位]")[^1].ChangeAsync(new() { Value = "乙局" });
        await page.FindAll("form")[^1].SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("（已改）", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Terms_OfAnAdministrator_AreShownAndLeftToTheReviewer()
    {
        await (await SourceFeed.CreateAsync(city)).TakeAsync(2, SourceFeed.Row("A1", "市公安"));
        await using var context = new PageContext(city, new Domain.People.Actor("管理员", Domain.People.Role.Administrator), At(9));

        var page = context.Open<TermsPage>("/sources/terms");

        Assert.Contains("等市专班审核员对应", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
    }

    private async Task<SourceFeed> OtherAsync() => new(
        city, await city.Store<SourceStore>().AddAsync(Domain.People.Actor.System, new SourceSettingsEntry("另一个来源", "push", true, null, null, null), At(0)));

    private static IEnumerable<string> Rows(IRenderedComponent<RunsPage> page) => page.FindAll("tbody th").Select(cell => cell.TextContent);
}
