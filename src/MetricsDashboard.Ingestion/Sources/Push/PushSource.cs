namespace MetricsDashboard.Ingestion.Sources.Push;

/// <summary>Another system sends to our interface by itself; there is nothing to fetch.</summary>
public sealed class PushSource : SourceKind
{
    public const string KindCode = "push";

    public static readonly SourceField Token = new("token", "接口令牌的名称", "用这个名称的令牌推送的办件归到这个数据源。不填时按数据源的名称认，如令牌“省平台”归到“接口 省平台”。");

    public override string Code => KindCode;

    public override string Name => "接口推送";

    public override string Description =>
        "对方系统带接口令牌调用 POST /api/v1/cases（办件，CSV、JSON 或 JSON Lines）或 POST /api/v1/submissions（报表）。推送的列名与本系统不同时，在字段对应里写明。";

    public override IReadOnlyList<SourceField> Fields { get; } = [Token];

    public override bool IsFetched => false;

    public override IAsyncEnumerable<SourceDelivery> FetchAsync(SourceContext context, CancellationToken cancellationToken) => AsyncEnumerable.Empty<SourceDelivery>();
}
