using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MetricsDashboard.Storage;

/// <summary>What a database that does not do its work says to people: a sentence in Chinese. What was not stored is asked for again.</summary>
public static class StorageFaults
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteFull = 13;

    // Data file, log and tempdb without space; the file's limit reached.
    private static readonly HashSet<int> SqlServerFull = [1105, 9002, 1101, 5149, 845];

    private enum Kind
    {
        Full,
        Busy,
        Other,
    }

    /// <summary>Is it the database that failed?</summary>
    public static bool Is(Exception fault) => KindOf(fault) is not null;

    /// <summary>What happened to a run, and what comes next.</summary>
    /// <param name="fault">What the database said.</param>
    /// <param name="isAskedAgain">Does the system ask for the data again by itself? Else their sender has to send them once more.</param>
    public static string Sentence(Exception fault, bool isAskedAgain) => KindOf(fault) switch
    {
        Kind.Full => $"数据库所在的磁盘已满，本次没有存完。已存入的部分保留；{(isAskedAgain ? "腾出空间后会自动重新采集，不需要人工处理。" : "请在腾出空间后重新发送，已存入的不会重复。")}",
        Kind.Busy => $"数据库正被占用，等待超时，本次没有存完。已存入的部分保留，{(isAskedAgain ? "稍后会自动重新采集。" : "请稍后重新发送，已存入的不会重复。")}",
        _ => $"数据库暂时不能使用，已存入的部分保留，{(isAskedAgain ? "恢复后会自动重新采集。" : "请稍后重新发送，已存入的不会重复。")}",
    };

    /// <summary>What is said where somebody waits for an answer and may try again; null where it is another fault, which trying again does not mend.</summary>
    public static string? Passing(Exception fault) => KindOf(fault) switch
    {
        Kind.Full => "数据库所在的磁盘已满，这次没有保存。请管理员腾出空间，然后重试。",
        Kind.Busy => "数据库正被占用，等待超时，这次没有保存。请稍后重试。",
        _ => null,
    };

    private static Kind? KindOf(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: SqliteFull } => Kind.Full,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => Kind.Busy,
        SqlException { Number: var number } when SqlServerFull.Contains(number) => Kind.Full,
        SqlException { Number: -2 or 1205 or 1222 } => Kind.Busy,
        DbException => Kind.Other,

        // Only writers of this process that wait for their turn are told so.
        TimeoutException => Kind.Busy,
        DbUpdateException { InnerException: DbException inner } => KindOf(inner),
        RetryLimitExceededException { InnerException: { } inner } => KindOf(inner),
        _ => null,
    };
}
