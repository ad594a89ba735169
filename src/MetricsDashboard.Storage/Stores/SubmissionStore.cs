using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

public sealed class SubmissionStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;
    private readonly Recomputation recomputation;

    internal SubmissionStore(MetricsDatabase database, CatalogueCache cache, Recomputation recomputation)
    {
        this.database = database;
        this.cache = cache;
        this.recomputation = recomputation;
    }

    /// <summary>What the check of a file needs to know: the open weeks, and for its weeks and row units what was accepted before and sent beside it.</summary>
    public Task<IntakeContext> CheckDataAsync(
        Actor actor, IReadOnlyCollection<ReportingWeek> weeks, IReadOnlyCollection<string> units, CancellationToken cancellationToken = default)
    {
        Access.Require(Access.SendsForms(actor), "您的角色没有报送权限。");
        return database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var visible = units.Where(code => catalogue.FindUnit(code) is { } unit && actor.MaySend(unit)).ToList();
                // A week is closed for all, but an extension may let a unit in: which, is decided where the form is stored.
                var open = await db.Weeks.Where(week => week.State == WeekState.Open || db.Extensions.Any(extension => extension.Week == week.Week))
                    .Select(week => week.Week).ToListAsync(cancellationToken);
                var data = new Dictionary<ReportingWeek, CheckData>();
                var context = new IntakeContext(
                    open.Select(ReportingWeek.FromKey).ToHashSet(),
                    (element, unit, week) => data.TryGetValue(week, out var known) ? known.History(element, unit) : [])
                {
                    FromCases = (element, unit, week) => data.TryGetValue(week, out var known) ? known.FromCases(element, unit) : null,
                    SameWeek = (element, unit, week) => data.TryGetValue(week, out var known) ? known.SameWeek(element, unit) : null,
                    Merged = await Periods.MergedAsync(db, cancellationToken),
                };
                foreach (var week in weeks.Select(week => context.PeriodOf(week).First).Distinct())
                    data[week] = await CheckData.LoadAsync(db, catalogue, week, visible, cancellationToken);
                return context;
            },
            cancellationToken);
    }

    /// <summary>
    /// Stores a checked file in one transaction and ends its upload. The same values again change nothing and name the old submission;
    /// others before the review make a new round; others after it refuse the whole file. An upload that ended already gives its old answer.
    /// </summary>
    public Task<IntakeOutcome> StoreAsync(Actor actor, Guid uploadId, CheckedIntake intake, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var work = new StoreIntake(database, actor, uploadId, intake, now);
        return database.WriteAsync(db => work.RunAsync(db, cancellationToken), cancellationToken);
    }

    /// <summary>What storing would answer: the same comparison with what is there, and nothing written.</summary>
    public Task<IntakeOutcome> TryAsync(Actor actor, CheckedIntake intake, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var work = new StoreIntake(database, actor, Guid.Empty, intake, now);
        return database.ReadAsync(db => work.TryAsync(db, cancellationToken), cancellationToken);
    }

    /// <summary>What waits for review.</summary>
    public Task<IReadOnlyList<SubmissionRow>> QueueAsync(Actor actor, ReportingWeek? week = null, CancellationToken cancellationToken = default)
    {
        var key = week?.Key;
        return database.ReadAsync(
            async db => Readable(
                actor,
                await SubmissionRows.QueryAsync(
                    db,
                    await cache.RequireAsync(db, cancellationToken),
                    submission => submission.State == SubmissionState.Submitted && (key == null || submission.Week == key),
                    cancellationToken)),
            cancellationToken);
    }

    /// <summary>Of each waiting submission how many of its values changed remarkably against the newest earlier one; not those without any.</summary>
    public Task<IReadOnlyDictionary<Guid, int>> RemarkableAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return database.ReadAsync(
            async db => await RemarkableRows.QueryAsync(db, Access.Readable(actor, await cache.RequireAsync(db, cancellationToken)), cancellationToken), cancellationToken);
    }

    /// <summary>Every round of a week, a unit or all.</summary>
    public Task<IReadOnlyList<SubmissionRow>> ListAsync(Actor actor, ReportingWeek? week = null, string? unit = null, CancellationToken cancellationToken = default)
    {
        var key = week?.Key;
        return database.ReadAsync(
            async db => Readable(
                actor,
                await SubmissionRows.QueryAsync(
                    db,
                    await cache.RequireAsync(db, cancellationToken),
                    submission => (key == null || submission.Week == key) && (unit == null || submission.Unit == unit),
                    cancellationToken)),
            cancellationToken);
    }

    /// <summary>One round with its values beside those of the week before, and all rounds of its duty.</summary>
    public Task<SubmissionView?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            var key = await db.Submissions.AsNoTracking().Where(submission => submission.Id == id)
                .Select(submission => new { submission.Week, submission.Unit, submission.Form }).SingleOrDefaultAsync(cancellationToken);
            if (key is null) return null;
            Access.RequireRead(actor, catalogue.Unit(key.Unit));
            var history = await SubmissionRows.QueryAsync(
                db, catalogue, submission => submission.Week == key.Week && submission.Unit == key.Unit && submission.Form == key.Form, cancellationToken);
            var values = await db.SubmissionValues.AsNoTracking().Where(value => value.SubmissionId == id).ToListAsync(cancellationToken);
            var units = values.Select(value => value.Unit).Distinct(StringComparer.Ordinal).ToList();
            var elements = values.Select(value => value.Element).Distinct(StringComparer.Ordinal).ToList();
            var counting = await CountedValues.OpenAsync(db, cancellationToken);
            var fromCases = await counting.OfOriginAsync(key.Week, Domain.Observations.Origin.Cases, cancellationToken);
            var last = (await counting.BeforeAsync(key.Week, elements, units, cancellationToken)).ToDictionary(value => (value.Element, value.Unit));
            var texts = (await AcceptedTexts.BeforeAsync(db, catalogue, ReportingWeek.FromKey(key.Week), units, cancellationToken)).ToDictionary(text => (text.Element, text.Unit), text => text.Text);
            var notes = await db.SubmissionNotes.AsNoTracking().Where(note => note.SubmissionId == id).OrderBy(note => note.WrittenAt).ToListAsync(cancellationToken);
            var corrections = await CorrectionRows.QueryAsync(db, catalogue, row => row.Week == key.Week && row.Unit == key.Unit, cancellationToken);
            return new SubmissionView(
                history.Single(row => row.Id == id),
                Views(catalogue, values, last, texts, fromCases),
                history,
                [.. notes.Select(note => new SubmissionNote(note.Kind, catalogue.FindElement(note.Element), catalogue.FindUnit(note.Unit), note.Text, note.WrittenBy, note.WrittenAt))],
                [.. corrections.Where(row => row.Element.Form == key.Form)]);
        },
        cancellationToken);

    /// <summary>The accepted texts of a week that the actor may read; a text that was left blank is not there.</summary>
    public Task<IReadOnlyList<AcceptedText>> TextsAsync(Actor actor, ReportingWeek week, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            var texts = await AcceptedTexts.OfWeekAsync(db, catalogue, week.Key, cancellationToken);
            return (IReadOnlyList<AcceptedText>)[.. texts.Where(text => catalogue.FindUnit(text.Unit) is { } unit && actor.MayRead(unit))];
        },
        cancellationToken);

    /// <summary>The newest accepted texts of row units from before a week, which stand beside the cells to be filled.</summary>
    public Task<IReadOnlyList<AcceptedText>> LastTextsAsync(
        Actor actor, IReadOnlyCollection<string> units, ReportingWeek week, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            foreach (var unit in units) Access.RequireRead(actor, catalogue.Unit(unit));
            return await AcceptedTexts.BeforeAsync(db, catalogue, week, units, cancellationToken);
        },
        cancellationToken);

    /// <summary>
    /// Accepts submissions: their values become observations, and the results of their weeks and of all later ones follow. One transaction;
    /// the answer says of each id what became of it.
    /// </summary>
    public async Task<AcceptOutcome> AcceptAsync(Actor actor, IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.CityReviewer, "只有市专班审核员可以接收报送。");
        var wanted = ids.Distinct().ToList();
        var work = new AcceptSubmissions(database, cache, recomputation, actor, wanted, now);

        // The week of a submission never changes, so it can be read before its row is locked.
        await using (var db = await database.CreateContextAsync(cancellationToken))
        {
            var first = await db.Submissions.Where(submission => EF.Parameter(wanted).Contains(submission.Id))
                .MinAsync(submission => (int?)submission.Week, cancellationToken);
            return await database.WriteAsync(context => work.RunAsync(context, first ?? int.MaxValue, cancellationToken), cancellationToken);
        }
    }

    private static IReadOnlyList<SubmissionRow> Readable(Actor actor, IReadOnlyList<SubmissionRow> rows) => [.. rows.Where(row => actor.MayRead(row.Unit))];

    private static IReadOnlyList<SubmissionValueView> Views(
        Catalogue catalogue,
        IReadOnlyList<SubmissionValueEntity> values,
        Dictionary<(string Element, string Unit), Domain.Observations.CountedValue> last,
        Dictionary<(string Element, string Unit), string> lastTexts,
        Dictionary<(string Element, string Unit), long> fromCases)
    {
        var order = catalogue.Elements.Select((element, i) => (element.Code, i)).ToDictionary(entry => entry.Code, entry => entry.i, StringComparer.Ordinal);
        return
        [
            .. values.Where(value => catalogue.FindElement(value.Element) is not null && catalogue.FindUnit(value.Unit) is not null)
                .OrderBy(value => catalogue.Unit(value.Unit).Order).ThenBy(value => value.Unit, StringComparer.Ordinal).ThenBy(value => order[value.Element])
                .Select(value =>
                {
                    var before = last.TryGetValue((value.Element, value.Unit), out var found) ? found : (Domain.Observations.CountedValue?)null;
                    return new SubmissionValueView(
                        catalogue.Element(value.Element), catalogue.Unit(value.Unit), value.Value, value.RawText, before?.Value, before?.Week, new Place(value.Sheet, value.Cell))
                    {
                        LastText = lastTexts.GetValueOrDefault((value.Element, value.Unit)),
                        FromCases = fromCases.TryGetValue((value.Element, value.Unit), out var count) ? count : null,
                    };
                }),
        ];
    }
}
