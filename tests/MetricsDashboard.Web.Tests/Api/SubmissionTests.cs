using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Web.Tests.Hosting;

namespace MetricsDashboard.Web.Tests.Api;

/// <summary>Each test sends for a county of its own, so that none meets another's duties.</summary>
public sealed class SubmissionTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    private static int next;

    private Unit NextCounty() => host.Catalogue.Units.Where(unit => unit.Kind is UnitKind.County && unit.Active && unit.Included).ElementAt(Interlocked.Increment(ref next) - 1);

    [Fact]
    public async Task Post_Json_IsStoredAndTheCountsAddUp()
    {
        var county = NextCounty();
        using var client = await host.TokenAsync(Role.CountyReporter, county.Code);

        using var answer = await SendAsync(client, county);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("stored", answer.Text("status"));
        Assert.Equal(answer.Count("read"), answer.Count("created") + answer.Count("revised") + answer.Count("unchanged") + answer.Count("held") + answer.Count("rejected"));
        Assert.True(answer.Count("created") > 0);
    }

    [Fact]
    public async Task Post_SameAgain_ChangesNothing()
    {
        var county = NextCounty();
        using var client = await host.TokenAsync(Role.CountyReporter, county.Code);
        (await SendAsync(client, county)).Dispose();

        using var answer = await SendAsync(client, county);

        Assert.Equal((answer.Count("read"), 0), (answer.Count("unchanged"), answer.Count("created")));
    }

    [Fact]
    public async Task Post_Multipart_IsStored()
    {
        var county = NextCounty();
        using var client = await host.TokenAsync(Role.CountyReporter, county.Code);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Filled.Bytes(host.Catalogue, county, host.Week)), "file", "报表.csv" } };

        using var answer = await Answer.OfAsync(await client.PostAsync($"/api/v1/submissions?unit={county.Code}&week={host.Week}", form));

        Assert.Equal((HttpStatusCode.OK, "stored"), (answer.Status, answer.Text("status")));
    }

    [Fact]
    public async Task Post_WithErrors_Answers422WithEveryIssue()
    {
        var county = NextCounty();
        using var client = await host.TokenAsync(Role.CountyReporter, county.Code);
        var json = Filled.Json(host.Catalogue, county, host.Week).Replace("\"value\":7", "\"value\":-7", StringComparison.Ordinal);

        using var answer = await PostAsync(client, json);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(answer.Count("read"), answer.Count("rejected"));
        Assert.Equal(answer.Count("read"), answer.Json.RootElement.GetProperty("issues").GetArrayLength());
    }

    [Fact]
    public async Task Post_AnothersUnit_Answers403()
    {
        var (own, other) = (NextCounty(), NextCounty());
        using var client = await host.TokenAsync(Role.CountyReporter, own.Code);

        using var answer = await SendAsync(client, other);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task Post_DryRun_ChecksAndLeavesTheDutyAsItWas()
    {
        var county = NextCounty();
        using var client = await host.TokenAsync(Role.CountyReporter, county.Code);

        using var answer = await PostAsync(client, Filled.Json(host.Catalogue, county, host.Week), "?dryRun=true");

        Assert.Equal("checked", answer.Text("status"));
        var duties = await client.GetFromJsonAsync<JsonElement>($"/api/v1/duties?week={host.Week}&unit={county.Code}");
        Assert.All(duties.EnumerateArray(), duty => Assert.Equal(JsonValueKind.Null, duty.GetProperty("status").ValueKind));
    }

    [Fact]
    public async Task Accept_ByAnotherReviewer_MakesObservations()
    {
        var county = NextCounty();
        using var client = await host.TokenAsync(Role.CountyReporter, county.Code);
        using var reviewer = await host.TokenAsync(Role.CityReviewer);
        using var sent = await SendAsync(client, county);

        using var accepted = await reviewer.PostAsync($"/api/v1/submissions/{sent.Text("id")}/accept", null);

        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        var observations = await client.GetFromJsonAsync<JsonElement>($"/api/v1/observations?week={host.Week}&unit={county.Code}");
        Assert.Equal(sent.Count("created"), observations.GetArrayLength());
    }

    [Fact]
    public async Task Accept_BySender_Answers403()
    {
        var county = NextCounty();
        using var reviewer = await host.TokenAsync(Role.CityReviewer);
        using var sent = await SendAsync(reviewer, county);

        using var accepted = await reviewer.PostAsync($"/api/v1/submissions/{sent.Text("id")}/accept", null);

        Assert.Equal(HttpStatusCode.Forbidden, accepted.StatusCode);
    }

    [Fact]
    public async Task Accept_ByReporter_Answers403()
    {
        using var client = await host.TokenAsync(Role.CountyReporter, host.County.Code);

        using var accepted = await client.PostAsync($"/api/v1/submissions/{Guid.NewGuid()}/accept", null);

        Assert.Equal(HttpStatusCode.Forbidden, accepted.StatusCode);
    }

    [Fact]
    public async Task Accept_Twice_Answers409()
    {
        var county = NextCounty();
        using var client = await host.TokenAsync(Role.CountyReporter, county.Code);
        using var reviewer = await host.TokenAsync(Role.CityReviewer);
        using var sent = await SendAsync(client, county);
        (await reviewer.PostAsync($"/api/v1/submissions/{sent.Text("id")}/accept", null)).Dispose();

        using var accepted = await reviewer.PostAsync($"/api/v1/submissions/{sent.Text("id")}/accept", null);

        Assert.Equal(HttpStatusCode.Conflict, accepted.StatusCode);
    }

    [Fact]
    public async Task Post_OtherValuesAfterAcceptance_Answers409()
    {
        var county = NextCounty();
        using var client = await host.TokenAsync(Role.CountyReporter, county.Code);
        using var reviewer = await host.TokenAsync(Role.CityReviewer);
        using var sent = await SendAsync(client, county);
        (await reviewer.PostAsync($"/api/v1/submissions/{sent.Text("id")}/accept", null)).Dispose();

        using var answer = await PostAsync(client, Filled.Json(host.Catalogue, county, host.Week, value: 8));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
    }

    [Theory]
    [InlineData("?week=2020-W60")]
    [InlineData("?unit=nowhere")]
    [InlineData("?form=nothing")]
    [InlineData("?dryRun=perhaps")]
    public async Task Post_UnknownParameter_Answers400(string query)
    {
        using var client = await host.TokenAsync(Role.CityReviewer);

        using var answer = await PostAsync(client, "[]", query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    private Task<Answer> SendAsync(HttpClient client, Unit county) => PostAsync(client, Filled.Json(host.Catalogue, county, host.Week));

    private static async Task<Answer> PostAsync(HttpClient client, string json, string query = "")
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return await Answer.OfAsync(await client.PostAsync("/api/v1/submissions" + query, body));
    }

    private sealed record Answer(HttpStatusCode Status, JsonDocument Json) : IDisposable
    {
        public static async Task<Answer> OfAsync(HttpResponseMessage response)
        {
            using (response) return new Answer(response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()));
        }

        public int Count(string name) => Json.RootElement.GetProperty(name).GetInt32();

        public string? Text(string name) => Json.RootElement.GetProperty(name).GetString();

        public void Dispose() => Json.Dispose();
    }
}
