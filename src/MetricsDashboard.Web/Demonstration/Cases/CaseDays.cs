using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Demonstration.Cases;

/// <summary>
/// Working days by their number, and where the steps lie among them: step 0 is the first week, -1 the week before it, and
/// <see cref="Present"/> the week that is not over, of which two days are told. A due day ends at 24:00; cards turn in the morning of the
/// next working day.
/// </summary>
internal sealed class CaseDays
{
    private readonly List<DateOnly> days = [];
    private readonly int[] begins;

    public CaseDays(WorkCalendar calendar, IReadOnlyList<ReportingWeek> weeks)
    {
        Present = weeks.Count;
        var until = weeks[^1].Monday.AddYears(2);
        for (var day = weeks[0].Monday.AddYears(-2); day < until; day = day.AddDays(1))
            if (calendar.IsWorkday(day)) days.Add(day);
        begins = [.. Enumerable.Range(-1, Present + 3).Select(step => days.FindIndex(day => day >= weeks[0].AddWeeks(step).Monday))];
    }

    public int Present { get; }

    public DateOnly this[int day] => days[day];

    /// <summary>The first working day of a step.</summary>
    public int Begin(int step) => begins[step + 1];

    /// <summary>The last working day of a step; of the present week the second.</summary>
    public int End(int step) => step == Present ? Begin(step) + 1 : Begin(step + 1) - 1;

    /// <summary>The earliest promised day of a case that has no card at the step's end: not yet within one working day.</summary>
    public int WithoutCard(int step) => step == Present ? Begin(step + 1) : Begin(step + 1) + 1;

    /// <summary>The promised days of a case that is warned of at the step's end.</summary>
    public (int First, int Last) Warned(int step) => step == Present ? (Begin(step) + 1, Begin(step) + 2) : (Begin(step + 1), Begin(step + 1));

    /// <summary>The last due day whose card turns within the step.</summary>
    public int LastTurning(int step) => End(step) - 1;

    /// <summary>The earliest due day that is not over at the step's end.</summary>
    public int NotOver(int step) => step == Present ? Begin(step) + 2 : Begin(step + 1);

    /// <summary>Before half past eight, when the source turns the cards of the day before.</summary>
    public DateTime Morning(int day, Dice dice) => At(day, 8, 0, 25, dice);

    /// <summary>A moment in office hours after the cards have turned, of the present step's last day before half past eight.</summary>
    public DateTime OfficeHours(int step, int day, Dice dice, bool? afternoon = null)
    {
        if (step == Present && day == End(step)) return afternoon == true ? At(day, 8, 16, 14, dice) : At(day, 8, 1, 14, dice);
        return afternoon ?? dice.Chance(42) ? At(day, 14, 30, 200, dice) : At(day, 8, 35, 205, dice);
    }

    private DateTime At(int day, int hour, int minute, int minutes, Dice dice) =>
        days[day].ToDateTime(new TimeOnly(hour, minute)).AddSeconds(dice.Below(minutes * 60));
}
