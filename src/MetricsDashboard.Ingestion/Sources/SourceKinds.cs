using MetricsDashboard.Ingestion.Sources.DropFolder;
using MetricsDashboard.Ingestion.Sources.Http;
using MetricsDashboard.Ingestion.Sources.Push;
using MetricsDashboard.Ingestion.Sources.Table;

namespace MetricsDashboard.Ingestion.Sources;

/// <summary>The kinds there are. A new one is a folder and a line here.</summary>
public static class SourceKinds
{
    public static IReadOnlyList<SourceKind> All { get; } = [new DropFolderSource(), new HttpSource(), new PushSource(), new TableSource()];

    /// <summary>The kind with a code; null where there is none.</summary>
    public static SourceKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);
}
