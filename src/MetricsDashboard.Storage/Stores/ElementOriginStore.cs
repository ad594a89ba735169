using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>Which origin of an element's values counts, and where what was sent and what the cases give differ.</summary>
public sealed class ElementOriginStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;
    private readonly Recomputation recomputation;

    internal ElementOriginStore(MetricsDatabase database, CatalogueCache cache, Recomputation recomputation)
    {
        this.database = database;
        this.cache = cache;
        this.recomputation = recomputation;
    }

    /// <summary>What is set; everybody who may read a value may know whether it counts.</summary>
    public async Task<OriginSettings> SettingsAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return (await CountedValues.OpenAsync(db, cancellationToken)).Origins;
    }

    /// <summary>The elements that cases can fill, with what was set for each.</summary>
    public Task<IReadOnlyList<ElementOriginRow>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        RequireReader(actor);
        return database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var history = (await db.ElementOrigins.AsNoTracking().OrderByDescending(row => row.No).ToListAsync(cancellationToken))
                    .ToLookup(row => row.Element, row => new OriginSettingRow(ReportingWeek.FromKey(row.FromWeek), row.Origin, row.ChangedBy, row.ChangedAt));
                var settings = (await CountedValues.OpenAsync(db, cancellationToken)).Origins;
                return (IReadOnlyList<ElementOriginRow>)
                [
                    .. NamedCodes.CountedFromCases.Select(catalogue.FindElement).OfType<DataElement>().Select(element => new ElementOriginRow(element, [.. history[element.Code]], settings)),
                ];
            },
            cancellationToken);
    }

    /// <summary>
    /// Sets what counts from a week on, and recomputes from there. The week is later than every closed one, so that nothing closed changes;
    /// what was set for a still later week holds from that week on as before.
    /// </summary>
    public Task SetAsync(Actor actor, string caseElement, ReportingWeek fromWeek, Origin origin, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.Administrator, "只有管理员可以设置填报项采用哪一种来源的数。");
        return database.WriteAsync(
            async db =>
            {
                await MetricsDatabase.LockWeeksAsync(db, 0, int.MaxValue, cancellationToken);
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                if (catalogue.FindElement(caseElement) is not { } known || !NamedCodes.CountedFromCases.Contains(caseElement)) throw new StateConflictException("只有由办件数据统计的填报项可以设置采用哪一种来源的数。");
                if (origin is not (Origin.Form or Origin.Cases)) throw new StateConflictException($"“{known.Name}”的来源只能是报表报送或办件数据。");
                var weeks = (await db.Weeks.AsNoTracking().OrderBy(row => row.Week).ToListAsync(cancellationToken)).ConvertAll(row => (Period: Periods.Of(row), row.State));
                var closed = weeks.Where(week => week.State is WeekState.Closed).Select(week => (ReportingPeriod?)week.Period).LastOrDefault();
                if (closed is { } last && fromWeek <= last.Last)
                    throw new StateConflictException($"{WeekText.Period(last)}及以前的统计周已经关闭，其结果不再改变：请选择之后的统计周。");
                if (weeks.Count > 0 && fromWeek < weeks[0].Period.First) throw new StateConflictException($"{WeekText.FullPeriod(fromWeek)}在系统启用之前：请选择之后的统计周。");
                // Whoever names a week within a merged period means the period.
                var from = weeks.Where(week => week.Period.Contains(fromWeek)).Select(week => week.Period.First).DefaultIfEmpty(fromWeek).First();
                var settings = (await CountedValues.OpenAsync(db, cancellationToken)).Origins;
                if (settings.InForce(caseElement, from) is { } same ? same.FromWeek == from && same.Origin == origin : origin is Origin.Form) return false;
                db.ElementOrigins.Add(new ElementOriginEntity
                {
                    Element = caseElement,
                    FromWeek = from.Key,
                    No = (await db.ElementOrigins.Where(row => row.Element == caseElement).MaxAsync(row => (int?)row.No, cancellationToken) ?? 0) + 1,
                    Origin = origin,
                    ChangedBy = actor.Name,
                    ChangedAt = now,
                });
                await db.SaveChangesAsync(cancellationToken);
                await recomputation.RunAsync(db, catalogue, from.Key, int.MaxValue, write: true, now, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Every element and unit for which a form was accepted and cases are counted in a week, in the order of units and elements.</summary>
    public Task<IReadOnlyList<OriginDifference>> CompareAsync(Actor actor, ReportingWeek week, CancellationToken cancellationToken = default)
    {
        RequireReader(actor);
        return database.ReadAsync(
            async db =>
            {
                var values = await CountedValues.OpenAsync(db, cancellationToken);
                var sent = await values.OfOriginAsync(week.Key, Origin.Form, cancellationToken);
                return await DifferencesAsync(db, values, week, sent.Select(value => (value.Key.Element, value.Key.Unit, value.Value)), cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>What a unit sent for a week, in its newest rounds, where the cases say otherwise; nothing of what went back to it.</summary>
    public Task<IReadOnlyList<OriginDifference>> OfUnitAsync(Actor actor, ReportingWeek week, string unit, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            if (catalogue.FindUnit(unit) is { } known) Access.RequireRead(actor, known);
            var key = week.Key;
            var sent = await db.Submissions.AsNoTracking()
                .Where(row => row.Week == key && row.Unit == unit && (row.State == SubmissionState.CountyReview || row.State == SubmissionState.Submitted || row.State == SubmissionState.Accepted))
                .Join(db.SubmissionValues.Where(value => value.Value != null), row => row.Id, value => value.SubmissionId, (row, value) => new { row.State, value.Element, value.Unit, value.Value })
                .ToListAsync(cancellationToken);
            var values = await CountedValues.OpenAsync(db, cancellationToken);
            var accepted = await values.OfOriginAsync(key, Origin.Form, cancellationToken);
            var rows = await DifferencesAsync(
                db,
                values,
                week,
                sent.Select(row => (row.Element, row.Unit, row.State is SubmissionState.Accepted && accepted.TryGetValue((row.Element, row.Unit), out var now) ? now : row.Value!.Value)),
                cancellationToken);
            return (IReadOnlyList<OriginDifference>)[.. rows.Where(row => row.Difference != 0)];
        },
        cancellationToken);

    private async Task<IReadOnlyList<OriginDifference>> DifferencesAsync(
        MetricsDb db, CountedValues values, ReportingWeek week, IEnumerable<(string Element, string Unit, long Value)> sent, CancellationToken cancellationToken)
    {
        var catalogue = await cache.RequireAsync(db, cancellationToken);
        var fromCases = await values.OfOriginAsync(week.Key, Origin.Cases, cancellationToken);
        var order = catalogue.Elements.Select((element, i) => (element.Code, i)).ToDictionary(entry => entry.Code, entry => entry.i, StringComparer.Ordinal);
        return
        [
            .. from value in sent
               where fromCases.ContainsKey((value.Element, value.Unit))
               let element = catalogue.FindElement(value.Element)
               let unit = catalogue.FindUnit(value.Unit)
               where element is not null && unit is not null
               orderby unit.Order, unit.Code, order[element.Code]
               select new OriginDifference(element, unit, value.Value, fromCases[(value.Element, value.Unit)], values.Origins.First(value.Element, week)),
        ];
    }

    private static void RequireReader(Actor actor) => Access.Require(
        actor.IsSystem || actor.Role is Role.Administrator or Role.CityReviewer or Role.Drafter, "数据来源比对由市专班和管理员查看。");
}
