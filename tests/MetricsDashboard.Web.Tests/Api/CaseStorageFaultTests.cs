using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;

namespace MetricsDashboard.Web.Tests.Api;

/// <summary>POST /api/v1/cases while another process holds the database.</summary>
public sealed class CaseStorageFaultTests
{
    private const string Rows = "case_no,version,unit,item_code,item_name,accepted_at,promised_due,statutory_due,completed_at,card,cause,status\nA1,1,410421,X-1,企业设立登记,2026-01-05T09:00:00,2026-01-12,2026-02-02,,none,,open\n";

    [Fact]
    public async Task Post_DatabaseLocked_IsUnavailableWithASentenceAndSucceedsAfterwards()
    {
        await using var host = new ImpatientHost();
        using var client = await host.TokenAsync(Role.Source);
        await using var other = new SqliteConnection($"Data Source={Path.Combine(host.DataDirectory, "metrics.db")};Pooling=false");
        other.Open();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();

        using var refused = await PostAsync(client);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json", "60"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType, refused.Headers.RetryAfter?.ToString()));
        Assert.Equal("数据库正被占用，等待超时，这次没有保存。请稍后重试。", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
        other.Close();
        using var taken = await PostAsync(client);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(1, (await taken.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("created").GetInt32());
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client) => client.PostAsync("/api/v1/cases", new StringContent(Rows, Encoding.UTF8, "text/csv"));

    private sealed class ImpatientHost : MetricsHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("ConnectionStrings:Metrics", $"Data Source={Path.Combine(DataDirectory, "metrics.db")};Default Timeout=1");
        }
    }
}
