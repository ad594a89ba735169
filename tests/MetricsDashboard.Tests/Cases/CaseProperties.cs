using FsCheck.Xunit;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Tests.Cases;

/// <summary>What holds of any case at any moment.</summary>
public sealed class CaseProperties
{
    private static readonly DateTimeOffset Start = new(2020, 1, 6, 0, 0, 0, ChinaTime.Offset); // a Monday

    [Property(MaxTest = 1000)]
    public bool At_LaterMoment_NeverHasALowerCard(ushort warning, ushort yellow, ushort red, ushort one, ushort other)
    {
        var moments = new CardMoments(Hour(warning), Hour(yellow), Hour(red));
        return moments.At(Hour(Math.Min(one, other))) <= moments.At(Hour(Math.Max(one, other)));
    }

    [Property(MaxTest = 1000)]
    public bool IsMonitored_WheneverOpenOrWithACard_AndNeverAfterItsEnd(byte status, ushort accepted, ushort lasted, ushort seen, bool isShown, byte card, byte week)
    {
        var state = Any(status, accepted, lasted, seen, isShown, card);
        var (from, to) = (Start.AddDays(7 * week), Start.AddDays(7 * (week + 1)));
        var isMonitored = state.IsMonitored(from, to);
        var isWatched = state.IsOpenAt(to) || state.CardAt(to) is not Card.None;
        return (!isWatched || isMonitored) && (!(state.EndedAt < from) || !isMonitored);
    }

    [Property(MaxTest = 1000)]
    public bool Of_AnyThresholds_AreInTheirOrder(ushort due, byte statutory, byte warning, bool onDueDay, byte red)
    {
        var promised = Hour(due);
        var moments = new CardThresholds(warning % 31, onDueDay, red % 2 == 0 ? null : 1 + (red % 250)).Of(promised, promised.AddHours(statutory), WorkCalendar.Plain);
        return moments.Yellow <= promised && promised <= moments.Red && moments.Warning <= promised && (warning % 31 == 0 || moments.Warning <= moments.Yellow);
    }

    [Property(MaxTest = 500)]
    public bool Read_AnyTexts_IsExactlyOneOfThree(string?[] texts)
    {
        string[] ordinary = ["A", "1", "宝丰县", "SX", "", "2020-09-21", "", "", "", "", "", "open", ""];
        var row = CaseRow.Of("第1行", [.. ordinary.Select((text, i) => i < texts.Length && texts[i] is { } other ? other : text)]);

        var outcome = CaseReadingTests.Read(row);

        return (outcome.Facts is null ? 0 : 1) + (outcome.Unknown is null ? 0 : 1) + (outcome.Fault is null ? 0 : 1) == 1;
    }

    private static CaseState Any(byte status, ushort accepted, ushort lasted, ushort seen, bool isShown, byte card)
    {
        var kind = (CaseStatus)(status % 3);
        var begin = Hour(accepted);
        return CaseStateTests.State(
            kind,
            accepted: begin,
            completed: kind is CaseStatus.Completed ? begin.AddHours(lasted) : null,
            from: begin.AddHours(seen % 500),
            card: isShown ? (Card)(card % 4) : null,
            since: isShown ? begin : null,
            moments: new CardMoments(begin.AddHours(10), begin.AddHours(20), begin.AddHours(30)));
    }

    private static DateTimeOffset Hour(int hours) => Start.AddHours(hours);
}
