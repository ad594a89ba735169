using System.Globalization;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using Xunit;

namespace MetricsDashboard.Tests.Submissions;

public sealed class RemindingTests
{
    private static readonly DateTimeOffset Due = DateTimeOffset.Parse("2020-09-28T10:00:00+08:00", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(-7201, null)]
    [InlineData(-7200, ReminderStage.BeforeDue)]
    [InlineData(-1, ReminderStage.BeforeDue)]
    [InlineData(0, ReminderStage.Overdue)]
    [InlineData(7199, ReminderStage.Overdue)]
    [InlineData(7200, ReminderStage.Escalated)]
    public void StageAt_AroundEachBorder_IsTheNewestStep(int seconds, ReminderStage? expected) =>
        Assert.Equal(expected, Reminding.StageAt(Due, Due.AddHours(2), Due.AddSeconds(seconds), WorkCalendar.Plain));

    [Fact]
    public void StageAt_ExtensionBeyondTheReview_NeverEscalatesBeforeItIsDue() =>
        Assert.Equal(ReminderStage.BeforeDue, Reminding.StageAt(Due.AddHours(5), Due.AddHours(2), Due.AddHours(4), WorkCalendar.Plain));

    [Theory]
    [InlineData("2020-09-27T11:00:00+08:00", false)]
    [InlineData("2020-10-01T11:00:00+08:00", false)]
    public void StageAt_WeekendOrHoliday_IsNone(string moment, bool expected)
    {
        var calendar = new WorkCalendar([new CalendarDay(new DateOnly(2020, 10, 1), DayKind.Holiday, "国庆节")]);
        var now = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

        Assert.Equal(expected, Reminding.StageAt(now.AddHours(-1), now.AddHours(1), now, calendar) is not null);
    }

    [Fact]
    public void StageAt_ShiftedWorkdayOnASunday_Chases()
    {
        var calendar = new WorkCalendar([new CalendarDay(new DateOnly(2020, 9, 27), DayKind.Workday, "国庆节")]);
        var now = DateTimeOffset.Parse("2020-09-27T11:00:00+08:00", CultureInfo.InvariantCulture);

        Assert.Equal(ReminderStage.Overdue, Reminding.StageAt(now.AddHours(-1), now.AddHours(1), now, calendar));
    }
}
