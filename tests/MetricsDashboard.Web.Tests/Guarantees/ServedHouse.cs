using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Tests.Browser;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>
/// The prepared installation, served by the program in a process of its own whose heap may not grow beyond 256 MB. One for all tests of
/// the collection, which therefore run one after the other; each compares what is stored before and after itself.
/// </summary>
public sealed class ServedHouse : IAsyncLifetime, IDisposable
{
    public const string Collection = "served house";

    /// <summary>Hexadecimal, as the runtime reads it: 256 MB.</summary>
    internal static readonly Dictionary<string, string> SmallHeap = new() { ["DOTNET_GCHeapHardLimit"] = "0x10000000" };

    private readonly TemporaryDirectory directory = new();
    private readonly HttpClient client = new();
    private ServerProcess server = null!;

    internal PreparedHouse Prepared { get; private set; } = null!;

    internal string DataDirectory => directory.FullPath;

    public async Task InitializeAsync()
    {
        Prepared = await PreparedHouse.GetAsync();
        await Prepared.CopyToAsync(directory);
        var settings = new Dictionary<string, string>(SmallHeap) { ["Jobs__Enabled"] = "false" };
        server = await ServerProcess.StartAsync(directory.FullPath, ["serve", "--urls", "http://127.0.0.1:0"], settings);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose()
    {
        client.Dispose();
        directory.Dispose();
    }

    /// <summary>The prefilled workbook of the county for a week, with what has to be written in words.</summary>
    internal async Task<FilledWorkbook> WorkbookAsync(ReportingWeek? week = null, string county = PreparedHouse.County, string sender = PreparedHouse.CountyReporter)
    {
        using var response = await GetAsync($"api/v1/forms/all/workbook?unit={county}&week={week ?? PreparedHouse.ThisWeek}", Prepared.Token(sender));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new FilledWorkbook(await response.Content.ReadAsByteArrayAsync()).Written();
    }

    internal Task<HttpResponseMessage> GetAsync(string address, string? token) => SendAsync(HttpMethod.Get, address, token, null);

    internal Task<HttpResponseMessage> PostAsync(string address, string? token, HttpContent? content = null) => SendAsync(HttpMethod.Post, address, token, content);

    /// <summary>Sends a file as the account would and yields the answer with its status.</summary>
    internal async Task<(HttpStatusCode Status, Intake Answer)> ImportAsync(
        byte[] file, string name = "报表.xlsx", string sender = PreparedHouse.CountyReporter, string query = "")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name } };
        using var response = await PostAsync("api/v1/submissions" + query, Prepared.Token(sender), form);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, text + server.Console);
        return (response.StatusCode, Intake.Parse(text).AddingUp());
    }

    /// <summary>Sends a file that has to be refused, and yields everything that was found wrong once it is certain that nothing of it was stored.</summary>
    internal async Task<IReadOnlyList<Issue>> RefusedAsync(byte[] file, HttpStatusCode expected = HttpStatusCode.UnprocessableEntity)
    {
        var before = StoredState.Hash(DataDirectory);
        var (status, answer) = await ImportAsync(file);
        Assert.Equal(expected, status);
        Assert.Equal(before, StoredState.Hash(DataDirectory));
        return answer.Refused().Issues;
    }

    internal async Task<IReadOnlyList<Guid>> AcceptAsync(Guid upload)
    {
        using var response = await PostAsync($"api/v1/submissions/{upload}/accept", Prepared.Token(PreparedHouse.Reviewer));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<Accepted>())!.Ids;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? token, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(server.Address, address)) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request);
    }

    private sealed record Accepted([property: System.Text.Json.Serialization.JsonPropertyName("accepted")] IReadOnlyList<Guid> Ids);
}

[CollectionDefinition(ServedHouse.Collection)]
public sealed class ServedHouseDefinition : ICollectionFixture<ServedHouse>;
