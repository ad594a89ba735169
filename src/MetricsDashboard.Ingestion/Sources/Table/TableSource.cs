namespace MetricsDashboard.Ingestion.Sources.Table;

/// <summary>A table that people upload (城市报表); all that is kept of it is what its columns mean.</summary>
public sealed class TableSource : SourceKind
{
    public override string Code => "table";

    public override string Name => "上传的表格";

    public override string Description => "由人在城市报表页面上传其他系统导出的表格，第一次上传时确认各列的含义，以后自动对应。";

    public override IReadOnlyList<SourceField> Fields => [];

    public override bool IsFetched => false;

    public override IAsyncEnumerable<SourceDelivery> FetchAsync(SourceContext context, CancellationToken cancellationToken) => AsyncEnumerable.Empty<SourceDelivery>();
}
