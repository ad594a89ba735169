using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace MetricsDashboard.Ingestion.Sources.Http;

/// <summary>Asks a source for pages, and says in a sentence why it does not get one.</summary>
internal sealed partial class PageRequests(HttpSettings settings, SourceContext context)
{
    private const int MostRedirects = 5;

    // A trial asks once, and a person waits for its answer.
    private string Often => context.Trial is null ? "多次" : "";

    private string Later => context.Trial is null ? "下次会自动再取。" : "";

    /// <exception cref="SourceException">It does not come.</exception>
    public async Task<PageAnswer> GetAsync(Uri address, string place, CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; i <= MostRedirects; i++)
            {
                using var request = Request(address);
                using var response = await context.Http!.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (response.RequestMessage?.RequestUri is { } asked && !IsOurs(asked)) throw Elsewhere(asked);
                if (response.StatusCode is not (HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                    return await ReadAsync(response, address, place, cancellationToken);
                var target = response.Headers.Location is { } location ? new Uri(address, location) : throw new SourceException($"{place}转到别处，却没有说是哪里（{(int)response.StatusCode}）。请核对网址。");
                address = IsOurs(target) ? target : throw Elsewhere(target);
            }

            throw new SourceException($"{place}转来转去超过{MostRedirects}次，请核对网址。");
        }
        catch (HttpRequestException fault)
        {
            throw new SourceException(
                fault.HttpRequestError switch
                {
                    HttpRequestError.SecureConnectionError => $"“{settings.Url.Host}”的证书不可信或与设置的指纹不符，或者这个端口不支持 https，没有连接。请核对网址和证书指纹。",
                    HttpRequestError.NameResolutionError => $"找不到“{settings.Url.Host}”这台服务器：网址写错了，或者本机解析不了这个域名。请核对网址。{Later}",
                    _ => $"连接不上“{settings.Url.Authority}”，或取{place}时{Often}中断。请确认对方系统在运行、网络通畅。{Later}",
                },
                fault);
        }
        catch (IOException fault)
        {
            throw new SourceException($"取{place}时{Often}中断，没有收完整。{Later}", fault);
        }
        catch (Exception fault) when (fault is TimeoutException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new SourceException($"“{settings.Url.Authority}”在规定时间（{settings.Limits.Time.TotalSeconds:0}秒）内没有给出{place}。请减小每页条数或放宽时限。{Later}", fault);
        }
    }

    private HttpRequestMessage Request(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Options.Set(PageLimits.Key, settings.Limits);
        request.Headers.Accept.ParseAdd(settings.Limits.IsJson ? "application/json" : "*/*");
        request.Headers.Authorization = settings.Texts[HttpFields.Authentication] switch
        {
            "token" => new AuthenticationHeaderValue("Bearer", context.Secret ?? ""),
            "basic" => new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.Texts[HttpFields.User]}:{context.Secret}"))),
            _ => null,
        };
        return request;
    }

    /// <summary>The token goes nowhere but to the host that was set.</summary>
    public bool IsOurs(Uri address) => address.Scheme == settings.Url.Scheme && address.Authority == settings.Url.Authority;

    public static SourceException Elsewhere(Uri target) => new($"对方要求转到另一处“{target.GetLeftPart(UriPartial.Authority)}”，为防泄露令牌没有跟去。确实搬了家的，请在数据源里改网址。");

    private async Task<PageAnswer> ReadAsync(HttpResponseMessage response, Uri address, string place, CancellationToken cancellationToken)
    {
        context.Trial?.Tell("状态", $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd());
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) throw new SourceException($"对方拒绝访问（{(int)response.StatusCode}）：令牌或密码不对，或者没有权限。请在数据源里重新填写令牌或密码。");
        if (response.StatusCode is HttpStatusCode.NotFound) throw new SourceException("对方没有这个网址（404），请核对网址。");
        if (response.StatusCode is HttpStatusCode.NoContent) return new PageAnswer([], null, response.Headers.Date);
        if (!response.IsSuccessStatusCode) throw new SourceException(
            (int)response.StatusCode >= 500 || response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
                ? $"取{place}时对方系统{Often}出错（{(int)response.StatusCode}）。{Later}一直这样请联系对方。"
                : $"对方不接受{place}的请求（{(int)response.StatusCode}），请核对网址和参数名。");
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType is "text/html" || IsHtml(body)) throw new SourceException($"{place}返回的是网页，不是数据，多半是登录页。请核对网址和验证方式。");
        return new PageAnswer(body, NextOf(response, address), response.Headers.Date);
    }

    private static bool IsHtml(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8).StartsWith("<"u8);

    /// <summary>Link: &lt;/cases?after=7&gt;; rel="next".</summary>
    private static Uri? NextOf(HttpResponseMessage response, Uri address)
    {
        if (!response.Headers.TryGetValues("Link", out var headers)) return null;
        foreach (var link in headers.SelectMany(header => LinkPattern().Matches(header)))
        {
            if (!link.Groups["parameters"].Value.Split(';', StringSplitOptions.TrimEntries).Any(part => part is "rel=\"next\"" or "rel=next")) continue;
            return Uri.TryCreate(address, link.Groups["address"].Value, out var next) ? next : null;
        }

        return null;
    }

    // An address may hold commas.
    [GeneratedRegex("<(?<address>[^>]*)>(?<parameters>[^,<]*)")]
    private static partial Regex LinkPattern();
}
