using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MetricsDashboard.Web.Tests.Delivery;

/// <summary>What a webhook got.</summary>
internal sealed record Posted(string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>The other side of a webhook: keeps what it gets and answers as told.</summary>
internal sealed class RobotServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Posted> posted = new();

    private RobotServer(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single() + "/robot/send?access_token=geheim-token";

    /// <summary>The answer.</summary>
    public (int Status, string Body) Answer { get; set; } = (200, """{"errcode":0,"errmsg":"ok"}""");

    /// <summary>Does it never answer?</summary>
    public bool IsSilent { get; set; }

    public IReadOnlyList<Posted> Posted => [.. posted];

    public static async Task<RobotServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new RobotServer(app);
        app.MapPost("/robot/send", server.TakeAsync);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static async Task LeftAsync(CancellationToken left)
    {
        var gone = new TaskCompletionSource();
        await using var registration = left.Register(gone.SetResult);
        await gone.Task;
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        posted.Enqueue(new Posted(request.QueryString.Value!, request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
        if (IsSilent) await LeftAsync(request.HttpContext.RequestAborted);
        return Results.Text(Answer.Body, "application/json", statusCode: Answer.Status);
    }
}
