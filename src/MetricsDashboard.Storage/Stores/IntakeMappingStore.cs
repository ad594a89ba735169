using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>
/// Sources and how their tables become forms. A mapping is kept for good in versions; deleting it only takes it out of use, because files
/// that were read with it must be explained later.
/// </summary>
public sealed class IntakeMappingStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal IntakeMappingStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>The mappings in force, by source and form.</summary>
    public Task<IReadOnlyList<SavedMapping>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        Access.RequireManyUnits(actor);
        return database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var rows = await RowsAsync(db, db.IntakeMappings.Where(mapping => mapping.RetiredAt == null), cancellationToken);
                return (IReadOnlyList<SavedMapping>)
                [
                    .. rows.Where(row => catalogue.FindForm(row.Mapping.Form) is not null).GroupBy(row => (row.SourceId, row.Mapping.Form)).Select(versions => versions.MaxBy(row => row.No)!)
                        .OrderBy(row => row.Mapping.Source, StringComparer.Ordinal).ThenBy(row => catalogue.Form(row.Mapping.Form).Order),
                ];
            },
            cancellationToken);
    }

    /// <summary>A version, in force or not; null where there is none.</summary>
    public Task<SavedMapping?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        Access.RequireManyUnits(actor);
        return database.ReadAsync(
            async db => (await RowsAsync(db, db.IntakeMappings.Where(mapping => mapping.Id == id), cancellationToken)).SingleOrDefault(), cancellationToken);
    }

    /// <summary>
    /// What a file of a source begins with: the mapping in force; null where the form has none yet. What was said of units with the
    /// source's other forms holds here too, unless it was said otherwise.
    /// </summary>
    public Task<(SavedMapping? Saved, IReadOnlyList<UnitChoice> Units)> InForceAsync(Actor actor, string source, string form, CancellationToken cancellationToken = default)
    {
        Access.RequireManyUnits(actor);
        return database.ReadAsync(
            async db =>
            {
                var sources = db.IntakeSources.Where(row => row.Name == source).Select(row => row.Id);
                var rows = await RowsAsync(db, db.IntakeMappings.Where(mapping => mapping.RetiredAt == null && sources.Contains(mapping.SourceId)), cancellationToken);
                var newest = rows.GroupBy(row => row.Mapping.Form, StringComparer.Ordinal).Select(versions => versions.MaxBy(row => row.No)!).ToList();
                var own = newest.Find(row => row.Mapping.Form == form);
                var said = (own?.Mapping.Units ?? []).Concat(newest.Where(row => row != own).SelectMany(row => row.Mapping.Units).Where(choice => choice.Unit is not null));
                IReadOnlyList<UnitChoice> units = [.. said.Where(choice => choice.Text != ColumnMapping.NoUnit).DistinctBy(choice => IntakeNames.Simplify(choice.Text), StringComparer.Ordinal)];
                return (own, units);
            },
            cancellationToken);
    }

    /// <summary>Keeps a mapping as a further version; the same again is the old version.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="StateConflictException">It cannot make a whole form of the week.</exception>
    public Task<Guid> SaveAsync(Actor actor, ColumnMapping mapping, ReportingWeek week, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        SaveAsync(actor, mapping, week, now, (_, _) => Task.CompletedTask, cancellationToken);

    /// <summary>Keeps a mapping likewise and reads an upload with it: both or, where the upload cannot be mapped any more, neither.</summary>
    /// <returns>The mapping's id.</returns>
    /// <exception cref="StateConflictException">It cannot make a whole form of the week, or the upload has been dealt with.</exception>
    public Task<Guid> ConfirmAsync(Actor actor, Guid upload, ColumnMapping mapping, ReportingWeek week, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        SaveAsync(actor, mapping, week, now, (db, id) => UploadStore.MapAsync(db, actor, upload, id, cancellationToken), cancellationToken);

    /// <summary>Gives a source another name, under which its files are then sent: for whoever may send all its forms.</summary>
    public async Task RenameAsync(Actor actor, Guid source, string name, CancellationToken cancellationToken = default)
    {
        Access.RequireManyUnits(actor);
        var wanted = SourceName(name);
        var taken = $"已经有名为{Quotation.Of(wanted)}的数据来源，请换一个名称。";
        try
        {
            await database.WriteAsync(
                async db =>
                {
                    var row = await db.IntakeSources.SingleOrDefaultAsync(row => row.Id == source, cancellationToken) ?? throw new StateConflictException("没有这个数据来源，请刷新后再试。");
                    var forms = await db.IntakeMappings.Where(mapping => mapping.SourceId == source && mapping.RetiredAt == null).Select(mapping => mapping.Form).Distinct().ToListAsync(cancellationToken);
                    foreach (var form in forms) await RequireFormAsync(db, actor, form, cancellationToken);
                    if (await db.IntakeSources.AnyAsync(other => other.Id != source && other.Name == wanted, cancellationToken)) throw new StateConflictException(taken);
                    row.Name = wanted;
                    row.Version++;
                    return await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken);
        }
        catch (DbUpdateException fault) when (UniqueKeys.Refused(fault))
        {
            throw new StateConflictException(taken, fault);
        }
    }

    /// <summary>Takes a mapping out of use, all its versions: for whoever may send its form. What was read with it stays as it is.</summary>
    public Task RetireAsync(Actor actor, Guid id, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireManyUnits(actor);
        return database.WriteAsync(
            async db =>
            {
                var row = await db.IntakeMappings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new StateConflictException("没有这个列对应，请刷新后再试。");
                await RequireFormAsync(db, actor, row.Form, cancellationToken);
                var count = await db.IntakeMappings.Where(other => other.SourceId == row.SourceId && other.Form == row.Form && other.RetiredAt == null).ExecuteUpdateAsync(
                    update => update.SetProperty(other => other.RetiredBy, actor.Name).SetProperty(other => other.RetiredAt, now), cancellationToken);
                return count > 0 ? count : throw new StateConflictException("这个列对应已经删除。");
            },
            cancellationToken);
    }

    internal static string SourceName(string name)
    {
        var text = (name ?? "").Trim();
        return text.Length is > 0 and <= ColumnMapping.LongestSource ? text : throw new StateConflictException($"请填写数据来源的名称（不超过{ColumnMapping.LongestSource}字）。");
    }

    /// <summary>The id of a source, which is added where it is new; its row is locked, so that versions are counted one after the other.</summary>
    internal static async Task<Guid> SourceAsync(MetricsDb db, Guid newId, string name, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.IntakeSources.Where(row => row.Name == name).ExecuteUpdateAsync(update => update.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (await db.IntakeSources.Where(row => row.Name == name).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken) is { } known) return known;
        db.IntakeSources.Add(new IntakeSourceEntity { Id = newId, Name = name, CreatedBy = actor.Name, CreatedAt = now });
        await db.SaveChangesAsync(cancellationToken);
        return newId;
    }

    private Task<Guid> SaveAsync(Actor actor, ColumnMapping mapping, ReportingWeek week, DateTimeOffset now, Func<MetricsDb, Guid, Task> use, CancellationToken cancellationToken)
    {
        Access.RequireManyUnits(actor);
        ArgumentNullException.ThrowIfNull(mapping);
        var (id, newSource) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        var name = SourceName(mapping.Source);
        return database.WriteOrFindAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                if (mapping.Faults(catalogue, week) is [var fault, ..]) throw new StateConflictException(fault);
                Access.RequireForm(actor, catalogue, catalogue.Form(mapping.Form));
                if (mapping.Units.FirstOrDefault(choice => choice.Unit is { } code ? catalogue.FindUnit(code) is null : string.IsNullOrWhiteSpace(choice.Reason)) is { } wrong)
                    throw new StateConflictException($"{Quotation.Of(wrong.Text)}没有指定单位，也没有写不采用的原因。");
                var source = await SourceAsync(db, newSource, name, actor, now, cancellationToken);
                var version = await VersionAsync(db, source, mapping, id, actor, now, cancellationToken);
                await use(db, version);
                return version;
            },
            cancellationToken);
    }

    /// <summary>The newest version where it reads alike; else a further one.</summary>
    private static async Task<Guid> VersionAsync(MetricsDb db, Guid source, ColumnMapping mapping, Guid newId, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var versions = await RowsAsync(db, db.IntakeMappings.Where(row => row.SourceId == source && row.Form == mapping.Form), cancellationToken);
        if (versions.MaxBy(row => row.No) is { IsRetired: false } newest && newest.Mapping.ReadsLike(mapping)) return newest.Id;
        db.IntakeMappings.Add(new IntakeMappingEntity
        {
            Id = newId,
            SourceId = source,
            Form = mapping.Form,
            No = versions.Select(row => row.No).DefaultIfEmpty().Max() + 1,
            Content = MappingJson.Write(mapping),
            SavedBy = actor.Name,
            SavedAt = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        return newId;
    }

    /// <summary>A form that the catalogue no longer has is nobody's, so that whoever brings tables may clear away what was said of it.</summary>
    private async Task RequireFormAsync(MetricsDb db, Actor actor, string code, CancellationToken cancellationToken)
    {
        var catalogue = await cache.RequireAsync(db, cancellationToken);
        if (catalogue.FindForm(code) is { } form) Access.RequireForm(actor, catalogue, form);
    }

    private static async Task<List<SavedMapping>> RowsAsync(MetricsDb db, IQueryable<IntakeMappingEntity> mappings, CancellationToken cancellationToken)
    {
        var rows = await mappings.AsNoTracking().Join(db.IntakeSources, mapping => mapping.SourceId, source => source.Id, (mapping, source) => new { mapping, source.Name }).ToListAsync(cancellationToken);
        var used = await db.Uploads.Where(upload => upload.MappingId != null)
            .Join(db.IntakeMappings, upload => upload.MappingId, mapping => mapping.Id, (upload, mapping) => new { mapping.SourceId, mapping.Form })
            .GroupBy(row => new { row.SourceId, row.Form }).Select(group => new { group.Key.SourceId, group.Key.Form, Count = group.Count() }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new SavedMapping(
                row.mapping.Id,
                row.mapping.SourceId,
                row.mapping.No,
                MappingJson.Read(row.mapping, row.Name),
                row.mapping.SavedBy,
                row.mapping.SavedAt,
                used.Find(count => count.SourceId == row.mapping.SourceId && count.Form == row.mapping.Form)?.Count ?? 0,
                row.mapping.RetiredAt is not null)),
        ];
    }
}
