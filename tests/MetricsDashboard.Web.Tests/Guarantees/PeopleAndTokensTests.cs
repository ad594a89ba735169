using System.Net;
using System.Text;
using System.Text.Json;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.Data.Sqlite;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>Secrets are shown once and kept by nobody; a token does what its role may, for its unit, until it expires.</summary>
[Collection(ServedHouse.Collection)]
public sealed class PeopleAndTokensTests(ServedHouse house)
{
    [Fact]
    public async Task UserAdd_NewName_PrintsThePasswordOnceAndKeepsItNowhere()
    {
        using var copy = await CopiedHouse.CreateAsync();

        var result = (await copy.RunAsync("user", "add", "石龙填报", "--role", "CountyReporter", "--unit", "410404")).Succeeded();

        var password = Assert.Single(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.InRange(password.Length, 10, 40);
        AssertKeptNowhere(copy, password, result);
        Assert.Equal(1, StoredState.Number(copy.DataDirectory, "SELECT MustChangePassword FROM Users WHERE UserName = '石龙填报'"));
    }

    [Theory]
    [InlineData("user add county-reporter --role CountyReporter --unit 410421")]
    [InlineData("user add somebody --role CountyReporter")]
    [InlineData("user add somebody --role CountyReporter --unit 410400-D01")]
    [InlineData("token add something --role Leader --unit 410421")]
    public async Task Add_WhatCannotBe_ExitsTwoWithoutASecret(string arguments)
    {
        using var copy = await CopiedHouse.CreateAsync();

        var result = await copy.RunInsideAsync(arguments.Split(' '));

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.NotEmpty(result.Errors);
    }

    [Fact]
    public async Task TokenAdd_ForACounty_PrintsATokenThatWorksAndIsKeptNowhere()
    {
        var result = (await MetricsProcess.RunAsync(house.DataDirectory, "token", "add", "对接", "--role", "CountyReporter", "--unit", PreparedHouse.County)).Succeeded();

        var token = Assert.Single(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches("^mdt_[a-z0-9]{10}_[A-Za-z0-9_-]{43}$", token);
        Assert.DoesNotContain(token, result.Errors, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(house.DataDirectory), path => Assert.Equal(-1, Bytes(path).AsSpan().IndexOf(Encoding.ASCII.GetBytes(token[15..]))));
        using var response = await house.GetAsync("api/v1/units", token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    [InlineData("mdt_aaaaaaaaaa_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    public async Task Call_WithoutAKnownToken_Is401(string? token)
    {
        using var response = await house.GetAsync("api/v1/units", token);

        await AssertProblemAsync(response, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Call_KnownIdWithAnotherSecret_Is401()
    {
        var token = house.Prepared.Token(PreparedHouse.Reviewer);

        using var response = await house.GetAsync("api/v1/units", token[..^1] + (token[^1] == 'A' ? 'E' : 'A'));

        await AssertProblemAsync(response, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Call_ExpiredToken_Is401()
    {
        var token = (await MetricsProcess.RunAsync(house.DataDirectory, "token", "add", "过期", "--role", "Leader")).Succeeded().Output.Trim();
        await using (var connection = StoredState.Open(house.DataDirectory, SqliteOpenMode.ReadWrite))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE ApiTokens SET ExpiresAt = '2020-01-01 00:00:00' WHERE Name = '过期'";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        using var response = await house.GetAsync("api/v1/units", token);

        await AssertProblemAsync(response, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("api/v1/forms/all/workbook?unit=410422&week=2020-W39")]
    [InlineData("api/v1/observations?week=2020-W38&unit=410422")]
    public async Task Get_AnotherUnitsFigures_Is403(string address)
    {
        using var response = await house.GetAsync(address, house.Prepared.Token(PreparedHouse.CountyReporter));

        await AssertProblemAsync(response, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_ForAnotherUnit_Is403()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent("unit,week,element,value\n"u8.ToArray()), "file", "a.csv" } };

        using var response = await house.PostAsync($"api/v1/submissions?unit={PreparedHouse.OtherCounty}", house.Prepared.Token(PreparedHouse.CountyReporter), form);

        await AssertProblemAsync(response, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Accept_ByTheReporter_Is403()
    {
        var (_, answer) = await house.ImportAsync(CountyFigures("410423"), "a.csv", PreparedHouse.Collector);

        using var response = await house.PostAsync($"api/v1/submissions/{answer.Id}/accept", house.Prepared.Token(PreparedHouse.CountyReporter));

        await AssertProblemAsync(response, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Accept_OwnSubmission_Is403AndTwice_Is409()
    {
        var (_, answer) = await house.ImportAsync(CountyFigures("410425"), "a.csv", PreparedHouse.Collector);

        using var own = await house.PostAsync($"api/v1/submissions/{answer.Id}/accept", house.Prepared.Token(PreparedHouse.Collector));
        await AssertProblemAsync(own, HttpStatusCode.Forbidden);
        Assert.Single(await house.AcceptAsync(answer.Id));

        using var again = await house.PostAsync($"api/v1/submissions/{answer.Id}/accept", house.Prepared.Token(PreparedHouse.Reviewer));
        await AssertProblemAsync(again, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Import_OtherValuesAfterAcceptance_Is409AndStoresNothing()
    {
        var (_, answer) = await house.ImportAsync(CountyFigures("410481"), "a.csv", PreparedHouse.Collector);
        await house.AcceptAsync(answer.Id);
        var before = StoredState.Hash(house.DataDirectory);

        var (status, second) = await house.ImportAsync(CountyFigures("410481", more: 1), "b.csv", PreparedHouse.Collector);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("ALREADY_ACCEPTED", Assert.Single(second.Refused().Issues, issue => issue.Severity == "error").Code);
        Assert.Equal(before, StoredState.Hash(house.DataDirectory));
    }

    /// <summary>The smallest whole form of a county, as a long CSV.</summary>
    private byte[] CountyFigures(string county, int more = 0)
    {
        var catalogue = house.Prepared.Catalogue;
        var rows = catalogue.ElementsOf(catalogue.Form("county-figures"), PreparedHouse.ThisWeek)
            .Select(element => $"{county},{PreparedHouse.ThisWeek},{element.Code},{element.Maximum ?? 20_000 + more}");
        return Encoding.UTF8.GetBytes("unit,week,element,value\n" + string.Join('\n', rows));
    }

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static void AssertKeptNowhere(CopiedHouse copy, string secret, CommandResult result)
    {
        Assert.DoesNotContain(secret, result.Errors, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(copy.DataDirectory), path => Assert.Equal(-1, Bytes(path).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret))));
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        Assert.Contains(problem.GetProperty("detail").GetString()!, c => c >= '\u4E00');
    }
}
