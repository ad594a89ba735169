namespace MetricsDashboard.Storage.Data;

/// <summary>
/// Lists of codes in queries. A short list goes as parameters. A long one cannot: past two thousand parameters EF Core sends JSON, which
/// SQL Server compares in the database's collation and then refuses against a code's binary one. So long lists are matched in memory.
/// </summary>
internal static class Codes
{
    public const int MostParameters = 500;

    /// <summary>The list for the query; null where it has to be matched in memory, or does not restrict at all.</summary>
    public static string[]? ForQuery(IReadOnlyCollection<string>? codes) => codes is { Count: <= MostParameters } ? [.. codes] : null;

    /// <summary>Matches in memory; everything matches where there is no list.</summary>
    public static Func<string, bool> Matching(IReadOnlyCollection<string>? codes) => codes is null ? _ => true : codes.ToHashSet(StringComparer.Ordinal).Contains;
}
