using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>Looking first and adding then is not enough where two do it at once: the database refuses the second.</summary>
internal static class UniqueKeys
{
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;

    /// <summary>Was the write refused because another's row has the same key? Bulk paths are refused by the database itself, without EF Core around it.</summary>
    public static bool Refused(Exception fault) =>
        (fault is DbUpdateException ? fault.InnerException : fault) is SqlException { Number: 2627 or 2601 } or SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKey or SqliteUnique };
}
