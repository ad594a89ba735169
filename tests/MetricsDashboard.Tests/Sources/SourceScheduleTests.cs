using MetricsDashboard.Domain.Sources;
using Xunit;

namespace MetricsDashboard.Tests.Sources;

public sealed class SourceScheduleTests
{
    private static readonly DateTimeOffset Last = new(2020, 9, 27, 1, 30, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("*/5", 1, 5)]
    [InlineData("*/5", 2, 10)]
    [InlineData("*/5", 4, 40)]
    [InlineData("*/5", 99, 60)]
    [InlineData("*/1440", 5, 60)]
    [InlineData("02:00", 1, 5)]
    [InlineData("02:00", 4, 30)]
    [InlineData("08:00", 9, 60)]
    public void RetryAt_AfterFailures_IsLessAndLessOftenButAtItsHoursAllTheSame(string text, int failures, int minutes)
    {
        Assert.True(SourceSchedule.TryParse(text, out var schedule));

        Assert.Equal(Last.AddMinutes(minutes), schedule.RetryAt(Last, failures));
    }

    [Theory]
    [InlineData("2020-09-20T09:00:00+08:00", "2020-09-27T09:00:00+08:00", true)]
    [InlineData("2020-09-27T00:00:00+08:00", "2020-09-27T23:59:59+08:00", false)]
    [InlineData("2020-09-27T15:59:59+00:00", "2020-09-27T16:00:00+00:00", true)]
    public void IsRegular_OnTwoDaysOfShanghai_IsTrue(string first, string last, bool expected) =>
        Assert.Equal(expected, SourceHabit.IsRegular(DateTimeOffset.Parse(first, System.Globalization.CultureInfo.InvariantCulture), DateTimeOffset.Parse(last, System.Globalization.CultureInfo.InvariantCulture)));
}
