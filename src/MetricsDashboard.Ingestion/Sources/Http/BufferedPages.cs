using System.Net;
using System.Text.Json;

namespace MetricsDashboard.Ingestion.Sources.Http;

/// <summary>
/// Receives every page whole, within its limits, before anything of it is read. A page that breaks off is an <see cref="IOException"/>,
/// one that takes too long a <see cref="TimeoutException"/>: whatever retries stands around this handler, and asks again.
/// </summary>
public sealed class BufferedPages(TimeProvider time) : DelegatingHandler
{
    private const int MostOfAnError = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Options.TryGetValue(PageLimits.Key, out var limits)) throw new InvalidOperationException("A page is asked for with its limits.");
        using var timer = new CancellationTokenSource(limits.Time, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, both.Token);
            try
            {
                return await BufferAsync(response, limits, both.Token);
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
        catch (OperationCanceledException fault) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No whole page within {limits.Time}.", fault);
        }
    }

    private static async Task<HttpResponseMessage> BufferAsync(HttpResponseMessage response, PageLimits limits, CancellationToken cancellationToken)
    {
        var most = response.IsSuccessStatusCode ? limits.Bytes : MostOfAnError;
        var stated = response.Content.Headers.ContentLength;
        if (response.IsSuccessStatusCode && stated > most) throw TooLarge(limits);
        var body = new MemoryStream((int)Math.Min(stated ?? 0, most));
        await using (var stream = await response.Content.ReadAsStreamAsync(cancellationToken))
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (body.Length + read > most && !response.IsSuccessStatusCode) break;
                if (body.Length + read > most) throw TooLarge(limits);
                body.Write(buffer, 0, read);
            }
        }

        if (response.IsSuccessStatusCode && stated > body.Length) throw new IOException($"{body.Length} of {stated} bytes arrived.");
        if (response.StatusCode is HttpStatusCode.OK && limits.IsJson && !IsWhole(body.GetBuffer().AsSpan(0, (int)body.Length))) throw new IOException("The JSON document breaks off.");
        var content = new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length);
        foreach (var header in response.Content.Headers)
        {
            if (!header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)) content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        response.Content = content;
        return response;
    }

    /// <summary>Does the document end where its braces close? One that is wrong in its middle counts as whole: asking again would not mend it.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> json)
    {
        if (json is [0xEF, 0xBB, 0xBF, ..]) json = json[3..];
        if (json.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..]) return true;
        try
        {
            var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
            while (reader.Read())
            {
            }

            return reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static SourceException TooLarge(PageLimits limits) => new($"一页超过{limits.Bytes / 1024 / 1024}MB，已停下：请减小每页条数，或在数据源里放宽每页上限。");
}
