using Microsoft.EntityFrameworkCore;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Schema;

/// <summary>The model, the migrations and the script that a DBA reads say the same.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void Model_OfSqlServer_HasNoPendingChanges()
    {
        using var db = SqlServerScript.Context();
        Assert.False(db.Database.HasPendingModelChanges(), "Run db/add-migration NAME.");
    }

    [Fact]
    public void Model_OfSqlite_HasNoPendingChanges()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges(), "Run db/add-migration NAME.");
    }

    [Fact]
    public void Migrations_OfBothDatabases_HaveTheSameNames()
    {
        using var server = SqlServerScript.Context();
        using var embedded = new SqliteDesignTime().CreateDbContext([]);
        Assert.Equal(server.Database.GetMigrations().Select(Name), embedded.Database.GetMigrations().Select(Name));

        static string Name(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
    }

    [Fact]
    public void Script_InTheRepository_IsWhatTheMigrationsGive() =>
        Assert.Equal(Lines(SqlServerScript.Generated()), Lines(File.ReadAllText(SqlServerScript.File)));

    private static string[] Lines(string text) => text.Trim('\uFEFF').ReplaceLineEndings("\n").TrimEnd().Split('\n');
}
