namespace MetricsDashboard.Tests;

/// <summary>Finds files of the repository from wherever the tests run.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "MetricsDashboard.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("MetricsDashboard.sln is in no folder above the tests.");
    }
}
