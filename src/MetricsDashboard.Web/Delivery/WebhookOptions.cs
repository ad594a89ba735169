namespace MetricsDashboard.Web.Delivery;

/// <summary>What the other side of a webhook understands.</summary>
public enum WebhookFormat
{
    /// <summary>Our own signed JSON: for gateways (SMS, 豫政钉) that somebody programs.</summary>
    Json,

    /// <summary>钉钉群机器人, and what speaks its language.</summary>
    DingTalk,

    /// <summary>企业微信群机器人.</summary>
    WeCom,
}

/// <summary>Settings under <c>Webhook:</c>; without an address nothing is sent.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhook";

    /// <summary>A signature with less can be guessed.</summary>
    private const int ShortestSecret = 16;

    /// <summary>The address. A robot's contains its key, so that it is as secret as <see cref="Secret"/>.</summary>
    public string Url { get; set; } = "";

    /// <summary>The key of the signature. 企业微信 knows none.</summary>
    public string Secret { get; set; } = "";

    public WebhookFormat Format { get; set; } = WebhookFormat.Json;

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    public bool IsSet => Url.Length > 0;

    /// <summary>What is wrong with the settings, a sentence each. Neither address nor secret is ever part of one.</summary>
    public IEnumerable<string> Faults()
    {
        if (!IsSet)
        {
            if (Secret.Length > 0) yield return "设置 Webhook:Url 没有填写，其他 Webhook 设置不起作用；不发群消息的请全部去掉。";
            yield break;
        }

        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            yield return "设置 Webhook:Url 不是以 https:// 或 http:// 开头的地址。";
        if (Format is WebhookFormat.Json && Secret.Length < ShortestSecret) yield return $"设置 Webhook:Secret 用于签名，不应少于{ShortestSecret}个字符。";
        if (Timeout < TimeSpan.FromMilliseconds(100) || Timeout > TimeSpan.FromMinutes(1)) yield return $"设置 Webhook:Timeout 的“{Timeout}”应在0.1秒至1分钟之间。";
    }
}
