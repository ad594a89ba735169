using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Web.Api;
using MetricsDashboard.Web.Tests.Hosting;

namespace MetricsDashboard.Web.Tests.Api;

public sealed class ReadTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    [Theory]
    [InlineData("units")]
    [InlineData("indicators")]
    [InlineData("elements")]
    [InlineData("weeks")]
    [InlineData("snapshots?week=WEEK")]
    [InlineData("duties?week=WEEK")]
    public async Task Get_List_IsNotEmpty(string address)
    {
        using var client = await host.TokenAsync(Role.CityReviewer);

        var answer = await client.GetFromJsonAsync<JsonElement>("/api/v1/" + address.Replace("WEEK", host.Week.ToString(), StringComparison.Ordinal));

        Assert.NotEqual(0, answer.GetArrayLength());
    }

    [Fact]
    public async Task Get_Weeks_AreWrittenAsInFiles()
    {
        using var client = await host.TokenAsync(Role.CityReviewer);

        var answer = await client.GetFromJsonAsync<JsonElement>("/api/v1/weeks");

        Assert.Equal(host.Week.ToString(), answer[0].GetProperty("week").GetString());
    }

    [Theory]
    [InlineData("snapshots", HttpStatusCode.BadRequest)]
    [InlineData("snapshots?week=2020-39", HttpStatusCode.BadRequest)]
    [InlineData("snapshots?week=2020-W39&indicator=nothing", HttpStatusCode.BadRequest)]
    [InlineData("explain?indicator=nothing&unit=nowhere", HttpStatusCode.BadRequest)]
    [InlineData("observations?asOf=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("indicators/nothing/series", HttpStatusCode.NotFound)]
    [InlineData("forms/nothing/workbook?unit=410400&week=2020-W39", HttpStatusCode.NotFound)]
    [InlineData("submissions/0174d766-6424-715a-95b8-ddfbab93d9f1", HttpStatusCode.NotFound)]
    [InlineData("reports/2020-W39.odt", HttpStatusCode.NotFound)]
    [InlineData("reports/2020-W39.pdf", HttpStatusCode.NotImplemented)]
    [InlineData("submissions/not-an-id", HttpStatusCode.NotFound)]
    public async Task Get_WithFault_AnswersWithASentence(string address, HttpStatusCode expected)
    {
        using var client = await host.TokenAsync(Role.CityReviewer);

        using var response = await client.GetAsync("/api/v1/" + address);

        Assert.Equal(expected, response.StatusCode);
        Assert.Matches("。$", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Get_Workbook_IsAZipWithAChineseName()
    {
        using var client = await host.TokenAsync(Role.CountyReporter, host.County.Code);

        using var response = await client.GetAsync($"/api/v1/forms/all/workbook?unit={host.County.Code}&week={host.Week}");

        Assert.Equal([0x50, 0x4B], (await response.Content.ReadAsByteArrayAsync())[..2]);
        Assert.Contains(host.County.ShortName, response.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OpenApi_NamesEveryAddressOfTheContract()
    {
        using var client = host.CreateClient();

        var paths = (await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name["/api/v1/".Length..]).ToList();

        string[] contract =
        [
            "units", "indicators", "elements", "weeks", "snapshots", "indicators/{code}/series", "observations", "explain", "submissions", "submissions/{id}",
            "submissions/{id}/accept", "submissions/{id}/return", "forms/{code}/workbook", "reports", "reports/{week}.{format}", "duties",
        ];
        Assert.Empty(contract.Except(paths));
    }

    [Theory]
    [InlineData("2020-09-28T14:30:00+08:00", 6)]
    [InlineData("2020-09-28T14:30:00", 6)]
    [InlineData("2020-09-28T14:30:00 08:00", 6)]
    [InlineData("2020-09-28T06:30Z", 6)]
    [InlineData("2020-09-28", 16)]
    public void TryParse_IsoTime_WithoutOffsetIsShanghai(string text, int utcHour)
    {
        Assert.True(IsoTime.TryParse(text, out var moment));
        Assert.Equal(utcHour, moment.UtcDateTime.Hour);
    }
}
