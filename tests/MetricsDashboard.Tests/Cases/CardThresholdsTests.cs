using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Tests.Ingestion;
using Xunit;

namespace MetricsDashboard.Tests.Cases;

/// <summary>National Day 2020: off from 1 to 8 October, worked on Sunday 27 September and Saturday 10 October.</summary>
public sealed class CardThresholdsTests
{
    private static readonly WorkCalendar Calendar = new(CalendarCsv.Load(TestCatalogue.Seed).Days);

    [Theory]
    [InlineData("2020-09-25", 1, "2020-09-24")] // Friday: the day before
    [InlineData("2020-09-28", 1, "2020-09-27")] // Monday: the Sunday before it is worked
    [InlineData("2020-10-09", 1, "2020-09-30")] // the first day after the holiday
    [InlineData("2020-10-05", 1, "2020-09-29")] // a day off: the last day on which anything can be done is 30 September
    [InlineData("2020-10-01", 0, "2020-09-30")]
    [InlineData("2020-10-12", 3, "2020-09-30")] // 10 October is worked, 11 October is not
    [InlineData("2020-10-10", 0, "2020-10-10")]
    public void Of_PromisedDay_WarnsSoManyWorkingDaysBefore(string due, int workdays, string warned)
    {
        var moments = (CardThresholds.Standard with { WarningWorkdays = workdays }).Of(EndOf(due), null, Calendar);

        Assert.Equal(new CardMoments(Start(warned), EndOf(due), null), moments);
    }

    [Fact]
    public void Of_DueOnADayOff_IsYellowOnceThatDayIsOverAndNotBefore()
    {
        var moments = CardThresholds.Standard.Of(EndOf("2020-10-05"), EndOf("2020-10-07"), Calendar);

        Assert.Equal(
            [Card.None, Card.Warning, Card.Warning, Card.Yellow, Card.Yellow, Card.Red],
            new[] { Start("2020-09-29"), Start("2020-09-29").AddSeconds(1), EndOf("2020-10-05"), Start("2020-10-06"), EndOf("2020-10-07"), Start("2020-10-08") }.Select(moments.At));
    }

    [Fact]
    public void Of_YellowOnDueDay_BeginsWithTheDay()
    {
        var moments = (CardThresholds.Standard with { YellowOnDueDay = true }).Of(EndOf("2020-09-25"), null, Calendar);

        Assert.Equal((Card.Warning, Card.Yellow), (moments.At(Start("2020-09-25")), moments.At(Start("2020-09-25").AddSeconds(1))));
    }

    [Theory]
    [InlineData("2020-09-30", 1, null, "2020-10-10")] // the whole of 9 October counts
    [InlineData("2020-09-30", 2, null, "2020-10-11")]
    [InlineData("2020-09-25", 5, "2020-12-01", "2020-10-10")]
    [InlineData("2020-09-25", 5, "2020-09-28", null)] // the statutory time is over earlier
    public void Of_RedAfterWorkdays_IsTheEarlierOfTheTwo(string promised, int days, string? statutory, string? red)
    {
        var moments = (CardThresholds.Standard with { RedAfterWorkdays = days }).Of(EndOf(promised), statutory is null ? null : EndOf(statutory), Calendar);

        Assert.Equal(red is null ? EndOf(statutory!) : Start(red), moments.Red);
    }

    [Fact]
    public void Of_NothingPromised_HasTheStatutoryTimeAlone()
    {
        Assert.Equal(new CardMoments(null, null, EndOf("2020-09-30")), CardThresholds.Standard.Of(null, EndOf("2020-09-30"), Calendar));
        Assert.Equal(Card.None, CardThresholds.Standard.Of(null, null, Calendar).At(Start("2030-01-01")));
    }

    [Theory]
    [InlineData(0, null, true)]
    [InlineData(30, 250, true)]
    [InlineData(-1, null, false)]
    [InlineData(31, null, false)]
    [InlineData(1, 0, false)]
    [InlineData(1, 251, false)]
    public void AreValid_Ranges_AreKept(int warning, int? red, bool valid) => Assert.Equal(valid, new CardThresholds(warning, false, red).AreValid);

    [Fact]
    public void Text_OfTheSettings_SaysEachThreshold()
    {
        Assert.StartsWith("预警：到承诺办结时限当日仍未办结；", new CardThresholds(0, true, null).Text, StringComparison.Ordinal);
        Assert.Equal("预警：距承诺办结时限1个工作日以内（含）仍未办结；黄牌：超过承诺办结时限未办结，未超过法定办结时限；红牌：超过法定办结时限未办结。", CardThresholds.Standard.Text);
        Assert.Contains("或超过承诺办结时限满5个工作日未办结", new CardThresholds(3, true, 5).Text, StringComparison.Ordinal);
        Assert.Contains("到承诺办结时限当日仍未办结", new CardThresholds(3, true, 5).Text, StringComparison.Ordinal);
    }

    private static DateTimeOffset Start(string day) => ChinaTime.Start(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    private static DateTimeOffset EndOf(string day) => Start(day).AddDays(1).AddSeconds(-1);
}
