using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Delivery;

/// <summary>
/// Posts to a robot or gateway. Our own format is signed over timestamp and body, so that the other side knows whom it is from and that it
/// is new; the delivery's id is the same at every attempt, by which it knows one that came twice.
/// </summary>
public sealed class WebhookSender(IHttpClientFactory clients, WebhookOptions options, DeliveryText texts, BusinessClock clock)
{
    public const string Client = "webhook";
    public const string IdHeader = "X-Metrics-Delivery";
    public const string TimestampHeader = "X-Metrics-Timestamp";
    public const string SignatureHeader = "X-Metrics-Signature";

    private const int LongestAnswer = 64 * 1024;

    /// <exception cref="DeliveryFailedException">The other side did not take it.</exception>
    public async Task SendAsync(ClaimedDelivery delivery, CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(options.Timeout);
        try
        {
            using var client = clients.CreateClient(Client);
            client.MaxResponseContentBufferSize = LongestAnswer;
            using var request = Request(delivery, clock.RealNow);
            using var response = await client.SendAsync(request, timer.Token);
            await JudgeAsync(response, timer.Token);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DeliveryFailedException("群机器人的接口在规定时间内没有应答。", retry: true, isUnreachable: true, fault);
        }
        catch (HttpRequestException fault)
        {
            throw new DeliveryFailedException("连接不上群机器人的接口，或者连接中断。", retry: true, isUnreachable: true, fault);
        }
    }

    internal HttpRequestMessage Request(ClaimedDelivery delivery, DateTimeOffset now)
    {
        var body = options.Format switch
        {
            WebhookFormat.DingTalk => RobotText.DingTalk(texts.Subject(delivery), Said(delivery)),
            WebhookFormat.WeCom => RobotText.WeCom(texts.Subject(delivery), Said(delivery)),
            _ => JsonSerializer.Serialize(new { id = delivery.Id, kind = "reminder", subject = texts.Subject(delivery), text = texts.Text(delivery), link = texts.Link(delivery), createdAt = delivery.CreatedAt }, RobotText.Json),
        };
        var address = options.Format is WebhookFormat.DingTalk && options.Secret.Length > 0 ? RobotText.SignedDingTalk(options.Url, options.Secret, now) : options.Url;
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(IdHeader, delivery.Id.ToString());
        if (options.Format is not WebhookFormat.Json) return request;
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Secret), Encoding.UTF8.GetBytes($"{timestamp}\n{body}"))));
        return request;
    }

    private string Said(ClaimedDelivery delivery) => texts.Text(delivery) + (texts.Link(delivery) is { } link ? "\n" + link : "");

    private async Task JudgeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
        {
            var isBusy = status >= 500 || response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
            throw new DeliveryFailedException(
                isBusy ? $"群机器人的接口暂时不能接收（{status}）。" : $"群机器人的接口拒收（{status}），请管理员核对 Webhook 设置。", retry: isBusy, isUnreachable: isBusy);
        }

        if (options.Format is WebhookFormat.Json) return;
        if (RobotText.ErrorCode(await response.Content.ReadAsStringAsync(cancellationToken)) is not 0 and var code)
            throw new DeliveryFailedException($"群机器人没有接受消息（{(code is { } number ? $"errcode {number}" : "应答无法识别")}），请管理员核对机器人的安全设置。", retry: true, isUnreachable: true);
    }
}
