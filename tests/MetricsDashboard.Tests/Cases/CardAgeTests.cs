using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Weeks;
using Xunit;

namespace MetricsDashboard.Tests.Cases;

public sealed class CardAgeTests
{
    private static readonly WorkCalendar Calendar = new(
        [new(new DateOnly(2020, 10, 1), DayKind.Holiday, "国庆节"), new(new DateOnly(2020, 10, 2), DayKind.Holiday, "国庆节"), new(new DateOnly(2020, 9, 27), DayKind.Workday, "国庆节")]);

    /// <summary>At every moment and for every day, the limits say what counting the working days says.</summary>
    [Fact]
    public void Of_AnyDay_IsTheClassOfItsWorkingDays()
    {
        for (var last = new DateOnly(2020, 9, 1); last < new DateOnly(2020, 11, 1); last = last.AddDays(1))
        {
            foreach (var moment in new[] { ChinaTime.Start(last).AddHours(9), ChinaTime.Start(last.AddDays(1)) })
            {
                var limits = CardAgeLimits.At(moment, Calendar);
                for (var day = last; day > last.AddDays(-45); day = day.AddDays(-1))
                {
                    var expected = Calendar.WorkdaysBetween(day, last) switch { <= 5 => CardAge.UpTo5, <= 10 => CardAge.UpTo10, <= 20 => CardAge.UpTo20, _ => CardAge.Over20 };
                    Assert.Equal((moment, day, expected), (moment, day, limits.Of(ChinaTime.Start(day))));
                    Assert.Equal((moment, day, expected), (moment, day, limits.Of(ChinaTime.Start(day.AddDays(1)).AddTicks(-1))));
                }
            }
        }
    }

    [Fact]
    public void LastDay_OfMidnight_IsTheDayThatEnded()
    {
        var midnight = ChinaTime.Start(new DateOnly(2020, 9, 28));

        Assert.Equal(new DateOnly(2020, 9, 27), CardAgeLimits.LastDay(midnight));
        Assert.Equal(new DateOnly(2020, 9, 28), CardAgeLimits.LastDay(midnight.AddMilliseconds(1)));
    }
}
