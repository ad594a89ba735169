namespace MetricsDashboard.Ingestion.Sources.DropFolder;

/// <summary>Files that appear in a folder of this machine, or of one that is mounted.</summary>
public sealed class DropFolderSource : SourceKind
{
    public const string KindCode = "drop-folder";

    public static readonly SourceField Folder = new("folder", "文件夹", "服务器上的完整路径。处理过的文件移到其中的 done 或 failed 文件夹，旁边附处理报告。") { IsRequired = true };

    public static readonly SourceField QuietSeconds = new("quietSeconds", "静置秒数", "文件超过这么久没有变动才取，以免取到没写完的文件。", SourceFieldKind.Number)
    {
        Default = "30",
        Range = (0, 3600),
    };

    public override string Code => KindCode;

    public override string Name => "文件夹";

    public override string Description =>
        "定时取文件夹里的办件文件（.xlsx、.csv、.json、.jsonl）和本系统的报表。写的时候请用 .tmp 或 .part 结尾的名字，写完再改名。";

    public override IReadOnlyList<SourceField> Fields { get; } = [Folder, QuietSeconds];

    public override IAsyncEnumerable<SourceDelivery> FetchAsync(SourceContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return DroppedFiles.Take(context).ToAsyncEnumerable();
    }

    protected override Task TryAsync(SourceContext context, SourceTrial trial, CancellationToken cancellationToken) => DroppedFiles.TryAsync(context, trial, cancellationToken);

    protected override IEnumerable<string> Inconsistencies(SourceSettings settings, bool hasSecret)
    {
        if (!Path.IsPathFullyQualified(settings[Folder])) yield return $"文件夹“{settings[Folder]}”应是完整的路径，如 /data/intake 或 D:\\intake。";
    }
}
