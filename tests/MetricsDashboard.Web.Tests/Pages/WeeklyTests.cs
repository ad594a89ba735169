using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Pages;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>The first issue is published, the second a draft.</summary>
public sealed class WeeklyTests : IAsyncLifetime
{
    private static readonly Actor Drafter = new("拟稿人", Role.Drafter);
    private static readonly Actor Signer = new("签发人", Role.Signer);

    private TestCity city = null!;

    public async Task InitializeAsync()
    {
        city = await TestCity.CreateAsync(2);
        var reports = city.Store<ReportStore>();
        var (first, second) = (SmallCity.First, SmallCity.First.Next);
        await reports.DraftAsync(Drafter, first, "{}", TestCity.Moment(first, 18));
        await reports.PublishAsync(Signer, first, first.Next.Monday.AddDays(1), "{}", new Dictionary<string, byte[]>(), TestCity.Moment(first, 19));
        await reports.DraftAsync(Drafter, second, "{}", TestCity.Moment(second, 18));
    }

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Weekly_OfALeader_ListsDraftAndPublishedIssueTheNewestFirst()
    {
        await using var context = new PageContext(city, new Actor("领导", Role.Leader));

        var page = context.Open<Weekly>("/weekly");

        Assert.Equal(["草稿", "已印发"], page.FindAll("tbody .mark").Select(mark => mark.TextContent));
        Assert.Equal("/reports/2?year=2020", page.Find("tbody a").GetAttribute("href"));
    }

    [Fact]
    public async Task Weekly_OfACounty_ShowsNoDraft()
    {
        await using var context = new PageContext(city, new Actor("填报员", Role.CountyReporter, "C1"));

        Assert.Equal("已印发", Assert.Single(context.Open<Weekly>("/weekly").FindAll("tbody .mark")).TextContent);
    }

    [Fact]
    public async Task Weekly_OfTheSigner_OffersToSignTheDraftAlone()
    {
        await using var context = new PageContext(city, Signer);

        var button = Assert.Single(context.Open<Weekly>("/weekly").FindAll("tbody button"));

        Assert.Equal("签发第2期", button.TextContent.Trim());
    }

    [Fact]
    public async Task Weekly_OfTheDrafter_OffersANewDraftAndNoSigning()
    {
        await using var context = new PageContext(city, Drafter);

        var button = Assert.Single(context.Open<Weekly>("/weekly").FindAll("tbody button"));

        Assert.Equal("按最新数据重新生成", button.TextContent.Trim());
    }

    [Fact]
    public async Task Weekly_RedraftedByTheDrafter_SaysSo()
    {
        await using var context = new PageContext(city, Drafter);
        var page = context.Open<Weekly>("/weekly");

        page.Find("tbody button").Click();

        page.WaitForAssertion(() => Assert.Contains("第2期草稿已按最新数据重新生成。", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Weekly_OfAReader_OffersNothingToDo()
    {
        await using var context = new PageContext(city, new Actor("领导", Role.Leader));

        Assert.Empty(context.Open<Weekly>("/weekly").FindAll("tbody button"));
    }
}
