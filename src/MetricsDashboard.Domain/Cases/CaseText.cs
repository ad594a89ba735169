using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Cases;

/// <summary>Names on screen.</summary>
public static class CaseText
{
    /// <summary>
    /// How a time limit stands at a moment, in working days (the day of the limit itself does not count): 还剩3个工作日, 今日到期, 超3个工作日.
    /// </summary>
    public static string Standing(DateTimeOffset due, DateTimeOffset moment, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var (last, day) = (ChinaTime.Day(due), ChinaTime.Day(moment));
        if (moment <= due) return day == last ? "今日到期" : calendar.WorkdaysBetween(day, last) is > 0 and var left ? $"还剩{left}个工作日" : "还剩不足1个工作日";
        return calendar.WorkdaysBetween(last, day) is > 0 and var over ? $"超{over}个工作日" : "已超时限，不足1个工作日";
    }

    /// <summary>The card's name.</summary>
    public static string Name(this Card card) => card switch
    {
        Card.None => "无牌",
        Card.Warning => "预警",
        Card.Yellow => "黄牌",
        Card.Red => "红牌",
        _ => throw new ArgumentOutOfRangeException(nameof(card), card, "Unknown card."),
    };

    /// <summary>The cause's name.</summary>
    public static string Name(this CardCause cause) => cause switch
    {
        CardCause.System => "系统问题",
        CardCause.Overdue => "超时未办",
        CardCause.NotReturned => "办结未回传",
        CardCause.StepOverdue => "环节超时",
        CardCause.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "Unknown cause."),
    };

    /// <summary>The status's name.</summary>
    public static string Name(this CaseStatus status) => status switch
    {
        CaseStatus.Open => "在办",
        CaseStatus.Completed => "办结",
        CaseStatus.Withdrawn => "撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>The name of a kind of words.</summary>
    public static string Name(this CaseTermKind kind) => kind switch
    {
        CaseTermKind.Unit => "单位",
        CaseTermKind.Cause => "发牌原因",
        CaseTermKind.Card => "牌",
        CaseTermKind.Status => "状态",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    /// <summary>The name of a kind of notes.</summary>
    public static string Name(this CaseNoteKind kind) => kind switch
    {
        CaseNoteKind.Checked => "已查",
        CaseNoteKind.Cause => "更正发牌原因",
        CaseNoteKind.Statement => "情况说明",
        CaseNoteKind.Objection => "异议",
        CaseNoteKind.Upheld => "异议成立",
        CaseNoteKind.Rejected => "异议不成立",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    /// <summary>The name of a class of age.</summary>
    public static string Name(this CardAge age) => age switch
    {
        CardAge.UpTo5 => "5个工作日以内",
        CardAge.UpTo10 => "6—10个工作日",
        CardAge.UpTo20 => "11—20个工作日",
        CardAge.Over20 => "20个工作日以上",
        _ => throw new ArgumentOutOfRangeException(nameof(age), age, "Unknown age."),
    };

    /// <summary>The name of what became of a card within a week.</summary>
    public static string Name(this CardFlow flow) => flow switch
    {
        CardFlow.New => "新增",
        CardFlow.Standing => "存续",
        CardFlow.Cleared => "消除",
        _ => throw new ArgumentOutOfRangeException(nameof(flow), flow, "Unknown flow."),
    };
}
