using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Web.Tests.Hosting;

namespace MetricsDashboard.Web.Tests.Api;

public sealed class ReturnTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    [Fact]
    public async Task Return_WithAReason_SendsItBackOnce()
    {
        var county = host.Catalogue.Units.Where(unit => unit is { Kind: UnitKind.County, Active: true, Included: true }).ElementAt(0);
        using var client = await host.TokenAsync(Role.CountyReporter, county.Code);
        using var reviewer = await host.TokenAsync(Role.CityReviewer);
        using var sent = await client.PostAsync("/api/v1/submissions", new StringContent(Filled.Json(host.Catalogue, county, host.Week), Encoding.UTF8, "application/json"));
        var address = $"/api/v1/submissions/{await IdAsync(sent)}/return";

        using var returned = await reviewer.PostAsync(address, JsonContent.Create(new { reason = "请核对", cells = new[] { new { element = "x", unit = county.Code, text = "偏大" } } }));
        using var again = await reviewer.PostAsync(address, JsonContent.Create(new { reason = "请核对" }));
        using var accepted = await reviewer.PostAsync($"/api/v1/submissions/{await IdAsync(sent)}/accept", null);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict), (returned.StatusCode, again.StatusCode, accepted.StatusCode));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"reason\":\"\"}")]
    [InlineData("nonsense")]
    public async Task Return_WithoutAReason_Answers400(string body)
    {
        using var reviewer = await host.TokenAsync(Role.CityReviewer);

        using var response = await reviewer.PostAsync($"/api/v1/submissions/{Guid.NewGuid()}/return", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Return_ByACounty_Answers403()
    {
        var county = host.Catalogue.Units.Where(unit => unit is { Kind: UnitKind.County, Active: true, Included: true }).ElementAt(1);
        using var client = await host.TokenAsync(Role.CountyReporter, county.Code);
        using var sent = await client.PostAsync("/api/v1/submissions", new StringContent(Filled.Json(host.Catalogue, county, host.Week), Encoding.UTF8, "application/json"));

        using var response = await client.PostAsync($"/api/v1/submissions/{await IdAsync(sent)}/return", JsonContent.Create(new { reason = "请核对" }));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static async Task<string> IdAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.GetProperty("id").GetString()!;
    }
}
