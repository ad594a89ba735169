using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>The steps of chasing 催报, each reaching more people than the one before.</summary>
public enum ReminderStage
{
    /// <summary>Before the due time: whoever fills in.</summary>
    BeforeDue,

    /// <summary>From the due time on: the unit's reviewer too.</summary>
    Overdue,

    /// <summary>When the unit's own review should be done: the city task force too.</summary>
    Escalated,
}

/// <summary>When which step of chasing is due. Nobody is chased on a day off.</summary>
public static class Reminding
{
    /// <summary>So long before the due time comes the first reminder.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromHours(2);

    /// <summary>The newest step that is due at a moment; null before the first and on days off.</summary>
    /// <param name="dueAt">The due time in force for the unit.</param>
    /// <param name="escalatesAt">The end of the unit's own review.</param>
    /// <param name="now">The moment.</param>
    /// <param name="calendar">Working days.</param>
    public static ReminderStage? StageAt(DateTimeOffset dueAt, DateTimeOffset escalatesAt, DateTimeOffset now, WorkCalendar calendar)
    {
        if (!calendar.IsWorkday(ChinaTime.Day(now))) return null;
        if (now >= escalatesAt && now >= dueAt) return ReminderStage.Escalated;
        if (now >= dueAt) return ReminderStage.Overdue;
        return now >= dueAt - Notice ? ReminderStage.BeforeDue : null;
    }

    /// <summary>The step's name on screen.</summary>
    public static string Name(this ReminderStage stage) => stage switch
    {
        ReminderStage.BeforeDue => "到期前提醒",
        ReminderStage.Overdue => "逾期催报",
        ReminderStage.Escalated => "升级催报",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Unknown stage."),
    };
}
