namespace MetricsDashboard.Ingestion.Sources.Http;

/// <summary>Another system's interface, asked page by page.</summary>
public sealed class HttpSource : SourceKind
{
    public override string Code => "http";

    public override string Name => "接口拉取";

    public override string Description => "定时向对方系统的接口取办件。每页收完整才读，中断、超时和对方出错会重试；可以只取上次以后变动的。";

    public override IReadOnlyList<SourceField> Fields => HttpFields.All;

    public override IAsyncEnumerable<SourceDelivery> FetchAsync(SourceContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Http is null) throw new ArgumentException("A server is asked through a client with retries.", nameof(context));
        return new SourceDelivery[] { new HttpPull(context) }.ToAsyncEnumerable();
    }

    /// <summary>The host: an address that somebody else wrote gets no token that was typed for another.</summary>
    public override string SecretOwner(SourceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Uri.TryCreate(settings[HttpFields.Url], UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : "";
    }

    /// <summary>SHA-256 of the only certificate that is trusted; null where the system's authorities decide.</summary>
    public static byte[]? PinnedCertificate(SourceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return HttpSettings.Fingerprint(settings[HttpFields.Certificate]);
    }

    protected override Task TryAsync(SourceContext context, SourceTrial trial, CancellationToken cancellationToken) =>
        context.Http is null ? throw new ArgumentException("A server is asked through a client.", nameof(context)) : new HttpPull(context).TryAsync(trial, cancellationToken);

    protected override IEnumerable<string> Inconsistencies(SourceSettings settings, bool hasSecret)
    {
        var isJson = settings[HttpFields.Format] == "json";
        if (!Uri.TryCreate(settings[HttpFields.Url], UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.UserInfo.Length > 0)
            yield return $"网址“{settings[HttpFields.Url]}”应以 https:// 开头，里面不能写用户名和密码。";
        else if (url.Scheme == "http" && !settings.IsSet(HttpFields.Plain))
            yield return "网址是 http，数据和密码会不加密地传输：请改用 https；确实在内网、对方又不支持时，请选“内网明文”。";
        if (settings[HttpFields.Certificate] is { Length: > 0 } pin && HttpSettings.Fingerprint(pin) is null) yield return "证书指纹应是64位十六进制的 SHA-256。";
        if (settings[HttpFields.Authentication] != "none" && !hasSecret) yield return "请填写令牌或密码。";
        if (settings[HttpFields.Authentication] == "basic" && settings[HttpFields.User].Length == 0) yield return "请填写用户名。";
        if (settings[HttpFields.Paging] == "cursor" && (!isJson || settings[HttpFields.NextPath].Length == 0)) yield return "游标分页只用于 JSON，请写明下一页游标的路径。";
        if (!isJson && (settings[HttpFields.RowsPath] + settings[HttpFields.TotalPath] + settings[HttpFields.MarkPath]).Length > 0) yield return "数据、总数和增量值的路径只用于 JSON，其他格式请留空。";
        var (since, marks) = (settings[HttpFields.SinceParameter].Length > 0, (settings[HttpFields.MarkField].Length > 0 ? 1 : 0) + (settings[HttpFields.MarkPath].Length > 0 ? 1 : 0));
        if (since && marks != 1) yield return "只取变动过的办件时，请在增量的依据字段和增量值的路径中填一个。";
        if (!since && marks > 0) yield return "请填写增量参数，或者把增量的依据字段和增量值的路径留空。";
    }
}
