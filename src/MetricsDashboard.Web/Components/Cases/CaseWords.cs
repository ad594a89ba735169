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
    public static string Due(DateTimeOffset due)
    {
        var local = BusinessClock.Local(due);
        return local.AddSeconds(1).TimeOfDay == TimeSpan.Zero ? WeekText.FullDay(DateOnly.FromDateTime(local.DateTime)) : Full(due);
    }

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
        return $"{name}{WeekText.Day(ChinaTime.Day(due))}，{CaseText.Standing(due, moment, calendar)}";
    }

    /// <summary>Since when a derived card stands, and by what: 2020年9月20日起（超过法定办结时限）.</summary>
    public static string Why(Card derived, bool isOpen, CaseStatus status, CardMoments moments, DateTimeOffset? completedAt, DateTimeOffset? statutory)
    {
        if (!isOpen) return status is CaseStatus.Completed && completedAt is { } at ? $"{Moments.Text(at)}已办结，按阈值不再发牌" : $"已{status.Name()}，按阈值不再发牌";
        return derived switch
        {
            Card.Red when moments.Red is { } red => red == statutory ? $"法定办结时限{Moments.Text(red)}已过" : $"超过承诺办结时限的天数{Moments.Text(red)}已满",
            Card.Yellow when moments.Yellow is { } yellow => $"承诺办结时限{Moments.Text(yellow)}已过或已到当日",
            Card.Warning when moments.Warning is { } warning => $"{Moments.Text(warning)}起临近承诺办结时限",
            _ when (moments.Warning ?? moments.Yellow ?? moments.Red) is { } first => $"{Moments.Text(first)}之后才到发牌时间",
            _ => "没有承诺和法定办结时限，不发牌",
        };
    }
}
