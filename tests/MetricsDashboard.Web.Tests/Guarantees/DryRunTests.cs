using System.Text;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.Data.Sqlite;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>A dry run says what an import would say and leaves every byte of the data directory as it was.</summary>
public sealed class DryRunTests
{
    [Fact]
    public async Task DryRun_ValidFile_LeavesEveryFileByteEqual()
    {
        using var house = await CopiedHouse.CreateAsync();
        var before = StoredState.Files(house.DataDirectory);

        var result = await DryRunAsync(house, PreparedHouse.Figures(house.Prepared.Catalogue, PreparedHouse.ThisWeek));

        var answer = Intake.Parse(result.Succeeded().Output).AddingUp();
        Assert.Equal(("checked", answer.Read), (answer.Status, answer.Created));
        Assert.Equal(before, StoredState.Files(house.DataDirectory));
    }

    [Fact]
    public async Task DryRun_FaultyFile_ExitsTwoAndLeavesEveryFileByteEqual()
    {
        using var house = await CopiedHouse.CreateAsync();
        var before = StoredState.Files(house.DataDirectory);

        var result = await DryRunAsync(house, $"unit,week,element,value\n{PreparedHouse.County},{PreparedHouse.ThisWeek},items_total,-1\n");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(Intake.Parse(result.Output).Refused().Issues, issue => issue.Code == "NEGATIVE");
        Assert.Equal(before, StoredState.Files(house.DataDirectory));
    }

    [Fact]
    public async Task DryRun_BesideAKilledProcessLog_KnowsWhatTheLogSaysAndLeavesEveryFileByteEqual()
    {
        using var house = await CopiedHouse.CreateAsync();
        await LeaveLogAsync(house, $"UPDATE Weeks SET State = 'Closed' WHERE Week = {PreparedHouse.ThisWeek.Key}");
        var before = StoredState.Files(house.DataDirectory);

        var result = await DryRunAsync(house, PreparedHouse.Figures(house.Prepared.Catalogue, PreparedHouse.ThisWeek));

        Assert.Equal(2, result.ExitCode);
        Assert.All(Intake.Parse(result.Output).Refused().Issues, issue => Assert.Equal("WEEK_NOT_OPEN", issue.Code));
        Assert.Equal(before, StoredState.Files(house.DataDirectory));
        Assert.Equal(["metrics.db", "metrics.db-shm", "metrics.db-wal"], before.Keys.Order());
    }

    /// <summary>What a killed process leaves: a change that stands in the write-ahead log and not yet in the database file.</summary>
    private static async Task LeaveLogAsync(CopiedHouse house, string change)
    {
        string[] names = ["metrics.db", "metrics.db-wal", "metrics.db-shm"];
        await using (var connection = StoredState.Open(house.DataDirectory, SqliteOpenMode.ReadWrite))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = change;
            await command.ExecuteNonQueryAsync();
            foreach (var name in names) File.Copy(Path.Combine(house.DataDirectory, name), house.File(name));
        }

        foreach (var name in names) File.Copy(house.File(name), Path.Combine(house.DataDirectory, name), overwrite: true);
    }

    private static async Task<CommandResult> DryRunAsync(CopiedHouse house, string csv) => await house.RunAsync(
        "import", await house.FileAsync("本周.csv", Encoding.UTF8.GetBytes(csv)), "--as", PreparedHouse.Collector, "--dry-run", "--json");
}
