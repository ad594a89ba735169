using System.Text;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>What leaves the system: the columns that scripts know, and forms that come back in as they went out.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task Export_Snapshots_HasTheColumnsOfTheContract()
    {
        using var copy = await CopiedHouse.CreateAsync();
        (await copy.RunAsync("export", "--what", "snapshots", "--output", copy.File("snapshots.csv"))).Succeeded();
        var lines = (await File.ReadAllTextAsync(copy.File("snapshots.csv"))).TrimEnd('\n').Split('\n');

        Assert.Equal("week,unit,indicator,numerator,denominator,value,reported,carried,expected,rank,light", lines[0]);
        Assert.True(lines.Length > 300);
        Assert.All(lines.Skip(1), line => Assert.Matches(@"^2020-W\d\d,[\w-]+,[\w-]+,-?\d*,\d*,(-?\d+(\.\d\d)?)?,\d+,\d+,\d+,\d*,(green|yellow|red)?$", line));
        Assert.Contains(lines, line => line.StartsWith($"2020-W38,{PreparedHouse.County},red-card-rate,", StringComparison.Ordinal) && line.Split(',')[5].Contains('.', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_Observations_HasTheColumnsOfTheContract()
    {
        using var copy = await CopiedHouse.CreateAsync();
        var lines = await LinesAsync(copy, "--what", "observations", "--week", $"{PreparedHouse.LastWeek}");

        Assert.Equal("week,unit,element,value,origin,revision,recorded_at", lines[0]);
        Assert.True(lines.Count > 1_000);
        Assert.All(lines.Skip(1), line => Assert.Matches(@"^2020-W38,[\w-]+,\w+,\d+,(form|system),1,20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+08:00$", line));
        Assert.Equal(StoredState.Count(copy.DataDirectory, "Observations"), lines.Count - 1);
    }

    [Fact]
    public async Task Export_ObservationsWhereItIsSetWhichOriginCounts_SaysOfEachValueWhetherItDoes()
    {
        using var copy = await CopiedHouse.CreateAsync();
        await using (var connection = StoredState.Open(copy.DataDirectory, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"""
                INSERT INTO ElementOrigins (Element, FromWeek, No, Origin, ChangedBy, ChangedAt) VALUES ('red_cards', {PreparedHouse.LastWeek.Key}, 1, 'Cases', 'admin', '2020-09-01 00:00:00');
                INSERT INTO Observations (Week, Element, Unit, Origin, Revision, Value, RecordedAt, RecordedBy)
                SELECT Week, Element, Unit, 'Cases', 1, 99, RecordedAt, 'system' FROM Observations WHERE Week = {PreparedHouse.LastWeek.Key} AND Element = 'red_cards' AND Unit = '{PreparedHouse.County}'
                """;
            await command.ExecuteNonQueryAsync();
        }

        var lines = await LinesAsync(copy, "--what", "observations", "--week", $"{PreparedHouse.LastWeek}", "--unit", PreparedHouse.County);

        Assert.Equal("week,unit,element,value,origin,revision,recorded_at,counts", lines[0]);
        var red = lines.Where(line => line.Contains(",red_cards,", StringComparison.Ordinal)).ToList();
        Assert.Equal((true, true), (red.Single(line => line.Contains(",99,cases,1,", StringComparison.Ordinal)).EndsWith(",true", StringComparison.Ordinal), red.Single(line => line.Contains(",form,1,", StringComparison.Ordinal)).EndsWith(",false", StringComparison.Ordinal)));
        Assert.All(lines.Skip(1).Except(red), line => Assert.EndsWith(",true", line, StringComparison.Ordinal));
    }

    /// <summary>Every form of last week goes out, comes in as this week's, is accepted, and goes out again the same.</summary>
    [Fact]
    public async Task Export_EveryForm_ComesBackAsItWentOut()
    {
        using var copy = await CopiedHouse.CreateAsync();
        var catalogue = copy.Prepared.Catalogue;
        var forms = catalogue.Forms.Where(form => catalogue.ElementsOf(form, PreparedHouse.LastWeek).Count > 0).ToList();
        Assert.Equal(8, forms.Count);
        foreach (var form in forms)
        {
            var sent = string.Join('\n', await LinesAsync(copy, "--what", "form", "--form", form.Code, "--week", $"{PreparedHouse.LastWeek}"))
                .Replace($",{PreparedHouse.LastWeek},", $",{PreparedHouse.ThisWeek},", StringComparison.Ordinal);

            var result = await copy.RunInsideAsync(
                "import", await copy.FileAsync(form.Code + ".csv", Encoding.UTF8.GetBytes(sent)), "--as", PreparedHouse.Collector, "--accept-as", PreparedHouse.Reviewer, "--json");

            var answer = Intake.Parse(result.Succeeded().Output).AddingUp();
            Assert.Equal((sent.Split('\n').Length - 1) * catalogue.ElementsOf(form, PreparedHouse.ThisWeek).Count, answer.Created);
            Assert.Equal(sent.Split('\n'), await LinesAsync(copy, "--what", "form", "--form", form.Code, "--week", $"{PreparedHouse.ThisWeek}"));
            var again = Intake.Parse((await copy.RunInsideAsync("import", copy.File("out.csv"), "--as", PreparedHouse.Collector, "--json")).Succeeded().Output).AddingUp();
            Assert.Equal((answer.Read, answer.Read), (again.Read, again.Unchanged));
        }
    }

    [Fact]
    public async Task Workbook_FilledAndAccepted_IsExportedAsItWasFilled()
    {
        using var copy = await CopiedHouse.CreateAsync();
        var book = copy.Prepared.Workbook.Number(FilledWorkbook.Items, "F6", 4_321).Number(FilledWorkbook.Rural, "K6", 18);
        var file = await copy.FileAsync("报表.xlsx", book.Bytes);

        (await copy.RunAsync("import", file, "--as", PreparedHouse.CountyReporter, "--accept-as", PreparedHouse.Reviewer)).Succeeded();

        var items = await LinesAsync(copy, "--what", "form", "--form", "service-items", "--unit", PreparedHouse.County, "--week", $"{PreparedHouse.ThisWeek}");
        Assert.StartsWith($"{PreparedHouse.County},{PreparedHouse.ThisWeek},4321,", Assert.Single(items.Skip(1)), StringComparison.Ordinal);
        var townships = await LinesAsync(copy, "--what", "form", "--form", "rural-coverage", "--unit", PreparedHouse.County, "--week", $"{PreparedHouse.ThisWeek}");
        Assert.EndsWith(",18", townships[1], StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(CopiedHouse copy, params string[] what)
    {
        var path = copy.File("out.csv");
        (await copy.RunInsideAsync(["export", .. what, "--output", path])).Succeeded();
        return (await File.ReadAllTextAsync(path)).TrimEnd('\n').Split('\n');
    }
}
