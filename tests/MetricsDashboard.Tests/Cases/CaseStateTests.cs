using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Weeks;
using Xunit;

namespace MetricsDashboard.Tests.Cases;

/// <summary>Around the end of week 39, Sunday 27 September 2020 at 24:00.</summary>
public sealed class CaseStateTests
{
    private static readonly DateTimeOffset Monday = new(2020, 9, 21, 0, 0, 0, ChinaTime.Offset);
    private static readonly DateTimeOffset End = Monday.AddDays(7);
    private static readonly DateTimeOffset LastSecond = End.AddSeconds(-1);
    private static readonly DateTimeOffset Long = Monday.AddDays(-30);

    [Fact]
    public void IsOpenAt_AcceptedAtTheBorder_BelongsToTheWeekThatBegins()
    {
        Assert.True(State(CaseStatus.Open, accepted: LastSecond).IsOpenAt(End));
        Assert.False(State(CaseStatus.Open, accepted: End).IsOpenAt(End));
        Assert.True(State(CaseStatus.Open, accepted: End).IsOpenAt(End.AddTicks(1)));
    }

    [Fact]
    public void IsMonitored_CompletedAtTheBorder_CountsInTheWeekInWhichItWasCompleted()
    {
        var sunday = State(CaseStatus.Completed, completed: LastSecond);
        var monday = State(CaseStatus.Completed, completed: End);

        Assert.Equal((false, true, false), (sunday.IsOpenAt(End), sunday.IsMonitored(Monday, End), sunday.IsMonitored(End, End.AddDays(7))));
        Assert.Equal((true, true, true), (monday.IsOpenAt(End), monday.IsMonitored(Monday, End), monday.IsMonitored(End, End.AddDays(7))));
        Assert.False(monday.IsMonitored(End.AddDays(7), End.AddDays(14)));
    }

    [Fact]
    public void IsOpenAt_Withdrawn_IsOpenUntilItIsKnown()
    {
        var state = State(CaseStatus.Withdrawn, from: End);

        Assert.Equal((true, false), (state.IsOpenAt(End), state.IsOpenAt(End.AddTicks(1))));
    }

    [Fact]
    public void CardAt_ShownByTheSource_StandsFromThenOnAndBeforeItTheDerivedOne()
    {
        var state = State(CaseStatus.Open, card: Card.Red, since: End, moments: new CardMoments(Monday, Monday.AddDays(2), null));

        Assert.Equal(
            [Card.None, Card.Warning, Card.Yellow, Card.Red],
            new[] { Monday, Monday.AddDays(2), LastSecond, End }.Select(state.CardAt));
    }

    [Fact]
    public void CardAt_SourceShowsNone_IsNotDerived() =>
        Assert.Equal(Card.None, State(CaseStatus.Open, card: Card.None, since: Monday, moments: new CardMoments(Long, Long, Long)).CardAt(End));

    [Fact]
    public void CardAt_Completed_ClearsTheDerivedCardAndNotTheShownOne()
    {
        var moments = new CardMoments(Long, Long, Long);
        var derived = State(CaseStatus.Completed, completed: Monday.AddDays(1), moments: moments);
        var shown = State(CaseStatus.Completed, completed: Monday.AddDays(1), card: Card.Red, since: Long, moments: moments);

        Assert.Equal((Card.Red, Card.None), (derived.CardAt(Monday), derived.CardAt(End)));
        Assert.Equal(Card.Red, shown.CardAt(End));
        Assert.True(shown.IsMonitored(End, End.AddDays(7)));
        Assert.Null(shown.EndedAt);
    }

    [Fact]
    public void EndedAt_EachStatus_IsWhenNobodyWatchesAnyMore()
    {
        Assert.Null(State(CaseStatus.Open).EndedAt);
        Assert.Equal(End, State(CaseStatus.Completed, completed: End, from: Monday).EndedAt);
        Assert.Equal(End, State(CaseStatus.Completed, completed: Monday, from: End).EndedAt);
        Assert.Equal(End, State(CaseStatus.Withdrawn, from: End).EndedAt);
        Assert.Equal(End, State(CaseStatus.Withdrawn, from: End, card: Card.None, since: Monday).EndedAt);
        Assert.Null(State(CaseStatus.Withdrawn, from: End, card: Card.Warning, since: Monday).EndedAt);
    }

    internal static CaseState State(
        CaseStatus status,
        DateTimeOffset? accepted = null,
        DateTimeOffset? completed = null,
        DateTimeOffset? from = null,
        Card? card = null,
        DateTimeOffset? since = null,
        CardMoments moments = default) => new(
            new CaseFacts("BJ-1", 1, "410421", "SX-01", "", accepted ?? Long, null, null, completed, card, null, status, null), from ?? accepted ?? Long, null, moments, since);
}
