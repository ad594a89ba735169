using System.Globalization;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Tests.Demonstration;

/// <summary>The demonstration's cases, counted by the domain's rules, are what the demonstration's files say, and tell a believable story.</summary>
public sealed class DemonstrationCasesTests
{
    private const string MissingCounty = "410404";

    private static readonly ReportingWeek MissingWeek = new(2020, 33);

    private static readonly string[] Elements =
    [
        NamedCodes.CasesMonitored, NamedCodes.RedCards, NamedCodes.YellowCards, NamedCodes.EarlyWarnings, NamedCodes.CasesAccepted, NamedCodes.CasesCompleted,
        NamedCodes.CasesCompletedInTime,
    ];

    private static CountedDeliveries All => CountedDeliveries.All;

    [Fact]
    public void EveryWeek_CountedByTheDomain_IsTheFileToTheLastCase()
    {
        var counted = All.Weeks.SelectMany(week => week.Counts.Select(count => (week.Week, count.Key.Unit, count.Key.Element, count.Value)));

        var expected = All.Weeks.SelectMany(week => Filed(week.Week)).ToList();

        Assert.Equal(((12 * 57) - 1) * 7, expected.Count);
        Assert.Equal(expected.Order(), counted.Where(count => (count.Unit, count.Week) != (MissingCounty, MissingWeek)).Order());
    }

    [Fact]
    public void WeekWithoutForm_CountedByTheDomain_IsLikeTheWeeksAboutIt()
    {
        var index = MissingWeek.WeeksSince(All.Weeks[0].Week);

        Assert.All(Elements, element =>
        {
            var around = new[] { Count(index - 1), Count(index + 1) };
            Assert.InRange(Count(index), around.Min() * 3 / 4, around.Max() * 5 / 4);

            long Count(int week) => All.Weeks[week].Counts[(MissingCounty, element)];
        });
    }

    [Fact]
    public void EveryRow_Taken_IsUnderstoodInItsOrderAndOfOfficeHours() => Assert.Empty(All.Faults.Take(10));

    [Fact]
    public void Generation_Repeated_GivesTheSameRows()
    {
        var (first, second) = (CountedDeliveries.New(), CountedDeliveries.New());

        Assert.Equal(first.Today(), second.Today());
        Assert.All(first.Weeks().Zip(second.Weeks()), pair => Assert.True(pair.First.Week == pair.Second.Week && pair.First.Rows.SequenceEqual(pair.Second.Rows)));
    }

    [Fact]
    public void Generation_OfAllRows_AllocatesLittleMoreThanTheRows()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var cases = CountedDeliveries.New();
        var rows = cases.Weeks().Sum(week => week.Rows.Count) + cases.Today().Count;

        Assert.InRange(rows, 200_000, 300_000);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / rows, 1, 1_500);
    }

    [Fact]
    public void CaseNumbers_OrderedByAcceptance_Grow()
    {
        var cases = All.Cases.OrderBy(state => state.Facts.CaseNo[^8..], StringComparer.Ordinal).ToList();

        Assert.InRange(cases.Count, 95_000, 110_000);
        Assert.All(cases.Zip(cases.Skip(1)), pair => Assert.True(pair.First.Facts.AcceptedAt <= pair.Second.Facts.AcceptedAt));
        Assert.All(cases, state => Assert.StartsWith($"{state.Facts.Unit[..6]}{state.Facts.AcceptedAt:yyyyMM}", state.Facts.CaseNo, StringComparison.Ordinal));
    }

    [Fact]
    public void ShownCards_ComparedWithTheTimeLimits_DifferInAboutOneRedOfThreeHundred()
    {
        var (red, mistaken) = (All.Weeks.Sum(week => week.Red.Count), All.Weeks.SelectMany(week => week.Differing).Where(state => state.Facts.Card is Card.Red).ToList());

        Assert.InRange(mistaken.Count, red / 450, red / 200);
        Assert.All(mistaken.Concat(All.Today.Differing), state => Assert.Equal((Card.Red, CardCause.System), (state.Facts.Card, state.Facts.Cause)));
        Assert.NotEmpty(All.Today.Differing);
    }

    [Fact]
    public void ShownCards_OtherThanRedOnes_DifferOnlyOverTheLastNight()
    {
        // The limit ended on a Sunday on which people worked; the card turns on Monday morning.
        var others = All.Weeks.SelectMany(week => week.Differing.Where(state => state.Facts.Card is not Card.Red).Select(state => (week.Week, Turned: Today(state)))).ToList();

        Assert.All(others, other => Assert.Equal((All.Weeks[^1].Week, Card.Red), (other.Week, other.Turned)));

        static Card? Today(CaseState state) => All.Cases.Single(found => found.Facts.CaseNo == state.Facts.CaseNo).Facts.Card;
    }

    [Fact]
    public void Today_ComparedWithTheLastWeeksEnd_HasNewClearedAndStandingRedCards()
    {
        var morning = ChinaTime.Start(CountedDeliveries.Now.Date);
        var before = All.Weeks[^1].Red.Select(state => state.Facts.CaseNo).ToHashSet();
        var added = All.Today.Red.Where(state => !before.Contains(state.Facts.CaseNo)).ToList();
        var cleared = All.Cases.Where(state => before.Contains(state.Facts.CaseNo) && state.Facts.Card is not Card.Red).ToList();

        Assert.InRange(added.Count, 25, 40);
        Assert.InRange(added.Count(state => state.CardSince >= morning), 10, 30);
        Assert.InRange(cleared.Count, 20, 50);
        Assert.InRange(cleared.Count(state => state.From >= morning), 5, 30);
        Assert.Contains(cleared, state => state.Facts.Status is CaseStatus.Completed);
        Assert.True(All.Today.Red.Count - added.Count > 400);
    }

    [Fact]
    public void ClearedRedCards_OfOpenCases_WereTheSystemsFault() => Assert.Empty(All.ClearedWithoutRight);

    [Fact]
    public void RedCards_ByCause_AreEverLessOftenTheSystemsFault()
    {
        var shares = All.Weeks.Select(week => week.Red.Count(state => state.Facts.Cause is CardCause.System) * 100 / week.Red.Count).ToList();

        Assert.InRange(shares[0], 60, 90);
        Assert.InRange(shares[^1], 10, 35);
        Assert.Equal(shares.TakeLast(4).OrderDescending(), shares.TakeLast(4));
        Assert.Equal(Enum.GetValues<CardCause>().Order(), All.Today.Red.Select(state => state.Facts.Cause!.Value).Distinct().Order());
    }

    [Fact]
    public void RedCards_ByItem_AreConcentratedOnFew()
    {
        var items = All.Today.Red.GroupBy(state => state.Facts.ItemName).Select(group => group.Count()).OrderDescending().ToList();

        Assert.True(items.Take(8).Sum() * 2 > All.Today.Red.Count);
    }

    private static IEnumerable<(ReportingWeek Week, string Unit, string Element, long Value)> Filed(ReportingWeek week) =>
        File.ReadLines(Path.Combine(new MetricsOptions().DemonstrationDirectory, $"{week}.csv")).Select(line => line.Split(',')).Where(fields => Elements.Contains(fields[2]))
            .Select(fields => (week, fields[0], fields[2], long.Parse(fields[3], CultureInfo.InvariantCulture)));
}
