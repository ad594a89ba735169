using Xunit;

namespace MetricsDashboard.Tests.Demonstration;

/// <summary>
/// The committed files are what the generator writes. After a change of it: METRICS_WRITE_DEMO=1 dotnet test tests/MetricsDashboard.Tests
/// --filter DemoFilesTests writes them anew.
/// </summary>
public sealed class DemoFilesTests
{
    [Fact]
    public void CommittedFiles_ComparedWithTheGenerator_AreEqual()
    {
        var files = DemoData.Files();
        if (Environment.GetEnvironmentVariable("METRICS_WRITE_DEMO") == "1") Write(files);

        var differing = files.Where(file => !File.Exists(PathOf(file.Key)) || File.ReadAllText(PathOf(file.Key)) != file.Value).Select(file => file.Key);

        Assert.Empty(differing);
    }

    [Fact]
    public void SampleFolder_Listed_HoldsTheGeneratorsFilesAlone()
    {
        var written = DemoData.Files().Keys.Where(name => name.StartsWith("samples/", StringComparison.Ordinal)).Select(Path.GetFileName);

        var found = Directory.EnumerateFiles(Repository.Path("db", "samples", "demo")).Select(Path.GetFileName);

        Assert.Equal(written.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void CommittedFiles_Read_HaveNeitherByteOrderMarkNorCarriageReturn()
    {
        var wrong = DemoData.Files().Keys.Where(name => File.ReadAllBytes(PathOf(name)) is var bytes && (bytes[0] == 0xEF || bytes.Contains((byte)'\r')));

        Assert.Empty(wrong);
    }

    private static string PathOf(string name) => Repository.Path(["db", .. name.Split('/')]);

    private static void Write(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (name, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
            File.WriteAllText(PathOf(name), text);
        }
    }
}
