using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Web.Commands;
using MetricsDashboard.Web.Tests.Browser;
using MetricsDashboard.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace MetricsDashboard.Web.Tests.Commands;

/// <summary>The command line, verb by verb, with the week fixed so that nothing depends on today.</summary>
public sealed class CommandTests : IDisposable
{
    private const string Week = "2024-W10";

    private readonly TemporaryDirectory data = new();

    private static Catalogue Catalogue { get; } = CatalogueCsv.Load(Path.Combine(AppContext.BaseDirectory, "seed"), demonstration: false).Catalogue!;

    private static Unit County => Catalogue.Units.First(unit => unit.Kind is UnitKind.County);

    private string Database => data.File("metrics.db");

    [Fact]
    public async Task Run_UnknownOption_Exits2()
    {
        var (code, _, error) = await RunAsync("migrate", "--no-such-option");

        Assert.Equal(2, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Help_OfEveryVerb_IsChineseAndExits0()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Contains("导入报表文件", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Description", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_EmptyDirectory_CreatesTheDatabase()
    {
        var (code, _, _) = await RunAsync("migrate");

        Assert.Equal((0, true), (code, File.Exists(Database)));
    }

    [Theory]
    [InlineData("export", "--what", "snapshots", "--output", "x.csv")]
    [InlineData("report", Week, "--format", "docx", "--output", "x.docx")]
    [InlineData("recompute", "--check")]
    public async Task ReadingVerb_EmptyDirectory_Exits2AndCreatesNothing(params string[] arguments)
    {
        var (code, _, _) = await RunAsync(arguments);

        Assert.Equal((2, false), (code, File.Exists(Database)));
    }

    [Fact]
    public async Task UserAdd_CountyReporter_PrintsAOneTimePassword()
    {
        var (code, output, _) = await RunAsync("user", "add", "zhangsan", "--role", "CountyReporter", "--unit", County.Code);

        Assert.Equal(0, code);
        Assert.Matches("^[a-z0-9]{4}(-[a-z0-9]{4}){3}\\s*$", output);
    }

    [Theory]
    [InlineData("CountyReporter", null)]
    [InlineData("CountyReporter", "nowhere")]
    [InlineData("Leader", "410421")]
    [InlineData("Boss", null)]
    public async Task UserAdd_RoleAndUnitThatDoNotFit_Exits2(string role, string? unit)
    {
        string[] where = unit is null ? [] : ["--unit", unit];

        var (code, _, _) = await RunAsync(["user", "add", "zhangsan", "--role", role, .. where]);

        Assert.Equal(2, code);
    }

    [Fact]
    public async Task UserAdd_SameNameTwice_Exits2()
    {
        await RunAsync("user", "add", "zhangsan", "--role", "Leader");

        var (code, _, error) = await RunAsync("user", "add", "zhangsan", "--role", "Leader");

        Assert.Equal(2, code);
        Assert.Contains("已经存在", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenAdd_Source_PrintsTheTokenAlone()
    {
        var (code, output, _) = await RunAsync("token", "add", "采集", "--role", "Source");

        Assert.Equal(0, code);
        Assert.Matches("^mdt_[a-z0-9]{10}_[A-Za-z0-9_-]{43}\\s*$", output);
    }

    [Fact]
    public async Task Import_ByItsOwnReviewer_Exits2()
    {
        var file = await FileAsync();

        var (code, _, error) = await RunAsync("import", file, "--as", "zhangsan", "--accept-as", "zhangsan");

        Assert.Equal(2, code);
        Assert.Contains("审核人不能与报送人相同", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_UnknownSender_Exits2()
    {
        var (code, _, _) = await RunAsync("import", await FileAsync(), "--as", "nobody");

        Assert.Equal(2, code);
    }

    [Fact]
    public async Task Import_MissingFile_Exits2()
    {
        var (code, _, _) = await RunAsync("import", "no-such-file.csv", "--as", "nobody");

        Assert.Equal(2, code);
    }

    [Fact]
    public async Task Import_GoodFile_IsStoredAndAccepted()
    {
        await PeopleAsync();

        var (code, output, error) = await RunAsync("import", await FileAsync(), "--as", "zhangsan", "--accept-as", "lisi", "--json");

        Assert.True(code == 0, error + output);
        using var answer = JsonDocument.Parse(output);
        Assert.Equal("stored", answer.RootElement.GetProperty("status").GetString());
        Assert.All(answer.RootElement.GetProperty("submissions").EnumerateArray(), receipt => Assert.Equal("accepted", receipt.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Import_FaultyFile_Exits2AndNamesTheIssue()
    {
        await PeopleAsync();
        var file = await FileAsync();
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace(",7", ",-7", StringComparison.Ordinal));

        var (code, output, _) = await RunAsync("import", file, "--as", "zhangsan");

        Assert.Equal(2, code);
        Assert.Contains("（NEGATIVE）", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_DryRun_LeavesTheDatabaseByteEqual()
    {
        await PeopleAsync();
        var file = await FileAsync();
        var before = SHA256.HashData(await File.ReadAllBytesAsync(Database));

        var (code, output, error) = await RunAsync("import", file, "--as", "zhangsan", "--dry-run");

        Assert.True(code == 0, error + output);
        Assert.Contains("检查通过，未保存", output, StringComparison.Ordinal);
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(Database)));
    }

    [Fact]
    public async Task Export_AfterAcceptance_ObservationsImportAgainUnchanged()
    {
        await AcceptedAsync();
        var form = Catalogue.FormsOf(County, Domain.Weeks.ReportingWeek.Parse(Week)).First(form => form.SuppliedBy is SuppliedBy.Unit).Code;
        var target = data.File("form.csv");
        Assert.Equal(0, (await RunAsync("export", "--what", "form", "--form", form, "--unit", County.Code, "--week", Week, "--output", target)).Code);

        var (code, output, error) = await RunAsync("import", target, "--as", "zhangsan", "--json");

        Assert.True(code == 0, error + output);
        using var answer = JsonDocument.Parse(output);
        Assert.Equal(answer.RootElement.GetProperty("read").GetInt32(), answer.RootElement.GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task Export_Snapshots_HasTheContractsHeading()
    {
        await AcceptedAsync();
        var target = data.File("snapshots.csv");

        await RunAsync("export", "--what", "snapshots", "--output", target);

        Assert.Equal("week,unit,indicator,numerator,denominator,value,reported,carried,expected,rank,light", (await File.ReadAllLinesAsync(target))[0]);
    }

    [Fact]
    public async Task Recompute_Untouched_FindsNoDifference()
    {
        await AcceptedAsync();

        var (code, _, _) = await RunAsync("recompute", "--check");

        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Recompute_OfAlteredResult_Exits1AndRepairs()
    {
        await AcceptedAsync();
        await AlterAsync();

        var check = await RunAsync("recompute", "--check");
        var repair = await RunAsync("recompute");
        var again = await RunAsync("recompute", "--check");

        Assert.Equal((1, 0, 0), (check.Code, repair.Code, again.Code));
    }

    [Fact]
    public async Task Report_AsPdf_Exits2WithASentence()
    {
        var (code, _, error) = await RunAsync("report", Week, "--format", "pdf", "--output", data.File("x.pdf"));

        Assert.Equal(2, code);
        Assert.Contains("PDF 格式暂不提供", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfOpenWeek_WritesAPreview()
    {
        await AcceptedAsync();
        var target = data.File("report.docx");

        var (code, _, error) = await RunAsync("report", Week, "--format", "docx", "--output", target);

        Assert.True(code == 0, error);
        Assert.Equal([0x50, 0x4B], (await File.ReadAllBytesAsync(target))[..2]);
    }

    [Fact]
    public async Task Start_FaultyCatalogue_Exits2AndNamesEveryFault()
    {
        var seed = Directory.CreateDirectory(data.File("seed")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seed"))) File.Copy(file, Path.Combine(seed, Path.GetFileName(file)));
        await File.AppendAllTextAsync(Path.Combine(seed, "indicators.csv"), "a-new,JC99,新指标,computed,no_such_element,,项,0,fixed,none,no,,\n");
        await File.AppendAllTextAsync(Path.Combine(seed, "units.csv"), "410421,重复,重复,County,410400,99,,yes,yes,,\n");

        var (code, _, error) = await RunAsync("user", "add", "zhangsan", "--role", "Leader", $"--Metrics:SeedDirectory={seed}");

        Assert.Equal(2, code);
        Assert.Contains("指标目录有 2 处错误", error, StringComparison.Ordinal);
        Assert.Contains("indicators.csv 第", error, StringComparison.Ordinal);
        Assert.Contains("units.csv 第", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateDemo_WithUsers_IsRefused()
    {
        await PeopleAsync();

        var (code, _, _) = await RunAsync("migrate", "--demo");

        Assert.Equal(2, code);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        data.Dispose();
    }

    private async Task PeopleAsync()
    {
        Assert.Equal(0, (await RunAsync("user", "add", "zhangsan", "--role", nameof(Role.CountyReporter), "--unit", County.Code)).Code);
        Assert.Equal(0, (await RunAsync("user", "add", "lisi", "--role", nameof(Role.CityReviewer))).Code);
        SqliteConnection.ClearAllPools();
    }

    private async Task AcceptedAsync()
    {
        await PeopleAsync();
        Assert.Equal(0, (await RunAsync("import", await FileAsync(), "--as", "zhangsan", "--accept-as", "lisi")).Code);
        SqliteConnection.ClearAllPools();
    }

    private async Task AlterAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Database}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Snapshots SET Numerator = Numerator + 1 WHERE Numerator IS NOT NULL";
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
    }

    private async Task<string> FileAsync()
    {
        var file = data.File("county.csv");
        await File.WriteAllTextAsync(file, Filled.Csv(Catalogue, County, Domain.Weeks.ReportingWeek.Parse(Week)), new UTF8Encoding(false));
        return file;
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. arguments, $"--Metrics:DataDirectory={data.FullPath}", $"--Metrics:FirstWeek={Week}"], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
