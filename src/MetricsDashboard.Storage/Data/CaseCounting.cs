using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>From cases to figures: the counts of a week by unit, and writing them as observations of the weeks that are still open.</summary>
internal static class CaseCounting
{
    private const string Reason = "办件数据更新";

    /// <summary>The seven counts of each unit that ever had a case.</summary>
    public static async Task<IReadOnlyList<(string Element, string Unit, long Value)>> CountAsync(
        MetricsDb db, DateTimeOffset start, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var cases = CasesAt.Query(db, start, moment);
        var flows = await cases.GroupBy(row => row.Unit).Select(group => new
        {
            Unit = group.Key,
            Accepted = group.Count(row => row.AcceptedAt >= start),
            Completed = group.Count(row => row.Status == CaseStatus.Completed && row.CompletedAt >= start && row.CompletedAt < moment),
            InTime = group.Count(row => row.Status == CaseStatus.Completed && row.CompletedAt >= start && row.CompletedAt < moment
                && ((row.PromisedDue ?? row.StatutoryDue) == null || row.CompletedAt <= (row.PromisedDue ?? row.StatutoryDue))),

            // Open, or completed within the week, or a card of the source stands; a derived card stands on open cases alone.
            Monitored = group.Count(row => row.IsOpen || (row.Status == CaseStatus.Completed && row.CompletedAt >= start && row.CompletedAt < moment) || (row.Shown != null && row.Shown != Card.None)),
        }).ToListAsync(cancellationToken);
        var byUnit = flows.ToDictionary(row => row.Unit, StringComparer.Ordinal);
        var red = await CardsAsync(cases, Card.Red, moment, cancellationToken);
        var yellow = await CardsAsync(cases, Card.Yellow, moment, cancellationToken);
        var warnings = await CardsAsync(cases, Card.Warning, moment, cancellationToken);
        var values = new List<(string, string, long)>();
        foreach (var unit in await db.Cases.Select(row => row.Unit).Distinct().ToListAsync(cancellationToken))
        {
            var row = byUnit.GetValueOrDefault(unit);
            values.Add((NamedCodes.CasesMonitored, unit, row?.Monitored ?? 0));
            values.Add((NamedCodes.RedCards, unit, red.GetValueOrDefault(unit)));
            values.Add((NamedCodes.YellowCards, unit, yellow.GetValueOrDefault(unit)));
            values.Add((NamedCodes.EarlyWarnings, unit, warnings.GetValueOrDefault(unit)));
            values.Add((NamedCodes.CasesAccepted, unit, row?.Accepted ?? 0));
            values.Add((NamedCodes.CasesCompleted, unit, row?.Completed ?? 0));
            values.Add((NamedCodes.CasesCompletedInTime, unit, row?.InTime ?? 0));
        }

        return values;
    }

    /// <summary>
    /// Counts every open week at its end, or at the moment up to which all sources of cases are known, where that is earlier. A week that no
    /// source has reached yet has no counts: what is not known is never 0.
    /// </summary>
    /// <returns>The weeks that were counted.</returns>
    public static async Task<IReadOnlyList<ReportingWeek>> ObserveAsync(
        MetricsDatabase database, MetricsDb db, Catalogue catalogue, Recomputation recomputation, Guid? run, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await KnownUntilAsync(db, cancellationToken) is not { } known) return [];
        var open = await db.Weeks.Where(week => week.State == WeekState.Open).OrderBy(week => week.Week).Select(week => week.Week).ToListAsync(cancellationToken);
        if (open.Count == 0) return [];
        await MetricsDatabase.LockWeeksAsync(db, open[0], int.MaxValue, cancellationToken);
        var counted = new List<ReportingWeek>();
        foreach (var week in await db.Weeks.AsNoTracking().Where(week => week.State == WeekState.Open).OrderBy(week => week.Week).ToListAsync(cancellationToken))
        {
            var period = Periods.Of(week);
            var (start, end) = (ChinaTime.Start(period.Monday), ChinaTime.Start(period.Sunday.AddDays(1)));
            var moment = known < end ? known : end;
            if (moment <= start) continue;
            var values = (await CountAsync(db, start, moment, cancellationToken))
                .Where(value => catalogue.FindElement(value.Element) is { } element && element.IsValidIn(period.First) && catalogue.FindUnit(value.Unit) is { } unit
                    && element.ObservedAt.Contains(unit.Kind) && catalogue.TakesPart(unit, period.First))
                .Select(value => new NewValue(value.Element, value.Unit, value.Value, RunId: run));
            await Revisions.AppendAsync(database, db, week.Week, Origin.Cases, [.. values], actor, now, cancellationToken, Reason);
            counted.Add(period.First);
        }

        if (counted.Count > 0) await recomputation.RunAsync(db, catalogue, counted[0].Key, int.MaxValue, write: true, now, cancellationToken);
        return counted;
    }

    /// <summary>
    /// The moment up to which every enabled source that tells of cases regularly has told what it knows, see <see cref="SourceHabit"/>; where none
    /// does, the moment at which any told last. Null where there is no source of cases.
    /// </summary>
    public static async Task<DateTimeOffset?> KnownUntilAsync(MetricsDb db, CancellationToken cancellationToken)
    {
        var told = await db.IntakeSources.Where(source => source.Enabled && source.Kind != IntakeSourceEntity.TableKind && source.LastSuccessAt != null
                && db.Runs.Any(run => run.SourceId == source.Id && run.UploadId == null && run.Read > 0))
            .Select(source => new { source.Id, source.LastSuccessAt }).ToListAsync(cancellationToken);
        if (told.Max(source => source.LastSuccessAt) is not { } newest) return null;
        var regular = told.Count > 1 ? await RegularSources.AtAsync(db, newest, cancellationToken) : new HashSet<Guid>();
        return told.Where(source => regular.Contains(source.Id)).Min(source => source.LastSuccessAt) ?? newest;
    }

    private static Task<Dictionary<string, int>> CardsAsync(IQueryable<CaseAt> cases, Card card, DateTimeOffset moment, CancellationToken cancellationToken) =>
        cases.With(card, moment).GroupBy(row => row.Unit).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, StringComparer.Ordinal, cancellationToken);
}
