using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Api;

/// <summary>POST /api/v1/cases.</summary>
public sealed class CaseTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    private const string Heading = "case_no,version,unit,item_code,item_name,accepted_at,promised_due,statutory_due,completed_at,card,cause,status\n";
    private const string Good = "A1,1,410421,X-1,企业设立登记,2026-01-05T09:00:00,2026-01-12,2026-02-02,,none,,open\n";

    [Fact]
    public async Task Post_Csv_StoresRejectsAndHoldsRowByRow()
    {
        using var client = await host.TokenAsync(Role.Source);
        var rows = Heading + Good + Good.Replace("A1", "A2", StringComparison.Ordinal).Replace("410421", "某新设局", StringComparison.Ordinal) + Good.Replace("A1", "A3", StringComparison.Ordinal).Replace("2026-01-05T09:00:00", "昨天", StringComparison.Ordinal);

        var first = await PostAsync(client, rows, "text/csv");
        var again = await PostAsync(client, rows, "text/csv");

        Assert.Equal("stored 3 1 0 0 1 1", Counts(first));
        Assert.Equal("stored 3 0 0 1 1 1", Counts(again));
        var rejected = first.GetProperty("issues").EnumerateArray().Single(issue => issue.GetProperty("code").GetString() == "CASE_REJECTED");
        Assert.Equal(("第4行", "受理时间“昨天”不是时间，应写作 2020-09-27T16:30:00"), (rejected.GetProperty("cell").GetString(), rejected.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task Post_JsonLinesAndAJsonList_AreTheSameCases()
    {
        using var client = await host.TokenAsync(Role.Source);
        const string one = """{"case_no":"J1","version":1,"unit":"410421","item_code":"X-1","accepted_at":"2026-01-05T09:00:00","status":"open"}""";

        var lines = await PostAsync(client, one + "\n" + one.Replace("J1", "J2", StringComparison.Ordinal) + "\n", "application/x-ndjson");
        var list = await PostAsync(client, $"[{one}]", "application/json");

        Assert.Equal(("stored 2 2 0 0 0 0", "stored 1 0 0 1 0 0"), (Counts(lines), Counts(list)));
    }

    [Fact]
    public async Task Post_WhatIsNoFileOfCases_IsRefusedWithASentence()
    {
        using var client = await host.TokenAsync(Role.Source);

        using var response = await client.PostAsync("/api/v1/cases", new StringContent("unit,week,element,value\n410421,2020-W39,items_total,1\n", Encoding.UTF8, "text/csv"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("refused 0 0 0 0 0 0", Counts(answer));
        Assert.Contains("case_no", answer.GetProperty("issues")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_UnderNamesThatTheSourceIsSetUpWith_IsUnderstood()
    {
        var token = $"省平台-{Guid.NewGuid():N}";
        var sources = host.Services.GetRequiredService<SourceStore>();
        var now = host.Services.GetRequiredService<BusinessClock>().RealNow;
        var settings = new SourceSettings { Values = new Dictionary<string, string> { ["token"] = token }, Fields = new Dictionary<string, string> { ["blbh"] = "case_no", ["sldw"] = "unit" } };
        var id = await sources.AddAsync(Actor.System, new SourceSettingsEntry("推送的平台", "push", true, null, settings.ToJson(), null), now);
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await host.Services.GetRequiredService<TokenStore>().AddAsync(Actor.System, token, Role.Source, null, now));
        var rows = Heading.Replace("case_no", "blbh", StringComparison.Ordinal).Replace(",unit,", ",sldw,", StringComparison.Ordinal) + Good.Replace("A1", "P1", StringComparison.Ordinal);

        Assert.Equal("stored 1 1 0 0 0 0", Counts(await PostAsync(client, rows, "text/csv")));
        Assert.Equal("stored 1 1 0 0 0 0", Counts(await PostAsync(client, """[{"blbh":"P2","version":1,"sldw":"410421","item_code":"X-1","accepted_at":"2026-01-05T09:00:00","status":"open"}]""", "application/json")));
        Assert.Equal(2, (await host.Services.GetRequiredService<RunStore>().ListAsync(Actor.System, new RunFilter(id), 9)).Count);

        var row = (await sources.FindAsync(Actor.System, id))!;
        await sources.ChangeAsync(Actor.System, id, row.Version, new SourceSettingsEntry(row.Name, row.Kind, false, null, row.Settings, null), now);
        using var refused = await client.PostAsync("/api/v1/cases", new StringContent(rows, Encoding.UTF8, "text/csv"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Theory]
    [InlineData(Role.CountyReporter)]
    [InlineData(Role.CityReviewer)]
    [InlineData(Role.Leader)]
    public async Task Post_ByAnotherRole_IsForbidden(Role role)
    {
        using var client = await host.TokenAsync(role, host.UnitOf(role));

        using var response = await client.PostAsync("/api/v1/cases", new StringContent(Heading + Good, Encoding.UTF8, "text/csv"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string body, string type)
    {
        using var response = await client.PostAsync("/api/v1/cases", new StringContent(body, Encoding.UTF8, type));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static string Counts(JsonElement answer) =>
        string.Join(' ', new[] { "status", "read", "created", "revised", "unchanged", "held", "rejected" }.Select(name => answer.GetProperty(name).ToString()));
}
