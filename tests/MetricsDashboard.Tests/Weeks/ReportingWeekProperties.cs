using FsCheck.Xunit;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Tests.Weeks;

/// <summary>Week arithmetic over 2015 to 2035, against the definition of ISO 8601: a week belongs to the year of its Thursday.</summary>
public sealed class ReportingWeekProperties
{
    private static readonly DateOnly First = new(2015, 1, 1);

    private static readonly int Days = new DateOnly(2035, 12, 31).DayNumber - First.DayNumber + 1;

    [Property(MaxTest = 1000)]
    public bool Of_AnyDay_HoldsTheDay(uint seed) => ReportingWeek.Of(Day(seed)) is var week && week.Monday <= Day(seed) && Day(seed) <= week.Sunday;

    [Property(MaxTest = 1000)]
    public bool Of_AnyDay_IsNumberedByItsThursday(uint seed)
    {
        var week = ReportingWeek.Of(Day(seed));
        var thursday = week.Monday.AddDays(3);
        return week.Monday.DayOfWeek is DayOfWeek.Monday && week.Year == thursday.Year && week.Week == ((thursday.DayOfYear - 1) / 7) + 1;
    }

    [Property(MaxTest = 1000)]
    public bool TextAndKey_OfAnyWeek_ReadBackTheSame(uint seed)
    {
        var week = ReportingWeek.Of(Day(seed));
        return ReportingWeek.Parse(week.ToString()) == week && ReportingWeek.FromKey(week.Key) == week;
    }

    [Property(MaxTest = 1000)]
    public bool AddWeeks_AnyNumber_IsUndoneAndCounted(uint seed, short distance)
    {
        var week = ReportingWeek.Of(Day(seed));
        var weeks = distance % 500;
        var other = week.AddWeeks(weeks);
        return other.AddWeeks(-weeks) == week && other.WeeksSince(week) == weeks && other.Monday.DayNumber - week.Monday.DayNumber == 7 * weeks;
    }

    [Property(MaxTest = 1000)]
    public bool NextAndPrevious_OfAnyWeek_TouchIt(uint seed)
    {
        var week = ReportingWeek.Of(Day(seed));
        return week.Next.Previous == week && week.Next.Monday == week.Sunday.AddDays(1) && week.Previous.Sunday == week.Monday.AddDays(-1);
    }

    [Property(MaxTest = 1000)]
    public bool Order_OfAnyTwoWeeks_IsThatOfTheirMondays(uint one, uint two)
    {
        var (left, right) = (ReportingWeek.Of(Day(one)), ReportingWeek.Of(Day(two)));
        return left.CompareTo(right) == left.Monday.CompareTo(right.Monday) && left < right == left.Monday < right.Monday && left >= right == left.Monday >= right.Monday;
    }

    [Property]
    public bool To_AnyLaterWeek_YieldsEveryWeekOnce(uint seed, byte distance)
    {
        var week = ReportingWeek.Of(Day(seed));
        var weeks = week.To(week.AddWeeks(distance)).ToList();
        return weeks.Count == distance + 1 && weeks.Zip(weeks.Skip(1)).All(pair => pair.First.Next == pair.Second);
    }

    private static DateOnly Day(uint seed) => First.AddDays((int)(seed % (uint)Days));
}
