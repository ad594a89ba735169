using System.Globalization;
using MetricsDashboard.Domain.Weeks;
using Xunit;

namespace MetricsDashboard.Tests.Weeks;

public sealed class TimetableTests
{
    private static readonly ReportingWeek FirstWeek = ReportingWeek.Parse("2020-W01");

    /// <summary>国庆节、中秋节 of 2020: off from 10-01 to 10-08, worked on 09-27 and 10-10.</summary>
    private static readonly WorkCalendar Autumn = new(
    [
        .. Enumerable.Range(1, 8).Select(day => new CalendarDay(new DateOnly(2020, 10, day), DayKind.Holiday, "国庆节、中秋节")),
        new CalendarDay(new DateOnly(2020, 9, 27), DayKind.Workday, "国庆节、中秋节"),
        new CalendarDay(new DateOnly(2020, 10, 10), DayKind.Workday, "国庆节、中秋节"),
    ]);

    [Theory]
    [InlineData("2020-09-24T23:59:59+08:00", false, "2020-W38")]
    [InlineData("2020-09-25T00:00:00+08:00", false, "2020-W39")]
    [InlineData("2020-09-28T00:00:00+08:00", false, "2020-W39")]
    [InlineData("2020-09-27T23:59:59+08:00", true, "2020-W39")]
    [InlineData("2020-09-28T00:00:00+08:00", true, "2020-W40")]
    [InlineData("2020-12-31T15:59:59Z", false, "2020-W52")]
    [InlineData("2020-12-31T16:00:00Z", false, "2020-W53")]
    public void NewestOpenAt_Moment_IsTheWeekOfItsFriday(string moment, bool opensOnMonday, string expected) =>
        Assert.Equal(expected, Plain(opensOnMonday).NewestOpenAt(Moment(moment), FirstWeek).First.ToString());

    [Fact]
    public void Of_OrdinaryWeek_HasTheHoursOfTheMondayAfterIt()
    {
        var hours = Plain().Of(new ReportingPeriod(ReportingWeek.Parse("2020-W39")));

        Assert.Equal(
            ["2020-09-25 00:00", "2020-09-28 10:00", "2020-09-28 12:00", "2020-09-28 15:00", "2020-09-28 17:00"],
            Texts(hours.OpensAt, hours.DueAt, hours.CountyReviewAt, hours.CityReviewAt, hours.LockAt));
    }

    [Fact]
    public void PeriodOf_NationalHoliday2020_MergesTwoWeeks()
    {
        var timetable = new Timetable(Autumn, TimetableHours.Standard);

        var period = timetable.PeriodOf(ReportingWeek.Parse("2020-W41"), FirstWeek);

        Assert.Equal("9月28日—10月11日", WeekText.Period(period));
        Assert.Equal(period, timetable.PeriodOf(ReportingWeek.Parse("2020-W40"), FirstWeek));
        var hours = timetable.Of(period);
        Assert.Equal(["2020-10-09 00:00", "2020-10-12 10:00", "2020-10-12 17:00"], Texts(hours.OpensAt, hours.DueAt, hours.LockAt));
        Assert.Equal("国庆节、中秋节", hours.Holidays);
    }

    [Fact]
    public void PeriodOf_WeekBeforeAndAfterAMerge_StandAlone()
    {
        var timetable = new Timetable(Autumn, TimetableHours.Standard);

        Assert.False(timetable.PeriodOf(ReportingWeek.Parse("2020-W39"), FirstWeek).IsMerged);
        Assert.False(timetable.PeriodOf(ReportingWeek.Parse("2020-W42"), FirstWeek).IsMerged);
    }

    [Fact]
    public void PeriodOf_InstallationWithinAMerge_BeginsWithTheFirstWeek()
    {
        var second = ReportingWeek.Parse("2020-W41");

        Assert.Equal(new ReportingPeriod(second), new Timetable(Autumn, TimetableHours.Standard).PeriodOf(second, second));
    }

