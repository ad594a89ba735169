using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Cases;

/// <summary>From when on a case that is still open has which card; a moment strictly later has it. Null: never.</summary>
/// <param name="Warning">预警 after this moment.</param>
/// <param name="Yellow">黄牌 after this moment.</param>
/// <param name="Red">红牌 after this moment.</param>
public readonly record struct CardMoments(DateTimeOffset? Warning, DateTimeOffset? Yellow, DateTimeOffset? Red)
{
    /// <summary>The card that a case open at a moment has.</summary>
    public Card At(DateTimeOffset moment) =>
        moment > Red ? Card.Red : moment > Yellow ? Card.Yellow : moment > Warning ? Card.Warning : Card.None;
}

/// <summary>
/// The three thresholds 预警、黄牌、红牌 by which cards are derived where a source shows none. The province's own are not published
/// (domain.md 1.2), so they are settings, and every definition of an indicator of cards prints them.
/// </summary>
/// <param name="WarningWorkdays">预警 where so many working days or fewer are left until the promised time is over; 0 to 30.</param>
/// <param name="YellowOnDueDay">黄牌 already on the day on which the promised time ends; else once it is over.</param>
/// <param name="RedAfterWorkdays">红牌 also once the promised time is over by so many working days, 1 to 250; null for the statutory time alone.</param>
public sealed record CardThresholds(int WarningWorkdays, bool YellowOnDueDay, int? RedAfterWorkdays)
{
    /// <summary>预警 one working day before the promised time ends, 黄牌 past it, 红牌 past the statutory time.</summary>
    public static CardThresholds Standard { get; } = new(1, false, null);

    /// <summary>Are they within their ranges?</summary>
    public bool AreValid => WarningWorkdays is >= 0 and <= 30 && RedAfterWorkdays is null or (>= 1 and <= 250);

    /// <summary>As an indicator's definition prints them.</summary>
    public string Text =>
        $"预警：{(WarningWorkdays == 0 ? "到承诺办结时限当日" : $"距承诺办结时限{WarningWorkdays}个工作日以内（含）")}仍未办结；黄牌：{(YellowOnDueDay ? "到承诺办结时限当日仍未办结" : "超过承诺办结时限未办结")}，未超过法定办结时限；"
        + $"红牌：超过法定办结时限未办结{(RedAfterWorkdays is { } days ? $"，或超过承诺办结时限满{days}个工作日未办结" : "")}。";

    /// <summary>The moments of a case with these times.</summary>
    public CardMoments Of(DateTimeOffset? promisedDue, DateTimeOffset? statutoryDue, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (promisedDue is not { } promised) return new CardMoments(null, null, statutoryDue);
        var day = ChinaTime.Day(promised);
        var late = RedAfterWorkdays is { } days ? ChinaTime.Start(calendar.AddWorkdays(day, days).AddDays(1)) : (DateTimeOffset?)null;
        var red = late is null || statutoryDue < late ? statutoryDue : late;
        return new CardMoments(ChinaTime.Start(calendar.AddWorkdays(calendar.LastWorkdayUpTo(day), -WarningWorkdays)), YellowOnDueDay ? ChinaTime.Start(day) : promised, red);
    }
}
