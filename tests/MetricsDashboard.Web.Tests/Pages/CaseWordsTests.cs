using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Cases;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class CaseWordsTests
{
    private static readonly DateTimeOffset Now = BusinessClock.At(new DateOnly(2020, 9, 29), 9);

    [Theory]
    [InlineData("2020-09-20T23:59:59+08:00", "9月20日")]
    [InlineData("2019-12-18T23:59:59+08:00", "2019年12月18日")]
    [InlineData("2020-09-20T18:00:00+08:00", "9月20日 18:00")]
    [InlineData("2019-12-18T09:03:00+08:00", "2019年12月18日 09:03")]
    public void ListedDue_OfALimit_SaysItsYearAndHourWhereTheyMatter(string due, string text) =>
        Assert.Equal(text, CaseWords.ListedDue(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), 2020));

    /// <summary>A year's last moment is looked at in that year.</summary>
    [Fact]
    public void Year_OfTheYearsEnd_IsTheOneThatEnded() => Assert.Equal(2020, CaseWords.Year(BusinessClock.At(new DateOnly(2021, 1, 1), 0)));

    [Fact]
    public void Why_OfAYellowCard_SaysWhyItIsNotRed()
    {
        var promised = new DateTimeOffset(2020, 9, 20, 23, 59, 59, TimeSpan.FromHours(8));
        var statutory = promised.AddDays(20);

        Assert.Equal("承诺办结时限9月20日已过，红牌要到10月10日之后", Why(promised, statutory));
        Assert.Equal("承诺办结时限当日（9月20日）已到，红牌要到10月10日之后", Why(promised.AddDays(-1).AddSeconds(1), statutory));
        Assert.Equal("承诺办结时限9月20日已过，没有法定办结时限，不转红牌", Why(promised, null));

        string Why(DateTimeOffset yellow, DateTimeOffset? red) =>
            CaseWords.Why(Card.Yellow, true, CaseStatus.Open, new CardMoments(null, yellow, red), null, promised, statutory, Now);
    }
}
