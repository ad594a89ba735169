using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

public sealed record Contact(Guid Id, Unit Unit, ContactDetails Details, string ChangedBy, DateTimeOffset ChangedAt);

/// <summary>联系人: whom one telephones in a unit.</summary>
public sealed class ContactStore
{
    /// <summary>More than so many are a telephone book.</summary>
    public const int MostPerUnit = 10;

    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal ContactStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>A unit's contacts, in the order in which they were entered.</summary>
    public Task<IReadOnlyList<Contact>> OfUnitAsync(Actor actor, string unit, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var found = Known(await cache.RequireAsync(db, cancellationToken), unit);
            Access.Require(actor.MayReadContacts(found), $"您没有查看“{found.ShortName}”联系人的权限。");
            return Rows(found, await db.Contacts.AsNoTracking().Where(contact => contact.Unit == unit).ToListAsync(cancellationToken));
        },
        cancellationToken);

    /// <summary>The contacts of all units whose contacts the actor may see, by unit.</summary>
    public Task<ILookup<string, Contact>> AllAsync(Actor actor, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            var rows = await db.Contacts.AsNoTracking().ToListAsync(cancellationToken);
            return rows.GroupBy(row => row.Unit, StringComparer.Ordinal).Select(group => (Unit: catalogue.FindUnit(group.Key), Rows: group.ToList()))
                .Where(group => group.Unit is { } unit && actor.MayReadContacts(unit)).SelectMany(group => Rows(group.Unit!, group.Rows)).ToLookup(contact => contact.Unit.Code, StringComparer.Ordinal);
        },
        cancellationToken);

    public Task AddAsync(Actor actor, string unit, ContactDetails details, DateTimeOffset now, CancellationToken cancellationToken = default) => database.WriteAsync(
        async db =>
        {
            RequireChange(actor, Known(await cache.RequireAsync(db, cancellationToken), unit));
            var checkedDetails = Checked(details);
            if (await db.Contacts.CountAsync(contact => contact.Unit == unit, cancellationToken) >= MostPerUnit)
                throw new StateConflictException($"每个单位最多登记{MostPerUnit}名联系人，请先移除不再负责的。");
            var row = new ContactEntity { Id = Guid.CreateVersion7(now), Unit = unit, Name = "", Post = "", OfficePhone = "", Mobile = "", Email = "", ChangedBy = actor.Name };
            Write(row, checkedDetails, actor, now);
            db.Contacts.Add(row);
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    public Task ChangeAsync(Actor actor, Guid id, ContactDetails details, DateTimeOffset now, CancellationToken cancellationToken = default) => database.WriteAsync(
        async db =>
        {
            var row = await FindAsync(db, actor, id, cancellationToken);
            Write(row, Checked(details), actor, now);
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>Personal data that nobody needs any more is not kept.</summary>
    public Task RemoveAsync(Actor actor, Guid id, CancellationToken cancellationToken = default) => database.WriteAsync(
        async db =>
        {
            db.Contacts.Remove(await FindAsync(db, actor, id, cancellationToken));
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    private async Task<ContactEntity> FindAsync(MetricsDb db, Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var row = await db.Contacts.SingleOrDefaultAsync(contact => contact.Id == id, cancellationToken) ?? throw new StateConflictException("这名联系人已被移除，请刷新后再试。");
        RequireChange(actor, Known(await cache.RequireAsync(db, cancellationToken), row.Unit));
        return row;
    }

    private static void RequireChange(Actor actor, Unit unit) => Access.Require(actor.MayChangeContacts(unit), $"只有“{unit.ShortName}”的人员、市专班审核员和管理员可以修改联系人。");

    private static ContactDetails Checked(ContactDetails details)
    {
        var trimmed = details.Trimmed();
        return trimmed.Faults() is { Count: > 0 } faults ? throw new StateConflictException(string.Concat(faults)) : trimmed;
    }

    private static void Write(ContactEntity row, ContactDetails details, Actor actor, DateTimeOffset now)
    {
        (row.Name, row.Post, row.OfficePhone, row.Mobile, row.Email, row.RemindFrom) = details;
        (row.ChangedBy, row.ChangedAt) = (actor.Name, now);
    }

    // Ids grow with time, but the databases do not agree on how they are ordered.
    private static IReadOnlyList<Contact> Rows(Unit unit, IEnumerable<ContactEntity> rows) =>
        [.. rows.OrderBy(row => $"{row.Id}", StringComparer.Ordinal).Select(row => new Contact(row.Id, unit, row.ToDetails(), row.ChangedBy, row.ChangedAt))];

    private static Unit Known(Catalogue catalogue, string unit) => catalogue.FindUnit(unit) ?? throw new StateConflictException($"没有代码为“{unit}”的单位。");
}
