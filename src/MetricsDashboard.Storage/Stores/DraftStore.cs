using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>
/// What is being typed into the forms that a unit owes: one draft for all who may send the form, kept cell by cell, so that two people
/// lose nothing to each other. It goes when the form is sent, but for what others typed otherwise.
/// </summary>
public sealed class DraftStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal DraftStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>The drafts of a unit for a week.</summary>
    public Task<IReadOnlyList<DraftRow>> ListAsync(Actor actor, ReportingWeek week, string unit, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await TypedByAsync(db, actor, unit, cancellationToken);
            var cells = await db.DraftCells.AsNoTracking().Where(cell => cell.Week == week.Key && cell.Unit == unit)
                .Select(cell => new { cell.Form, cell.ChangedBy, cell.ChangedAt }).ToListAsync(cancellationToken);
            return (IReadOnlyList<DraftRow>)
            [
                .. cells.GroupBy(cell => cell.Form).Select(form => form.MaxBy(cell => cell.ChangedAt)!)
                    .Select(newest => new DraftRow(catalogue.Form(newest.Form), newest.ChangedBy, newest.ChangedAt)).OrderBy(row => row.Form.Order),
            ];
        },
        cancellationToken);

    /// <summary>The cells into which somebody typed; none where there is no draft.</summary>
    public Task<IReadOnlyList<DraftCell>> FindAsync(Actor actor, ReportingWeek week, string unit, string form, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async db =>
            {
                await TypedByAsync(db, actor, unit, cancellationToken);
                return await CellsAsync(db, week, unit, form, cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// Keeps what was typed, whatever it is. A cell that somebody else changed since it was read is left as it is, unless both typed the
    /// same, and is among the conflicts.
    /// </summary>
    public Task<DraftSaved> SaveAsync(
        Actor actor, ReportingWeek week, string unit, string form, IReadOnlyCollection<DraftChange> changes, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async db =>
            {
                var catalogue = await TypedByAsync(db, actor, unit, cancellationToken);
                await LockAsync(db, week, unit, form, cancellationToken);
                Require(catalogue, week, unit, form, changes);
                var rows = await Draft(db, week, unit, form).ToDictionaryAsync(row => (row.Element, row.RowUnit), cancellationToken);
                var conflicts = new List<DraftCell>();
                foreach (var change in changes)
                {
                    var row = rows.GetValueOrDefault((change.Element, change.Unit));
                    if (row is not null && row.Text == change.Text) continue;
                    if (row is not null && row.Version != change.BasedOn)
                    {
                        conflicts.Add(Cell(row));
                        continue;
                    }

                    if (row is null)
                    {
                        row = new DraftCellEntity { Week = week.Key, Unit = unit, Form = form, Element = change.Element, RowUnit = change.Unit, Text = "", ChangedBy = "" };
                        db.DraftCells.Add(row);
                        rows[(change.Element, change.Unit)] = row;
                    }

                    (row.Text, row.Version, row.ChangedBy, row.ChangedAt) = (change.Text, Guid.CreateVersion7(now), actor.Name, now);
                }

                await db.SaveChangesAsync(cancellationToken);
                return new DraftSaved([.. rows.Values.Select(Cell)], conflicts);
            },
            cancellationToken);

    /// <summary>Throws a draft away, for everybody.</summary>
    public Task DiscardAsync(Actor actor, ReportingWeek week, string unit, string form, CancellationToken cancellationToken = default) => database.WriteAsync(
        async db =>
        {
            await TypedByAsync(db, actor, unit, cancellationToken);
            await LockAsync(db, week, unit, form, cancellationToken);
            return await Draft(db, week, unit, form).ExecuteDeleteAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>
    /// Ends the drafts of forms that got a new round: what was sent as it stands, and what its sender had typed. What somebody else typed
    /// and was not sent so stays, as does what was typed after the file was taken in.
    /// </summary>
    internal static async Task SpendAsync(MetricsDb db, IReadOnlyCollection<CheckedForm> forms, string sender, DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        foreach (var week in forms.GroupBy(form => form.Week))
        {
            var sent = week.ToDictionary(form => (form.Asked.Code, form.Form.Code));
            var drafts = await db.DraftCells.Where(cell => cell.Week == week.Key.Key).Select(cell => new { cell.Unit, cell.Form }).Distinct().ToListAsync(cancellationToken);
            foreach (var draft in drafts)
            {
                if (!sent.TryGetValue((draft.Unit, draft.Form), out var form)) continue;
                var values = form.Values.ToDictionary(value => (value.Element, value.Unit), value => Plain(value.RawText));
                var cells = await Draft(db, week.Key, draft.Unit, draft.Form).Where(cell => cell.ChangedAt <= sentAt).ToListAsync(cancellationToken);
                // A cell that the form no longer has would be shown nowhere.
                db.DraftCells.RemoveRange(cells.Where(cell =>
                    cell.ChangedBy == sender || !values.TryGetValue((cell.Element, cell.RowUnit), out var text) || text == Plain(cell.Text)));
            }
        }
    }

    /// <summary>Files keep line breaks in their own ways, and nothing around a text.</summary>
    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();

    private static IQueryable<DraftCellEntity> Draft(MetricsDb db, ReportingWeek week, string unit, string form) =>
        db.DraftCells.Where(cell => cell.Week == week.Key && cell.Unit == unit && cell.Form == form);

    private static async Task<IReadOnlyList<DraftCell>> CellsAsync(MetricsDb db, ReportingWeek week, string unit, string form, CancellationToken cancellationToken) =>
        (await Draft(db, week, unit, form).AsNoTracking().ToListAsync(cancellationToken)).ConvertAll(Cell);

    private static DraftCell Cell(DraftCellEntity row) => new(row.Element, row.RowUnit, row.Text, row.Version, row.ChangedBy, row.ChangedAt);

    /// <summary>Whoever may send the unit's forms may type them; programs send whole files.</summary>
    private async Task<Catalogue> TypedByAsync(MetricsDb db, Actor actor, string unit, CancellationToken cancellationToken)
    {
        var catalogue = await cache.RequireAsync(db, cancellationToken);
        Access.RequireSend(actor, catalogue.FindUnit(unit) ?? throw new StateConflictException($"没有代码为“{unit}”的单位。"));
        Access.Require(actor.Role is not Role.Source, "采集接口不在线填报。");
        return catalogue;
    }

    /// <summary>The writes of a draft come one after the other: the row of its duty is locked first, although nothing of it changes.</summary>
    private static async Task LockAsync(MetricsDb db, ReportingWeek week, string unit, string form, CancellationToken cancellationToken)
    {
        var found = await db.Duties.Where(duty => duty.Week == week.Key && duty.Unit == unit && duty.Form == form)
            .ExecuteUpdateAsync(update => update.SetProperty(duty => duty.Round, duty => duty.Round), cancellationToken);
        if (found == 0) throw new StateConflictException("没有这张报表的应报任务。");
    }

    private static void Require(Catalogue catalogue, ReportingWeek week, string unit, string form, IReadOnlyCollection<DraftChange> changes)
    {
        var asked = catalogue.Form(form);
        var elements = catalogue.ElementsOf(asked, week).ToDictionary(element => element.Code, StringComparer.Ordinal);
        var units = catalogue.RowUnits(asked, catalogue.Unit(unit), week).Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (!elements.TryGetValue(change.Element, out var element) || !units.Contains(change.Unit))
                throw new StateConflictException($"《{asked.Name}》没有这个单元格，请重新打开后再填。");
            if (change.Text.Length > Lengths.DraftText)
                throw new StateConflictException($"{Quotation.Of(element.Name)}有{change.Text.Length}个字符，超过能保存的{Lengths.DraftText}个，没有保存：请删减后再填。");
        }
    }
}
