using System.Globalization;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Tests.Worlds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Cases;

/// <summary>What the queries say of all cases at a moment is what the domain's rules say of each.</summary>
public sealed class CardsAtTests
{
    private static readonly string[] Cards = ["", "", "none", "warning", "yellow", "red", "red"];
    private static readonly DateTimeOffset First = World.At(World.W30, -7 * 24);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Query_OfRandomHistories_AgreesWithTheDomainAtEveryMoment(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);
        var random = new Random(20200727);
        for (var day = 0; day < 12; day++)
        {
            var rows = Enumerable.Range(0, 40).Select(_ => Row(random, day)).ToArray();
            await feed.TakeAsync(First.AddDays(day).AddHours(9), rows);
        }

        await using var db = await world.Database.CreateContextAsync(CancellationToken.None);
        var states = await StatesAsync(db);
        Assert.InRange(states.Count, 50, 80);
        Assert.Contains(states, versions => versions.Count > 3);
        var seen = new HashSet<Card>();
        for (var hours = -30; hours < 14 * 24; hours += 5)
        {
            var moment = First.AddHours(hours);
            var start = moment.AddDays(-3);
            var expected = states.Select(versions => versions.Find(state => state.From <= moment && (state.Until is not { } until || moment < until)))
                .Where(state => state is not null && state.Facts.AcceptedAt < moment).Select(state => state!).ToList();
            seen.UnionWith(expected.Select(state => state.CardAt(moment)));

            var cards = await CardsAt.Query(db, moment, moment).Where(row => row.Card != Card.None)
                .Select(row => new { row.Case.CaseNo, row.Card, row.Since }).ToListAsync();
            Assert.Equal(
                expected.Where(state => state.CardAt(moment) is not Card.None).Select(state => Text(state.Facts.CaseNo, state.CardAt(moment), Since(state, moment))).Order(StringComparer.Ordinal),
                cards.Select(row => Text(row.CaseNo, row.Card, row.Since)).Order(StringComparer.Ordinal));

            var open = await CasesAt.Query(db, moment, moment).Where(row => row.IsOpen).Select(row => row.CaseNo).ToListAsync();
            Assert.Equal(expected.Where(state => state.IsOpenAt(moment)).Select(state => state.Facts.CaseNo).Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
            var monitored = await CasesAt.Query(db, start, moment).Monitored(start, moment).Select(row => row.CaseNo).ToListAsync();
            Assert.Equal(expected.Where(state => state.IsMonitored(start, moment)).Select(state => state.Facts.CaseNo).Order(StringComparer.Ordinal), monitored.Order(StringComparer.Ordinal));
            foreach (var card in new[] { Card.Warning, Card.Yellow, Card.Red })
            {
                var with = await CasesAt.Query(db, moment, moment).With(card, moment).Select(row => row.CaseNo).ToListAsync();
                Assert.Equal(expected.Where(state => state.CardAt(moment) == card).Select(state => state.Facts.CaseNo).Order(StringComparer.Ordinal), with.Order(StringComparer.Ordinal));
            }
        }

        Assert.Equal(Enum.GetValues<Card>(), seen.Order());
    }

    private static string Text(string number, Card card, DateTimeOffset? since) => $"{number} {card} {since?.ToUniversalTime():O}";

    /// <summary>Since when the source's card stands, or else since the moment that made the derived one; never before the acceptance.</summary>
    private static DateTimeOffset? Since(CaseState state, DateTimeOffset moment)
    {
        var since = state.Facts.Card is not null && moment >= state.CardSince ? state.CardSince : state.CardAt(moment) switch
        {
            Card.Red => state.Moments.Red,
            Card.Yellow => state.Moments.Yellow,
            _ => state.Moments.Warning,
        };
        return since < state.Facts.AcceptedAt ? state.Facts.AcceptedAt : since;
    }

    private static CaseRow Row(Random random, int day)
    {
        var accepted = First.AddDays(random.Next(-10, day + 1)).AddHours(-random.Next(1, 12));
        var number = random.Next(70);
        var status = random.Next(6) switch { 0 or 1 => "completed", 2 => "withdrawn", _ => "open" };
        var now = First.AddDays(day).AddHours(9);
        var completed = status == "completed" ? accepted.AddHours(random.Next(1, 80)) : (DateTimeOffset?)null;
        if (completed > now) completed = now;
        return CaseFeed.Row($"A{number:00}", random.Next(1, 12), row => row with
        {
            AcceptedAt = Time(accepted)!,
            PromisedDue = random.Next(4) == 0 ? "" : Time(accepted.AddHours(random.Next(1, 150)))!,
            StatutoryDue = random.Next(4) == 0 ? "" : Time(accepted.AddHours(random.Next(100, 300)))!,
            CompletedAt = Time(completed) ?? "",
            Card = Cards[random.Next(Cards.Length)],
            Status = status,
            UpdatedAt = random.Next(2) == 0 ? "" : Time(now.AddHours(-random.Next(0, 100)))!,
        });
    }

    private static string? Time(DateTimeOffset? moment) => moment?.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static async Task<List<List<CaseState>>> StatesAsync(MetricsDb db)
    {
        var past = (await db.CasePast.AsNoTracking().ToListAsync()).ToLookup(row => row.CaseNo, StringComparer.Ordinal);
        return (await db.Cases.AsNoTracking().ToListAsync()).ConvertAll(newest =>
        {
            List<CaseState> versions = [.. past[newest.CaseNo].OrderBy(row => row.Version).Select(row => State(row, row.ValidUntil)), State(newest, null)];
            Assert.Equal(versions[^1].EndedAt, newest.EndedAt);
            return versions;
        });
    }

    private static CaseState State(CaseColumns row, DateTimeOffset? until) => new(
        new CaseFacts(row.CaseNo, row.Version, row.Unit, row.ItemCode, "", row.AcceptedAt, row.PromisedDue, row.StatutoryDue, row.CompletedAt, row.Card, row.Cause, row.Status, null),
        row.ValidFrom,
        until,
        new CardMoments(row.WarningAfter, row.YellowAfter, row.RedAfter),
        row.CardSince);
}
