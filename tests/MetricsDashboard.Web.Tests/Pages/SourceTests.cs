using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Sources;
using MetricsDashboard.Web.Sources;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static MetricsDashboard.Web.Tests.Pages.MyTasksCity;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class SourceTests : IAsyncLifetime
{
    private static readonly Actor Administrator = new("管理员", Role.Administrator);
    private static readonly Actor Drafter = new("拟稿人", Role.Drafter);
    private TestCity city = null!;

    public async Task InitializeAsync() => city = await CreateAsync();

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Sources_WithoutAny_OffersEveryKindToAnAdministratorAlone()
    {
        await using var administrator = new PageContext(city, Administrator, At(9));
        var page = administrator.Open<SourcesPage>("/sources");
        Assert.Contains("还没有数据源", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["/sources/new?kind=drop-folder", "/sources/new?kind=http", "/sources/new?kind=push"], page.FindAll(".source-kinds a").Select(link => link.GetAttribute("href")));

        await using var drafter = new PageContext(city, Drafter, At(9));
        Assert.Empty(drafter.Open<SourcesPage>("/sources").FindAll(".source-kinds"));
    }

    [Fact]
    public async Task Sources_OfASourceThatWorks_SaysWhatItBroughtAndWhatComesNext()
    {
        var feed = await SourceFeed.CreateAsync(city);
        await feed.TakeAsync(2, SourceFeed.Row("A1"), SourceFeed.Row("A2", "市公安"));
        await using var context = new PageContext(city, Administrator, At(9));

        var page = context.Open<SourcesPage>("/sources");

        Assert.Equal("共1个数据源，没有异常，1条办件等待对应词语。", page.Find(".headline").TextContent);
        Assert.Equal(["文件夹", "每天02:00", "正常", "7月20日 02:00完成：新增1，更新0，待对应1", "7月21日 02:00", "1条", "立即采集停用修改"], Cells(page));
    }

    [Theory]
    [InlineData(0, "从未成功")]
    [InlineData(3, "连续失败3次，自7月20日 02:06起")]
    public async Task Sources_OfASourceThatFails_SaysSinceWhen(int failures, string health)
    {
        var feed = await SourceFeed.CreateAsync(city);
        for (var i = 0; i < failures; i++) await feed.EndAsync(await feed.StartAsync(2 + i), 2.1 + i, RunState.Failed, "连接不上");
        await using var context = new PageContext(city, TestCity.Reviewer, At(9));

        Assert.Equal(health, context.Open<SourcesPage>("/sources").Find(".mark").TextContent);
    }

    [Fact]
    public async Task Sources_SilentForDays_SaysSo()
    {
        await (await SourceFeed.CreateAsync(city)).TakeAsync(2);
        await using var context = new PageContext(city, TestCity.Reviewer, At(9 + 72));

        Assert.Equal("超过3天没有数据", context.Open<SourcesPage>("/sources").Find(".mark").TextContent);
    }

    [Fact]
    public async Task Sources_StartedByHand_QueuesOneRunAndRefusesASecondBesideIt()
    {
        var feed = await SourceFeed.CreateAsync(city);
        await using var context = new PageContext(city, TestCity.Reviewer, At(9));
        var page = context.Open<SourcesPage>("/sources");

        await page.ClickAsync("立即采集");

        page.WaitForAssertion(() => Assert.Contains("已安排采集", page.Markup, StringComparison.Ordinal));
        Assert.Equal([$"TakeSourceJob {feed.Id} Manual 审核员"], context.Queued);
        await feed.StartAsync(9);
        await page.ClickAsync("立即采集");
        page.WaitForAssertion(() => Assert.Contains("正在采集，请等这一批次结束", page.Markup, StringComparison.Ordinal));
        Assert.Single(context.Queued);
    }

    [Fact]
    public async Task Sources_SwitchedOff_IsAskedNoMore()
    {
        await SourceFeed.CreateAsync(city);
        await using var context = new PageContext(city, Administrator, At(9));
        var page = context.Open<SourcesPage>("/sources");

        await page.ClickAsync("停用");

        page.WaitForAssertion(() => Assert.Equal("停用", page.Find(".mark").TextContent));
        Assert.Equal("—", Cells(page)[4]);
        Assert.Contains(page.FindAll("button"), button => button.TextContent == "启用");
    }

    [Theory]
    [InlineData(Role.Administrator, true, true, true)]
    [InlineData(Role.CityReviewer, true, true, false)]
    [InlineData(Role.Drafter, true, false, false)]
    [InlineData(Role.Signer, false, false, false)]
    [InlineData(Role.Leader, false, false, false)]
    [InlineData(Role.CityReporter, false, false, false)]
    [InlineData(Role.Auditor, false, false, false)]
    public async Task Pages_ByARole_ShowWhatItMayDo(Role role, bool maySee, bool mayOperate, bool maySetUp)
    {
        var feed = await SourceFeed.CreateAsync(city);
        var run = await feed.StartAsync(2);
        await using var context = new PageContext(city, new Actor("某人", role), At(3));

        var sources = context.Open<SourcesPage>("/sources");
        Assert.Equal((maySee, mayOperate, maySetUp), (sources.Markup.Contains(SourceFeed.Name, StringComparison.Ordinal), Offers(sources, "立即采集"), Offers(sources, "停用")));
        var runs = context.Open<RunsPage>("/runs");
        Assert.Equal((maySee, mayOperate), (runs.Markup.Contains(SourceFeed.Name, StringComparison.Ordinal), Offers(runs, "取消")));
        var one = context.Open<RunPage>($"/runs/{run}", parameters => parameters.Add(page => page.Id, run));
        Assert.Equal((maySee, mayOperate), (one.Markup.Contains(SourceFeed.Name, StringComparison.Ordinal), Offers(one, "取消")));
        var setting = context.Open<SourcePage>($"/sources/{feed.Id}", parameters => parameters.Add(page => page.Id, feed.Id));
        Assert.Equal(maySetUp, setting.FindAll("form").Count > 0);
        Assert.Equal(maySee, context.Open<TermsPage>("/sources/terms").Markup.Contains("没有等待对应的词语", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Source_SetUp_IsKeptWithItsColumnsAndItsSecretIsNeverShown()
    {
        await using var context = new PageContext(city, Administrator, At(9));
        var page = context.Open<SourcePage>("/sources/new?kind=http");
        await page.Find("#name").ChangeAsync(new() { Value = "省平台接口" });
        await page.Find("#schedule").InputAsync(new() { Value = "8：30，2:00" });
        Assert.Equal("每天02:00、08:30采集。", page.Find("#schedule-text").TextContent);
        await page.Find("#field-url").ChangeAsync(new() { Value = "https://example.cn/cases" });
        await page.Find("#field-auth").ChangeAsync(new() { Value = "token" });
        await page.Find("#field-secret").ChangeAsync(new() { Value = "很秘密" });
        await page.Find("[aria-label=办件编号在对方的列名]").ChangeAsync(new() { Value = "blbh" });

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith("/sources", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        var kept = Assert.Single(await city.Store<SourceStore>().ListAsync(Administrator));
        Assert.Equal(("省平台接口", "http", "02:00 08:30", true), (kept.Name, kept.Kind, kept.Schedule, kept.HasSecret));
        Assert.Contains("\"blbh\":\"case_no\"", kept.Settings, StringComparison.Ordinal);
        Assert.DoesNotContain("很秘密", kept.Settings, StringComparison.Ordinal);
        var secret = await city.Store<SourceStore>().SecretAsync(Actor.System, kept.Id);
        Assert.NotEqual("很秘密", secret);
        Assert.Equal("很秘密", context.Services.GetRequiredService<SourceSecrets>().Unprotect(secret!));

        var again = context.Open<SourcePage>($"/sources/{kept.Id}", parameters => parameters.Add(source => source.Id, kept.Id));
        Assert.Equal(("", "已设置，留空不改"), (again.Find("#field-secret").GetAttribute("value") ?? "", again.Find("#field-secret").GetAttribute("placeholder")));
        Assert.Equal("blbh", again.Find("[aria-label=办件编号在对方的列名]").GetAttribute("value"));
        await again.Find("#name").ChangeAsync(new() { Value = "省平台" });
        await again.Find("form").SubmitAsync();
        again.WaitForAssertion(() => Assert.Contains("已保存“省平台”", again.Markup, StringComparison.Ordinal));
        Assert.Equal(secret, await city.Store<SourceStore>().SecretAsync(Actor.System, kept.Id));
    }

    [Fact]
    public async Task Source_Tried_ShowsTheRowsAsTheyWouldComeInAndKeepsNothing()
    {
        using var folder = new TemporaryDirectory();
        await File.WriteAllTextAsync(folder.File("办件.csv"), "blbh,version,unit,item_code,accepted_at,status\nA1,1,甲县,X-1,2020-07-14,open\nA2,1,某局,X-1,2020-07-14,open\nA3,1,甲县,X-1,昨天,open\n");
        File.SetLastWriteTimeUtc(folder.File("办件.csv"), At(1).UtcDateTime);
        await using var context = new PageContext(city, Administrator, At(9));
        var page = context.Open<SourcePage>("/sources/new?kind=drop-folder");
        await page.ClickAsync("试连");
        page.WaitForAssertion(() => Assert.Equal("请填写文件夹。", page.Find(".result-note p").TextContent));

        await page.Find("#field-folder").ChangeAsync(new() { Value = folder.FullPath });
        await page.Find("[aria-label=办件编号在对方的列名]").ChangeAsync(new() { Value = "blbh" });
        await page.ClickAsync("试连");

        page.WaitForAssertion(() => Assert.Equal("连上了，有要核对的 读到3行：可入库1行，待对应1行，会拒收1行。", page.Find(".headline").TextContent), TimeSpan.FromSeconds(20));
        Assert.Equal(["入库", "待对应 单位“某局”", "拒收 受理时间“昨天”不是时间，应写作 2020-09-27T16:30:00"], page.FindAll("td[data-label=会怎样]").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("单位“某局”（1行）", page.Markup, StringComparison.Ordinal);
        Assert.Empty(await city.Store<SourceStore>().ListAsync(Administrator));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.FullPath));
    }

    [Fact]
    public async Task Source_OfPush_SaysHowItIsCalled()
    {
        var feed = await SourceFeed.CreateAsync(city, "push");
        await feed.TakeAsync(2, SourceFeed.Row("A1"));
        await using var context = new PageContext(city, Administrator, At(9));

        var page = context.Open<SourcePage>($"/sources/{feed.Id}", parameters => parameters.Add(source => source.Id, feed.Id));

        Assert.Contains("POST http://localhost/api/v1/cases", page.Markup, StringComparison.Ordinal);
        Assert.Contains("7月20日 02:00", page.Find(".definition").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "试连");
    }

    [Fact]
    public async Task Source_WithFaults_SaysThemAllAndKeepsNothing()
    {
        await using var context = new PageContext(city, Administrator, At(9));
        var page = context.Open<SourcePage>("/sources/new?kind=drop-folder");
        await page.Find("#schedule").InputAsync(new() { Value = "两点" });
        Assert.Contains("写每天的钟点", page.Find("#schedule-text").TextContent, StringComparison.Ordinal);
        foreach (var column in new[] { "办件编号", "版本" }) await page.Find($"[aria-label={column}在对方的列名]").ChangeAsync(new() { Value = "bh" });

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(
            ["请填写名称。", "采集时间“两点”不对：写每天的钟点，如 02:00 08:30；或每隔几分钟，如 */5。", "对方的列“bh”写给了办件编号和版本，一列只能对应一项。"],
            page.FindAll(".result-note p").Select(sentence => sentence.TextContent)));
        Assert.Empty(await city.Store<SourceStore>().ListAsync(Administrator));
    }

    [Fact]
    public void Secret_OfALostKey_SaysWhatToDo()
    {
        var kept = new SourceSecrets(new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider()).Protect("很秘密");
        var other = new SourceSecrets(new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider());

        Assert.Contains("重新填写密码或令牌", Assert.Throws<Domain.Submissions.StateConflictException>(() => other.Unprotect(kept)).Message, StringComparison.Ordinal);
    }

    private static List<string> Cells(IRenderedComponent<SourcesPage> page) =>
        [.. page.FindAll("tbody tr:first-child td").Select(cell => string.Concat(cell.TextContent.Split('\n').Select(line => line.Trim())))];

    private static bool Offers<TPage>(IRenderedComponent<TPage> page, string text)
        where TPage : IComponent => page.FindAll("button").Any(button => button.TextContent.Trim() == text);
}