    [Theory]
    [InlineData("2020-10-08T23:59:59+08:00", "2020-W39")]
    [InlineData("2020-10-09T00:00:00+08:00", "2020-W40")]
    public void NewestOpenAt_MergedWeeks_OpenOnTheFridayOfTheLast(string moment, string expected) =>
        Assert.Equal(expected, new Timetable(Autumn, TimetableHours.Standard).NewestOpenAt(Moment(moment), FirstWeek).First.ToString());

    /// <summary>Off on Monday and Tuesday: due on Wednesday, before the next week opens on Friday.</summary>
    [Theory]
    [InlineData(2, "2020-05-06 10:00", false)]
    [InlineData(3, "2020-05-07 10:00", false)]
    [InlineData(4, "2020-05-11 10:00", true)]
    public void Of_MondaysOff_MovesToTheNextWorkdayAndMergesFromFridayOn(int daysOff, string due, bool merges)
    {
        var calendar = new WorkCalendar(Enumerable.Range(4, daysOff).Select(day => new CalendarDay(new DateOnly(2020, 5, day), DayKind.Holiday, "劳动节")));
        var timetable = new Timetable(calendar, TimetableHours.Standard);
        var period = timetable.PeriodOf(ReportingWeek.Parse("2020-W18"), FirstWeek);

        Assert.Equal(merges, period.IsMerged);
        Assert.Equal([due], Texts(timetable.Of(period).DueAt));
    }

    [Fact]
    public void Of_ShiftedSundayWorkday_DoesNotMoveADueTimeForward()
    {
        var hours = new Timetable(Autumn, TimetableHours.Standard).Of(new ReportingPeriod(ReportingWeek.Parse("2020-W38")));

        Assert.Equal(["2020-09-21 10:00"], Texts(hours.DueAt));
        Assert.True(Autumn.IsWorkday(new DateOnly(2020, 9, 27)));
        Assert.False(Autumn.IsWorkday(new DateOnly(2020, 10, 8)));
    }

    [Fact]
    public void WorkdaysBetween_AcrossTheHoliday_CountsOnlyWorkdays() =>
        Assert.Equal(3, Autumn.WorkdaysBetween(new DateOnly(2020, 9, 30), new DateOnly(2020, 10, 12)));

    [Fact]
    public void FirstWorkdayFrom_NothingButHolidays_Throws()
    {
        var calendar = new WorkCalendar(Enumerable.Range(0, 100).Select(i => new CalendarDay(new DateOnly(2020, 1, 1).AddDays(i), DayKind.Holiday, "错")));

        Assert.Throws<InvalidOperationException>(() => calendar.FirstWorkdayFrom(new DateOnly(2020, 1, 1)));
    }

    [Fact]
    public void Timetable_LockBeforeDue_Throws() =>
        Assert.Throws<ArgumentException>(() => new Timetable(WorkCalendar.Plain, TimetableHours.Standard with { Lock = new TimeOnly(9, 0) }));

    [Fact]
    public void PeriodOf_EveryWeekOf2015To2035_CoversEachWeekOnce()
    {
        var timetable = new Timetable(Autumn, TimetableHours.Standard);
        var covered = new List<ReportingWeek>();
        for (var week = ReportingWeek.Parse("2015-W01"); week <= ReportingWeek.Parse("2035-W52");)
        {
            var period = timetable.PeriodOf(week, ReportingWeek.Parse("2015-W01"));
            covered.AddRange(period.First.To(period.Last));
            week = period.Last.Next;
        }

        Assert.Equal(ReportingWeek.Parse("2015-W01").To(ReportingWeek.Parse("2035-W52")), covered);
    }

    private static Timetable Plain(bool opensOnMonday = false) => new(WorkCalendar.Plain, TimetableHours.Standard, opensOnMonday);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Texts(params DateTimeOffset[] moments) => [.. moments.Select(moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))];
}
