using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>How a read, a write and many rows at once are done; each database in its own way. A context lives for one operation.</summary>
internal abstract class MetricsDatabase
{
    /// <summary>A context for a query that stands alone.</summary>
    public abstract Task<MetricsDb> CreateContextAsync(CancellationToken cancellationToken);

    /// <summary>Several queries over one state of the database.</summary>
    public abstract Task<T> ReadAsync<T>(Func<MetricsDb, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>One transaction. The work may run again where the database asks for it, so it keeps no state of its own.</summary>
    public abstract Task<T> WriteAsync<T>(Func<MetricsDb, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>
    /// A write that adds a row where it finds none of that key. Where another adds the same at the same time, the work runs once more and
    /// finds it.
    /// </summary>
    public async Task<T> WriteOrFindAsync<T>(Func<MetricsDb, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(work, cancellationToken);
        }
        catch (Exception fault) when (UniqueKeys.Refused(fault))
        {
            return await WriteAsync(work, cancellationToken);
        }
    }

    /// <summary>Inserts many new rows within the context's transaction.</summary>
    public abstract Task InsertAsync<T>(MetricsDb db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Inserts rows, or replaces those with the same key, within the context's transaction.</summary>
    public abstract Task MergeAsync<T>(MetricsDb db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Inserts the rows whose key, one text, is not there yet.</summary>
    /// <returns>The keys that were there before.</returns>
    public abstract Task<IReadOnlySet<string>> InsertNewAsync<T>(MetricsDb db, IReadOnlyCollection<T> rows, Func<T, string> key, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Creates or upgrades the schema.</summary>
    public abstract Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Every write that concerns weeks begins with this: it locks their rows, so that writes of a week come one after the other and "as of"
    /// is well defined.
    /// </summary>
    public static Task<int> LockWeeksAsync(MetricsDb db, int from, int to, CancellationToken cancellationToken) =>
        db.Weeks.Where(week => week.Week >= from && week.Week <= to)
            .ExecuteUpdateAsync(update => update.SetProperty(week => week.Version, week => week.Version + 1), cancellationToken);
}
