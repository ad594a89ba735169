using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using MetricsDashboard.Domain.Cases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MetricsDashboard.Web.Tests.Sources;

/// <summary>
/// Plays the provincial supervision system: /cases by page numbers, cursors or Link headers, and a few addresses where it misbehaves for
/// good. Every fault is one of <see cref="ProvinceFaults"/> and counted.
/// </summary>
internal sealed class ProvinceServer : IAsyncDisposable
{
    public const string Token = "province-token";
    private const int Piece = 4096;
    private readonly WebApplication app;
    private readonly ProvincePages pages;
    private readonly ProvinceFaults faults;
    private readonly ConcurrentDictionary<string, int> asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> played = new(StringComparer.Ordinal);

    private ProvinceServer(WebApplication app, ProvincePages pages, ProvinceFaults faults) => (this.app, this.pages, this.faults) = (app, pages, faults);

    /// <summary>Without a slash at its end.</summary>
    public string Address => app.Urls.Single();

    /// <summary>How often each fault was played, by its name in <see cref="ProvinceFaults"/>.</summary>
    public IReadOnlyDictionary<string, int> Played => played;

    public int Requests => asked.Values.Sum();

    /// <summary>The rows as they are served, wrong ones included; those with a wrong type are counted in <see cref="Faulty"/>.</summary>
    public IReadOnlyList<CaseRow> Served => pages.Rows;

    public int Faulty => pages.Faulty;

    /// <summary>Was this row served with an object for its item?</summary>
    public bool IsFaulty(int row) => pages.IsFaulty(row);

    /// <summary>Until when things have happened there, by the clock on the wall; null for all of them.</summary>
    public DateTimeOffset? Present
    {
        get => pages.Present;
        set => pages.Present = value;
    }

    /// <summary>Answers everything with 500 while it is set.</summary>
    public bool IsDown { get; set; }

    /// <summary>Is called when an answer begins to hang.</summary>
    public Action Hanging { get; set; } = () => { };

    /// <summary>The Authorization header of the last request.</summary>
    public string? Authorization { get; private set; }

    public static async Task<ProvinceServer> StartAsync(IEnumerable<CaseRow> cases, ProvinceFaults? faults = null, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null) listen.UseHttps(certificate);
        }));
        var app = builder.Build();
        var server = new ProvinceServer(app, new ProvincePages([.. cases], faults ?? ProvinceFaults.None), faults ?? ProvinceFaults.None);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        Authorization = http.Request.Headers.Authorization;
        var attempt = asked.AddOrUpdate(http.Request.Path + http.Request.QueryString, 1, (_, count) => count + 1);
        http.Response.Headers.Date = (DateTimeOffset.UnixEpoch.AddYears(51) + faults.ClockOff).ToString("R", CultureInfo.InvariantCulture);
        if (IsDown) return StatusAsync(http, 500);
        return http.Request.Path.Value switch
        {
            "/cases" => CasesAsync(http, attempt),
            "/closed" => StatusAsync(http, Authorization == "Bearer " + Token ? 200 : 401),
            "/down" => StatusAsync(http, 500),
            "/login" => SendAsync(http, "text/html", "<!DOCTYPE html><html><body>请登录</body></html>"u8.ToArray()),
            "/elsewhere" => RedirectAsync(http, "http://127.0.0.2:9/cases"),
            "/moved" => RedirectAsync(http, "/cases" + http.Request.QueryString),
            "/stuck" => SendAsync(http, "application/json", pages.Body(0, 2, "\"same\"")),
            "/stubborn" => SendAsync(http, "application/json", pages.Body(0, 2, null)),
            "/cut" => SendAsync(http, "application/json", pages.Body(0, 2, null)[..^9]),
            "/csv" => SendAsync(http, "text/csv", pages.Csv()),
            _ => StatusAsync(http, 404),
        };
    }

    private async Task CasesAsync(HttpContext http, int attempt)
    {
        var query = http.Request.Query;
        var size = int.TryParse(query["page_size"], out var asked) ? asked : int.MaxValue;
        var since = query["since"].ToString();
        var start = int.TryParse(query["cursor"], out var cursor) ? cursor : int.TryParse(query["page"], out var page) ? (page - 1) * size : 0;
        var number = start / size;
        if (attempt == 1 && await SpoiledAsync(http, number, start, size, since)) return;
        var next = pages.Count(since) > (long)start + size ? start + size : (int?)null;
        if (next is not null) http.Response.Headers.Link = $"</other>; rel=\"help\", </cases?fields=a,b&cursor={next}&page_size={size}&since={Uri.EscapeDataString(since)}>; rel=\"next\"";
        await SendAsync(http, "application/json", pages.Body(start, size, next is null ? null : $"\"{next}\"", since));
    }

    /// <summary>At the first attempt of a page: plays one of the faults that are switched on, on two pages of three.</summary>
    private async Task<bool> SpoiledAsync(HttpContext http, int number, int start, int size, string since)
    {
        var on = new List<string>();
        if (faults.Errors) on.AddRange(["Errors", "Overload"]);
        if (faults.Truncated) on.Add("Truncated");
        if (faults.DuplicatedPages && number > 0) on.Add("DuplicatedPages");
        if (faults.Hangs) on.Add("Hangs");
        var random = new Random((faults.Seed * 7919) + number);
        if (on.Count == 0 || random.Next(3) == 0) return false;
        var fault = on[random.Next(on.Count)];
        played.AddOrUpdate(fault, 1, (_, count) => count + 1);
        switch (fault)
        {
            case "Errors":
                await StatusAsync(http, 500);
                break;
            case "Overload":
                http.Response.Headers.RetryAfter = "7";
                await StatusAsync(http, 503);
                break;
            case "Truncated":
                var body = pages.Body(start, size, null, since);
                http.Response.ContentLength = body.Length;
                await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
                await http.Response.Body.FlushAsync();
                http.Abort();
                break;
            case "DuplicatedPages":
                await SendAsync(http, "application/json", pages.Body(start - size, size, $"\"{start}\"", since));
                break;
            default:
                var gone = new TaskCompletionSource();
                http.RequestAborted.Register(gone.SetResult);
                Hanging();
                await gone.Task;
                break;
        }

        return true;
    }

    private async Task SendAsync(HttpContext http, string type, byte[] body)
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        var piece = faults.Slow ? Piece : body.Length;
        for (var at = 0; at < body.Length; at += piece)
        {
            await http.Response.Body.WriteAsync(body.AsMemory(at, Math.Min(piece, body.Length - at)));
            if (faults.Slow) await http.Response.Body.FlushAsync();
        }
    }

    private static Task StatusAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(status == 200 ? "[]" : "no");
    }

    private static Task RedirectAsync(HttpContext http, string target)
    {
        http.Response.StatusCode = 302;
        http.Response.Headers.Location = target;
        return Task.CompletedTask;
    }
}
