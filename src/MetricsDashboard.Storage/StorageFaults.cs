using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace MetricsDashboard.Storage;

/// <summary>What a database that does not do its work says to people: a sentence in Chinese. What was not stored is asked for again.</summary>
public static class StorageFaults
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteFull = 13;

    // Data file, log and tempdb without space; the file's limit reached.
    private static readonly HashSet<int> SqlServerFull = [1105, 9002, 1101, 5149, 845];

    public static string Sentence(DbException fault) => fault switch
    {
        SqliteException { SqliteErrorCode: SqliteFull } => Full,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => Busy,
        SqlException { Number: var number } when SqlServerFull.Contains(number) => Full,
        SqlException { Number: -2 or 1205 or 1222 } => Busy,
        _ => "数据库暂时不能使用，已存入的部分保留，恢复后会自动重新采集。",
    };

    private const string Full = "数据库所在的磁盘已满，本次没有存完。已存入的部分保留；腾出空间后会自动重新采集，不需要人工处理。";
    private const string Busy = "数据库正被占用，等待超时，本次没有存完。已存入的部分保留，稍后会自动重新采集。";
}
