using System.Text.RegularExpressions;
using MetricsDashboard.Domain.People;
using Microsoft.AspNetCore.Mvc.Testing;

namespace MetricsDashboard.Web.Tests.Hosting;

public sealed partial class ContentPolicyTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    private const string Expected =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/account/password")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/no-such-page")]
    [InlineData("/uploads")]
    [InlineData("/hangfire")]
    [InlineData("/reports/1")]
    [InlineData("/app.css")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/api/v1/units")]
    [InlineData("/api/v1/no-such-address")]
    [InlineData("/openapi/v1.json")]
    public async Task Get_Anonymous_CarriesThePolicyOnce(string address)
    {
        using var client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        using var response = await client.GetAsync(address);

        Assert.Equal([Expected], response.Headers.GetValues("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/indicators")]
    [InlineData("/hangfire")]
    [InlineData("/hangfire/recurring")]
    [InlineData("/hangfire/stats")]
    [InlineData("/uploads")]
    [InlineData("/account/sign-out")]
    [InlineData("/api/v1/weeks")]
    public async Task Get_SignedIn_CarriesThePolicyOnce(string address)
    {
        var person = await host.SignInAsync(Role.Administrator);

        using var response = await person.Client.GetAsync(address);

        Assert.Equal([Expected], response.Headers.GetValues("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-out")]
    [InlineData("/uploads")]
    public async Task Page_SignedIn_HasNoInlineScript(string address)
    {
        var person = await host.SignInAsync(Role.CityReviewer);

        var html = await person.Client.GetStringAsync(address);

        Assert.DoesNotMatch(InlineScript(), html);
    }

    [GeneratedRegex("<script(?![^>]*\\ssrc=)|\\son[a-z]+\\s*=\\s*\"")]
    private static partial Regex InlineScript();
}
