using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;

namespace MetricsDashboard.Web.Components.Cases;

/// <summary>Cases in words.</summary>
internal static class CaseWords
{
    /// <summary>How a card's name is marked; never by colour alone.</summary>
    public static string Style(this Card card) => card switch
    {
        Card.Red => "bad",
        Card.Yellow => "near",
        _ => "plain-mark",
    };

    public static string Cause(CardCause? cause) => cause?.Name() ?? "未注明";

    /// <summary>A time limit: the day alone where the day is meant.</summary>
    public static string Due(DateTimeOffset due) => IsWholeDay(due) ? WeekText.FullDay(ChinaTime.Day(due)) : Full(due);

    /// <summary>In a list: 9月28日 09:30, and with its year where that is not the one looked at.</summary>
    public static string Listed(DateTimeOffset moment, int year)
    {
        var local = BusinessClock.Local(moment);
        return local.Year == year ? Moments.Text(moment) : Full(moment);
    }

    /// <summary>A time limit in a list: the day alone where the day is meant, and with its year where that is not the one looked at.</summary>
    public static string ListedDue(DateTimeOffset due, int year)
    {
        if (!IsWholeDay(due)) return Listed(due, year);
        var day = ChinaTime.Day(due);
        return day.Year == year ? WeekText.Day(day) : WeekText.FullDay(day);
    }

    /// <summary>The year looked at; of 00:00 that of the day that has just ended.</summary>
    public static int Year(DateTimeOffset moment) => CardAgeLimits.LastDay(moment).Year;

    /// <summary>2020年9月28日 09:30.</summary>
    public static string Full(DateTimeOffset moment)
    {
        var local = BusinessClock.Local(moment);
        return $"{WeekText.FullDay(DateOnly.FromDateTime(local.DateTime))} {local:HH:mm}";
    }

    /// <summary>The limit past which a case is red, and how it stands: 法定时限9月20日，超6个工作日.</summary>
    public static string Limit(DateTimeOffset? promised, DateTimeOffset? statutory, DateTimeOffset moment, WorkCalendar calendar)
    {
        if (statutory is null && promised is null) return "没有时限";
        var (name, due) = statutory is { } law ? ("法定时限", law) : ("承诺时限", promised!.Value);
        return $"{name}{ListedDue(due, Year(moment))}，{CaseText.Standing(due, moment, calendar)}";
    }

    /// <summary>Why the thresholds give a card and no graver one: 承诺办结时限8月17日已过，红牌要到10月12日之后.</summary>
    public static string Why(Card derived, bool isOpen, CaseStatus status, CardMoments moments, DateTimeOffset? completedAt, DateTimeOffset? promised, DateTimeOffset? statutory, DateTimeOffset now)
    {
        var year = Year(now);
        if (!isOpen) return status is CaseStatus.Completed && completedAt is { } at ? $"{Listed(at, year)}已办结，按阈值不再发牌" : $"已{status.Name()}，按阈值不再发牌";
        return derived switch
        {
            Card.Red when moments.Red is { } red => red == statutory ? $"法定办结时限{ListedDue(red, year)}已过" : $"超过承诺办结时限的工作日{ListedDue(red, year)}已满",
            Card.Yellow when moments.Yellow is { } yellow => $"{(yellow == promised ? $"承诺办结时限{ListedDue(yellow, year)}已过" : $"承诺办结时限当日（{WeekText.Day(ChinaTime.Day(yellow))}）已到")}，{RedLater(moments.Red, year)}",
            Card.Warning when moments.Warning is { } warning => $"{Listed(warning, year)}起临近承诺办结时限",
            _ when (moments.Warning ?? moments.Yellow ?? moments.Red) is { } first => $"{Listed(first, year)}之后才到发牌时间",
            _ => "没有承诺和法定办结时限，不发牌",
        };
    }

    private static string RedLater(DateTimeOffset? red, int year) => red is { } later ? $"红牌要到{ListedDue(later, year)}之后" : "没有法定办结时限，不转红牌";

    private static bool IsWholeDay(DateTimeOffset due) => BusinessClock.Local(due).AddSeconds(1).TimeOfDay == TimeSpan.Zero;
}
