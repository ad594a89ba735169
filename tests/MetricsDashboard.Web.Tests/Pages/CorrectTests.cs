using Bunit;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Pages;
using static MetricsDashboard.Web.Tests.Pages.MyTasksCity;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class CorrectTests : IAsyncLifetime
{
    private const string Address = "/submit/correct?unit=C1&week=2020-W28&form=form";

    private TestCity city = null!;

    public async Task InitializeAsync() => city = await CreateAsync();

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Correct_AnotherValueWithAReason_WaitsForTheCity()
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var page = context.Open<Correct>(Address);

        await RequestAsync(page, "320", "漏报20项");

        page.WaitForAssertion(() => Assert.Contains("已申请将“事项数”由300更正为320，等待市专班审批。", page.Find(".result-note").TextContent, StringComparison.Ordinal));
        Assert.Equal("待审批", page.Find("tbody .mark").TextContent);
        var row = Assert.Single(await city.Store<CorrectionStore>().ListAsync(TestCity.Reviewer, CorrectionState.Requested, null));
        Assert.Equal((300L, 320L, "漏报20项", "填报员"), (row.OldValue, row.NewValue, row.Reason, row.RequestedBy));
    }

    [Theory]
    [InlineData("300", "漏报", "更正后的数与现在的数相同")]
    [InlineData("九十", "漏报", "请只填整数")]
    [InlineData("320", " ", "请填写更正原因")]
    public async Task Correct_WhatARuleRefuses_IsSaidAndKeepsWhatWasTyped(string number, string reason, string sentence)
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var page = context.Open<Correct>(Address);

        await RequestAsync(page, number, reason);

        page.WaitForAssertion(() => Assert.Contains(sentence, page.Find(".result-note").TextContent, StringComparison.Ordinal));
        Assert.Equal(number, page.Find("input").GetAttribute("value"));
    }

    [Fact]
    public async Task Correct_AnotherUnitsForm_IsRefusedInChinese()
    {
        await using var context = new PageContext(city, Reporter, At(9));

        var page = context.Open<Correct>("/submit/correct?unit=C2&week=2020-W28&form=form");

        Assert.Contains("您没有为“乙县”报送的权限", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_NothingAccepted_SaysThatItCanBeSentAgain()
    {
        await using var context = new PageContext(city, Reporter, At(9));

        Assert.Contains("可以直接重新报送", context.Open<Correct>("/submit/correct?unit=C1&week=2020-W29&form=form").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MyTasks_DecidedRequest_ShowsItsStateAndTheAnswer()
    {
        var corrections = city.Store<CorrectionStore>();
        var id = await corrections.RequestAsync(Reporter, SmallCity.First, "items", "C1", 320, "漏报20项", At(9));
        await corrections.DecideAsync(TestCity.Reviewer, id, approve: false, "无依据", At(9.5));
        await using var context = new PageContext(city, Reporter, At(10));

        var row = context.OpenTasks().Find("[aria-label=更正申请] tbody tr");

        Assert.Equal("未同意", row.QuerySelector(".mark")!.TextContent);
        Assert.Contains("答复：无依据", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MyTasks_AcceptedForm_LeadsToTheRequest()
    {
        await using var context = new PageContext(city, Reporter, At(9));

        Assert.Equal(Address, context.OpenTasks("?week=2020-W28").Find("a[aria-label^=申请更正]").GetAttribute("href"));
    }

    private static async Task RequestAsync(IRenderedComponent<Correct> page, string number, string reason)
    {
        await page.Find("select").ChangeAsync(new() { Value = "items" });
        await page.Find("input").ChangeAsync(new() { Value = number });
        await page.Find("textarea").ChangeAsync(new() { Value = reason });
        await page.Find("form").SubmitAsync();
    }
}
