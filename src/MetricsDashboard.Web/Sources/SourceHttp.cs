using System.Net;
using System.Net.Security;
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
        var pages = new BufferedPages(time) { InnerHandler = Connections(HttpSource.PinnedCertificate(settings), null) };
        return new HttpClient(new ResilienceHandler(Pipeline()) { InnerHandler = pages })
        {
            // The page with all its retries; what one attempt may take is kept by BufferedPages.
            Timeout = ((Retries + 1) * Attempt(settings)) + (Retries * LongestDelay),
        };
    }

    /// <summary>A client that asks once and tells what certificate it met: somebody waits for the answer.</summary>
    public HttpClient? CreateForTrial(SourceKind kind, SourceSettings settings, SourceTrial trial) => kind is not HttpSource
        ? null
        : new HttpClient(new BufferedPages(time) { InnerHandler = Connections(HttpSource.PinnedCertificate(settings), trial) }) { Timeout = 2 * Attempt(settings) };

    private static TimeSpan Attempt(SourceSettings settings) => TimeSpan.FromSeconds(double.Parse(settings[HttpFields.PageSeconds], System.Globalization.CultureInfo.InvariantCulture));

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

    private static SocketsHttpHandler Connections(byte[]? pinned, SourceTrial? trial)
    {
        // Redirections are followed by the source itself, and only to the same host.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(15) };
        if (pinned is not null || trial is not null)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, faults) =>
            {
                var isTrusted = pinned is null ? faults is SslPolicyErrors.None : Is(certificate, pinned);
                trial?.Tell("证书", Described(certificate, pinned is not null, isTrusted, faults));
                return isTrusted;
            };
        }

        return handler;
    }

    /// <summary>With its fingerprint, which a person can compare with what the other side tells, and pin.</summary>
    private static string Described(X509Certificate? certificate, bool isPinned, bool isTrusted, SslPolicyErrors faults)
    {
        if (certificate is null) return "对方没有出示证书";
        var verdict = (isPinned, isTrusted) switch
        {
            (true, true) => "与设置的指纹相符",
            (true, false) => "与设置的指纹不符",
            (false, true) => "可信",
            _ when faults.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => "不可信：不是签给这个网址的",
            _ => "不可信：自签名、过期，或者签发机构不受信任",
        };
        return $"{verdict}（签给{certificate.Subject}，有效期至{certificate.GetExpirationDateString()}，SHA-256指纹{certificate.GetCertHashString(HashAlgorithmName.SHA256)}）";
    }

    private static bool Is(X509Certificate? certificate, byte[] pinned) =>
        certificate is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(certificate.GetRawCertData()), pinned);
}
