using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Weeks;
using Xunit;

namespace MetricsDashboard.Tests.Cases;

public sealed class CaseNotesTests
{
    private static readonly DateTimeOffset Start = new(2020, 7, 1, 0, 0, 0, ChinaTime.Offset);

    [Theory]
    [InlineData("", false)]
    [InlineData("Objection", true)]
    [InlineData("Objection Checked Cause Statement", true)]
    [InlineData("Objection Rejected", false)]
    [InlineData("Objection Upheld", false)]
    [InlineData("Objection Rejected Objection", true)]
    public void OpenObjection_OfNotes_IsTheOneWithoutAnAnswer(string kinds, bool isOpen) =>
        Assert.Equal(isOpen, kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(kind => new CaseNote(Enum.Parse<CaseNoteKind>(kind), null, null, null, "x", Start)).OpenObjection() is not null);

    [Fact]
    public void HadCard_OfRandomVersions_IsWhatEveryMomentSays()
    {
        var random = new Random(4);
        for (var i = 0; i < 2000; i++)
        {
            var state = Random(random);
            var (from, to) = (Hour(random.Next(60)), Hour(60 + random.Next(60)));
            var expected = Enumerable.Range(0, 121).SelectMany(at => new[] { Hour(at), Hour(at).AddTicks(1) })
                .Any(moment => moment >= from && moment <= to && moment >= state.From && (state.Until is not { } until || moment < until) && state.CardAt(moment) is not Card.None);

            Assert.Equal((state, expected), (state, state.HadCard(from, to)));
        }
    }

    [Theory]
    [InlineData("2020-07-24 23:59:59", "2020-07-20 09:00", "还剩4个工作日")]
    [InlineData("2020-07-24 18:00:00", "2020-07-24 09:00", "今日到期")]
    [InlineData("2020-07-26 18:00:00", "2020-07-25 09:00", "还剩不足1个工作日")]
    [InlineData("2020-07-24 18:00:00", "2020-07-24 18:01", "已超时限，不足1个工作日")]
    [InlineData("2020-07-24 18:00:00", "2020-07-26 09:00", "已超时限，不足1个工作日")]
    [InlineData("2020-07-24 18:00:00", "2020-07-27 09:00", "超1个工作日")]
    public void Standing_OfATimeLimit_CountsWorkingDays(string due, string moment, string expected) =>
        Assert.Equal(expected, CaseText.Standing(Moment(due), Moment(moment), WorkCalendar.Plain));

    [Fact]
    public void DerivedCardAt_WhereTheSourceShowsAnother_IsTheThresholds()
    {
        var facts = new CaseFacts("x", 1, "u", "i", "", Start, Hour(10), Hour(20), null, Card.None, null, CaseStatus.Open, null);
        var state = new CaseState(facts, Start, null, new CardMoments(Hour(5), Hour(10), Hour(20)), Start);

        Assert.Equal((Card.None, Card.Red), (state.CardAt(Hour(21)), state.DerivedCardAt(Hour(21))));
    }

    private static CaseState Random(Random random)
    {
        var status = (CaseStatus)random.Next(3);
        var from = Hour(random.Next(100));
        var card = random.Next(3) == 0 ? (Card?)random.Next(4) : null;
        var facts = new CaseFacts(
            "x", 1, "u", "i", "", Hour(random.Next(40)), null, null, status is CaseStatus.Completed ? Hour(random.Next(120)) : null, card, null, status, null);
        return new CaseState(
            facts, from, random.Next(2) == 0 ? from.AddHours(1 + random.Next(40)) : null, new CardMoments(Some(random), Some(random), Some(random)), card is null ? null : Hour(random.Next(120)));
    }

    private static DateTimeOffset? Some(Random random) => random.Next(2) == 0 ? Hour(random.Next(120)) : null;

    private static DateTimeOffset Hour(int hour) => Start.AddHours(hour);

    private static DateTimeOffset Moment(string text) => new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), ChinaTime.Offset);
}
