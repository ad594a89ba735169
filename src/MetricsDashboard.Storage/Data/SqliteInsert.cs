using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MetricsDashboard.Storage.Data;

/// <summary>
/// One prepared statement, run for many rows. It binds by position to the engine itself: through the provider every value of every row would be
/// looked up by its name and boxed, which takes longer than writing it. Values are written as the provider writes them.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private const string NumberFormat = "0.0###########################";

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] text = new byte[512];
    private Guid lastId;
    private byte[] lastIdText = [];

    public SqliteInsert(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Require(raw.sqlite3_prepare_v2(database, sql, out statement), raw.SQLITE_OK);
    }

    /// <summary>Writes the row that is bound.</summary>
    /// <returns>How many rows it wrote: 0 or 1.</returns>
    public int Run()
    {
        try
        {
            Require(raw.sqlite3_step(statement), raw.SQLITE_DONE);
            return raw.sqlite3_changes(database);
        }
        finally
        {
            // It repeats what the step said, which was heard already.
            _ = raw.sqlite3_reset(statement);
        }
    }

    public void Dispose() => statement.Dispose();

    public void BindNull(int at) => Require(raw.sqlite3_bind_null(statement, at), raw.SQLITE_OK);

    public void Bind(int at, string words)
    {
        if (words.Length * 3 > text.Length) text = new byte[words.Length * 3];
        BindText(at, text.AsSpan(0, Encoding.UTF8.GetBytes(words, text)));
    }

    public void Bind(int at, long number) => Require(raw.sqlite3_bind_int64(statement, at, number), raw.SQLITE_OK);

    public void Bind(int at, int number) => Bind(at, (long)number);

    public void Bind(int at, bool truth) => Bind(at, truth ? 1L : 0L);

    public void Bind(int at, DateTime moment)
    {
        BindText(at, text.AsSpan(0, Moment(moment)));
    }

    public void Bind(int at, DateOnly day) => Bind(at, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Bind(int at, Guid id)
    {
        // Most rows of a run carry the same one.
        if (id != lastId || lastIdText.Length == 0) (lastId, lastIdText) = (id, Encoding.ASCII.GetBytes(id.ToString().ToUpperInvariant()));
        BindText(at, lastIdText);
    }

    public void Bind(int at, decimal number) => Bind(at, number.ToString(NumberFormat, CultureInfo.InvariantCulture));

    public void Bind(int at, byte[] bytes) => Require(raw.sqlite3_bind_blob(statement, at, bytes), raw.SQLITE_OK);

    private void BindText(int at, ReadOnlySpan<byte> words) => Require(raw.sqlite3_bind_text(statement, at, words), raw.SQLITE_OK);

    /// <summary>yyyy-MM-dd HH:mm:ss, and the fraction without zeros at its end where there is one.</summary>
    private int Moment(DateTime moment)
    {
        Digits(0, moment.Year, 4);
        text[4] = (byte)'-';
        Digits(5, moment.Month, 2);
        text[7] = (byte)'-';
        Digits(8, moment.Day, 2);
        text[10] = (byte)' ';
        Digits(11, moment.Hour, 2);
        text[13] = (byte)':';
        Digits(14, moment.Minute, 2);
        text[16] = (byte)':';
        Digits(17, moment.Second, 2);
        var fraction = (int)(moment.Ticks % TimeSpan.TicksPerSecond);
        if (fraction == 0) return 19;
        text[19] = (byte)'.';
        Digits(20, fraction, 7);
        var length = 27;
        while (text[length - 1] == (byte)'0') length--;
        return length;
    }

    private void Digits(int from, int number, int count)
    {
        for (var i = from + count - 1; i >= from; i--)
        {
            text[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }

    private void Require(int result, int wanted)
    {
        if (result != wanted) SqliteException.ThrowExceptionForRC(result, database);
    }
}
