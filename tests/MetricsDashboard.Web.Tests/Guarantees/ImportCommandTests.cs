using System.Diagnostics;
using System.Text;
using MetricsDashboard.Web.Tests.Browser;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>The same guarantees at the command line: exit codes, the same answer as JSON, nothing stored of what is refused.</summary>
public sealed class ImportCommandTests
{
    [Fact]
    public async Task Import_FiveFaults_ExitsTwoAndListsAllFive()
    {
        using var house = await CopiedHouse.CreateAsync();
        var book = house.Prepared.Workbook
            .Text(FilledWorkbook.Items, "F6", "约一千项").Percentage(FilledWorkbook.Items, "F10", 0.99).Number(FilledWorkbook.Items, "F12", 31.5)
            .Number(FilledWorkbook.Rural, "F7", -1).Number(FilledWorkbook.Rural, "G8", 5_000);
        var before = StoredState.Hash(house.DataDirectory);

        var result = await house.RunAsync("import", await house.FileAsync("报表.xlsx", book.Bytes), "--as", PreparedHouse.CountyReporter, "--json");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            ["F6 NOT_A_NUMBER", "F10 PERCENTAGE", "F12 FRACTION", "F7 NEGATIVE", "G8 EXCEEDS_MAXIMUM"],
            Intake.Parse(result.Output).Refused().Issues.Select(issue => $"{issue.Cell} {issue.Code}"));
        Assert.Equal(before, StoredState.Hash(house.DataDirectory));
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("entities")]
    public async Task Import_BombWithinASmallHeap_ExitsTwo(string kind)
    {
        using var house = await CopiedHouse.CreateAsync();
        var book = house.Prepared.Workbook.Bytes;
        var bomb = await house.FileAsync("报表.xlsx", kind == "zip" ? HostileFiles.ZipBomb(book) : HostileFiles.EntityBomb(book));
        var before = StoredState.Hash(house.DataDirectory);

        using var process = Process.Start(MetricsProcess.Info(house.DataDirectory, ["import", bomb, "--as", PreparedHouse.CountyReporter, "--json"], ServedHouse.SmallHeap))!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 2, output + await errors);
        Assert.Equal("TOO_LARGE", Assert.Single(Intake.Parse(output).Refused().Issues).Code);
        Assert.Equal(before, StoredState.Hash(house.DataDirectory));
    }

    [Fact]
    public async Task Import_FallenCumulativeValueAndAcceptance_ExitsZeroWithAWarning()
    {
        using var house = await CopiedHouse.CreateAsync();
        var catalogue = house.Prepared.Catalogue;
        var figures = PreparedHouse.Figures(catalogue, PreparedHouse.ThisWeek).Split('\n')
            .Where(line => line.StartsWith("unit,", StringComparison.Ordinal) || catalogue.FindElement(line.Split(',').ElementAtOrDefault(2))?.Form == "county-figures")
            .Select(line => line.Contains($"{PreparedHouse.County},", StringComparison.Ordinal) && line.Contains("yushiban_users", StringComparison.Ordinal)
                ? $"{PreparedHouse.County},{PreparedHouse.ThisWeek},yushiban_users,5"
                : line);
        var file = await house.FileAsync("注册.csv", Encoding.UTF8.GetBytes(string.Join('\n', figures)));

        var result = await house.RunAsync("import", file, "--as", PreparedHouse.Collector, "--accept-as", PreparedHouse.Reviewer, "--json");

        Assert.Equal(0, result.ExitCode);
        var answer = Intake.Parse(result.Output).AddingUp();
        Assert.Equal("CUMULATIVE_FELL", Assert.Single(answer.Issues).Code);
        Assert.All(answer.Submissions, receipt => Assert.Equal("accepted", receipt.Status));
        Assert.Equal(5, StoredState.Number(
            house.DataDirectory, $"SELECT Value FROM Observations WHERE Element = 'yushiban_users' AND Unit = '{PreparedHouse.County}' AND Week = {PreparedHouse.ThisWeek.Key}"));
    }

    [Fact]
    public async Task Import_SenderWhoWouldAcceptHimself_ExitsTwoAndStoresNothing()
    {
        using var house = await CopiedHouse.CreateAsync();
        var file = await house.FileAsync("本周.csv", Encoding.UTF8.GetBytes(PreparedHouse.Figures(house.Prepared.Catalogue, PreparedHouse.ThisWeek)));
        var before = StoredState.Hash(house.DataDirectory);

        var result = await house.RunAsync("import", file, "--as", PreparedHouse.Reviewer, "--accept-as", PreparedHouse.Reviewer);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("审核人不能与报送人相同", result.Errors, StringComparison.Ordinal);
        Assert.Equal(before, StoredState.Hash(house.DataDirectory));
        Assert.Equal(1, StoredState.Count(house.DataDirectory, "Uploads"));
    }

    [Fact]
    public async Task Import_TwoProcessesAtOnce_LoseNothing()
    {
        using var house = await CopiedHouse.CreateAsync();
        var lines = PreparedHouse.Figures(house.Prepared.Catalogue, PreparedHouse.ThisWeek).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        async Task<Intake> ImportAsync(string county, string sender)
        {
            var own = lines.Where(line => line.StartsWith("unit,", StringComparison.Ordinal) || line.StartsWith(county, StringComparison.Ordinal));
            var file = await house.FileAsync($"{county}.csv", Encoding.UTF8.GetBytes(string.Join('\n', own)));
            return Intake.Parse((await house.RunAsync("import", file, "--as", sender, "--json")).Succeeded().Output).AddingUp();
        }

        var answers = await Task.WhenAll(
            ImportAsync(PreparedHouse.County, PreparedHouse.CountyReporter), ImportAsync(PreparedHouse.OtherCounty, "other-" + PreparedHouse.CountyReporter));

        Assert.All(answers, answer => Assert.Equal(("stored", answer.Read), (answer.Status, answer.Created)));
        Assert.Equal(
            answers.Sum(answer => answer.Created),
            StoredState.Number(house.DataDirectory, $"SELECT COUNT(*) FROM SubmissionValues WHERE SubmissionId IN (SELECT Id FROM Submissions WHERE Week = {PreparedHouse.ThisWeek.Key})"));
    }
}
