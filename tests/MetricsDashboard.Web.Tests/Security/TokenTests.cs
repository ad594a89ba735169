using System.Net;
using System.Net.Http.Json;
using System.Text;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace MetricsDashboard.Web.Tests.Security;

public sealed class TokenTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer ")]
    [InlineData("Bearer mdt_aaaaaaaaaa_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    [InlineData("Basic YTpi")]
    public async Task Get_WithoutGoodToken_Answers401WithProblemDetails(string? header)
    {
        using var client = host.CreateClient();
        if (header is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        using var response = await client.GetAsync("/api/v1/units");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(401, (await response.Content.ReadFromJsonAsync<ProblemDetails>())!.Status);
    }

    [Fact]
    public async Task Get_WithToken_IsAnswered()
    {
        using var client = await host.TokenAsync(Role.Source);

        using var response = await client.GetAsync("/api/v1/units");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Post_WithCookieAlone_IsRefused()
    {
        var person = await host.SignInAsync(Role.CountyReporter, host.County.Code);
        using var body = new StringContent("[]", Encoding.UTF8, "application/json");

        using var response = await person.Client.PostAsync("/api/v1/submissions", body);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Get_Page_TokenOpensNoJobDashboard()
    {
        using var client = await host.TokenAsync(Role.CityReviewer);

        using var response = await client.GetAsync("/hangfire");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
