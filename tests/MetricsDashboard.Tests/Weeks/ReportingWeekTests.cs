using MetricsDashboard.Domain.Weeks;
using Xunit;

namespace MetricsDashboard.Tests.Weeks;

/// <summary>Borders of weeks and years, by example.</summary>
public sealed class ReportingWeekTests
{
    [Theory]
    [InlineData("2020-09-20 23:59:59", "2020-W38")]
    [InlineData("2020-09-21 00:00:00", "2020-W39")]
    [InlineData("2020-09-27 23:59:59", "2020-W39")]
    [InlineData("2020-09-28 00:00:00", "2020-W40")]
    [InlineData("2016-01-03 23:59:59", "2015-W53")]
    [InlineData("2016-01-04 00:00:00", "2016-W01")]
    [InlineData("2021-01-01 00:00:00", "2020-W53")]
    [InlineData("2021-01-03 23:59:59", "2020-W53")]
    [InlineData("2021-01-04 00:00:00", "2021-W01")]
    [InlineData("2018-12-31 00:00:00", "2019-W01")]
    [InlineData("2024-12-30 00:00:00", "2025-W01")]
    [InlineData("2027-01-01 12:00:00", "2026-W53")]
    public void Of_MomentAtABorder_IsTheWeekOfItsDay(string moment, string week)
    {
        var day = DateOnly.FromDateTime(DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(week, ReportingWeek.Of(day).ToString());
    }

    [Theory]
    [InlineData(2015)]
    [InlineData(2020)]
    [InlineData(2026)]
    [InlineData(2032)]
    public void Next_OfWeek53_IsWeek1OfTheNextYear(int year) =>
        Assert.Equal(new ReportingWeek(year + 1, 1), new ReportingWeek(year, 53).Next);

    [Theory]
    [InlineData("2021-W53")]
    [InlineData("2020-W54")]
    [InlineData("2020-W00")]
    [InlineData("2020-39")]
    [InlineData("2020W39")]
    [InlineData("2020-W9")]
    [InlineData("２０２０-W39")]
    [InlineData("1999-W01")]
    [InlineData("2100-W01")]
    [InlineData("202039")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_NotAWeek_IsRefused(string? text) => Assert.False(ReportingWeek.TryParse(text, out _));

    [Fact]
    public void Constructor_WeekThatTheYearDoesNotHave_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new ReportingWeek(2021, 53));

    [Fact]
    public void FromKey_KeyOfNoWeek_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => ReportingWeek.FromKey(202100));

    [Fact]
    public void Parse_WithBlanks_IsTheWeek() => Assert.Equal(new ReportingWeek(2020, 39), ReportingWeek.Parse(" 2020-W39 "));

    [Fact]
    public void To_AcrossAYearOf53Weeks_CountsThemAll() => Assert.Equal(53 + 2, new ReportingWeek(2019, 52).To(new ReportingWeek(2021, 1)).Count());

    [Fact]
    public void To_LastWeekThatThereIs_Ends() => Assert.Equal(2, new ReportingWeek(2099, 52).To(new ReportingWeek(2099, 53)).Count());

    [Fact]
    public void To_EarlierWeek_IsEmpty() => Assert.Empty(new ReportingWeek(2020, 39).To(new ReportingWeek(2020, 38)));
}
