using MetricsDashboard.Storage.Tests.Worlds;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace MetricsDashboard.Storage.Tests.Schema;

/// <summary>The script of the SQL Server schema, as stored and as the migrations give it.</summary>
internal static class SqlServerScript
{
    public static string File { get; } = Path.Combine(TestCatalogues.Root, "db", "sqlserver", "schema.sql");

    public static SqlServerMetricsDb Context() => new SqlServerDesignTime().CreateDbContext([]);

    public static string Generated()
    {
        using var db = Context();
        return db.GetService<IMigrator>().GenerateScript();
    }

    public static TSqlScript Parse(string sql, out IList<ParseError> errors)
    {
        using var reader = new StringReader(sql);
        return (TSqlScript)new TSql140Parser(initialQuotedIdentifiers: true).Parse(reader, out errors);
    }

    public static IEnumerable<T> All<T>(TSqlFragment fragment)
        where T : TSqlFragment
    {
        var collector = new Collector<T>();
        fragment.Accept(collector);
        return collector.Found;
    }

    private sealed class Collector<T> : TSqlFragmentVisitor
        where T : TSqlFragment
    {
        public List<T> Found { get; } = [];

        public override void Visit(TSqlFragment node)
        {
            if (node is T wanted) Found.Add(wanted);
        }
    }
}
