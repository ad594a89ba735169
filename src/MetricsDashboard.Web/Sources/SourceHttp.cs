using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Ingestion.Sources.Http;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;

namespace MetricsDashboard.Web.Sources;

/// <summary>
/// Clients for HTTP sources. Each pull has its own, because a pinned certificate belongs to one source and a connection that another
/// source opened must not stand for it.
/// </summary>
/// <param name="time">The machine's clock: waits and time limits run by it.</param>
/// <param name="firstDelay">Before the first retry; doubled each time, with jitter, at least what Retry-After says.</param>
public sealed class SourceHttp(TimeProvider time, TimeSpan firstDelay)
{
    public const int Retries = 5;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(2);

    public SourceHttp(TimeProvider time)
        : this(time, TimeSpan.FromSeconds(2))
    {
    }

    /// <summary>A client for one pull; dispose it afterwards. Null for a kind that asks no server.</summary>
    public HttpClient? Create(SourceKind kind, SourceSettings settings)
    {
        if (kind is not HttpSource) return null;
        var attempt = TimeSpan.FromSeconds(double.Parse(settings[HttpFields.PageSeconds], System.Globalization.CultureInfo.InvariantCulture));
        var pages = new BufferedPages(time) { InnerHandler = Connections(HttpSource.PinnedCertificate(settings)) };
        return new HttpClient(new ResilienceHandler(Pipeline()) { InnerHandler = pages })
        {
            // The page with all its retries; what one attempt may take is kept by BufferedPages.
            Timeout = ((Retries + 1) * attempt) + (Retries * LongestDelay),
        };
    }

    private ResiliencePipeline<HttpResponseMessage> Pipeline() => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = firstDelay,
            MaxDelay = LongestDelay,
            DelayGenerator = arguments => ValueTask.FromResult(Told(arguments.Outcome.Result)),
            ShouldHandle = arguments => ValueTask.FromResult(MayHeal(arguments.Outcome)),
        })
        .Build();

    private static bool MayHeal(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } } => false,
        { Exception: HttpRequestException or IOException or TimeoutException } => true,
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    /// <summary>What Retry-After says, within reason; null for the ordinary delay.</summary>
    private TimeSpan? Told(HttpResponseMessage? response)
    {
        var told = response?.Headers.RetryAfter?.Delta ?? (response?.Headers.RetryAfter?.Date - time.GetUtcNow());
        return told is not { } delay || delay <= TimeSpan.Zero ? null : delay < LongestDelay ? delay : LongestDelay;
    }

    private static SocketsHttpHandler Connections(byte[]? pinned)
    {
        // Redirections are followed by the source itself, and only to the same host.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(15) };
        if (pinned is not null) handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => Is(certificate, pinned);
        return handler;
    }

    private static bool Is(X509Certificate? certificate, byte[] pinned) =>
        certificate is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(certificate.GetRawCertData()), pinned);
}
