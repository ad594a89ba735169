using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>What stands in the database file, read beside the program and without it.</summary>
internal static class StoredState
{
    private static readonly string[] Figures = ["Submissions", "SubmissionValues", "Observations", "Snapshots", "Duties"];

    /// <summary>One hash over every row of submissions, their values, observations, snapshots and duties.</summary>
    public static string Hash(string directory)
    {
        using var connection = Open(directory);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Figures)
        {
            foreach (var row in Rows(connection, table)) hash.AppendData(Encoding.UTF8.GetBytes(row));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The one value that a query yields.</summary>
    public static long Number(string directory, string query)
    {
        using var connection = Open(directory);
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public static long Count(string directory, string table) => Number(directory, $"SELECT COUNT(*) FROM \"{table}\"");

    /// <summary>Every file of a directory with the hash of its bytes.</summary>
    public static IReadOnlyDictionary<string, string> Files(string directory) => Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .ToDictionary(path => Path.GetRelativePath(directory, path), path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), StringComparer.Ordinal);

    public static SqliteConnection Open(string directory, SqliteOpenMode mode = SqliteOpenMode.ReadOnly)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(directory, PreparedHouse.Database),
            Mode = mode,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }

    private static List<string> Rows(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(table + '|' + string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "∅" : reader.GetValue(i))) + '\n');
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
