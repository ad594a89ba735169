using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Tests.Reporting;

/// <summary>The starting catalogue's files, as rows that a test may change before they are read.</summary>
public static class SeedTables
{
    public static CatalogueTable Read(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), file));
        var heading = Split(lines[0]);
        return new CatalogueTable(file, [.. lines.Skip(1).Select((line, index) => Row(index + 2, heading, Split(line)))]);
    }

    public static CatalogueTable Of(string file, string heading, IEnumerable<string> rows) =>
        new(file, [.. rows.Select((row, index) => Row(index + 2, Split(heading), Split(row)))]);

    private static CatalogueRow Row(int line, List<string> heading, List<string> fields) =>
        new(line, heading.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));

    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var current = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(current.ToString());
                current.Clear();
            }
            else current.Append(c);
        }

        fields.Add(current.ToString());
        return fields;
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var seed = Path.Combine(folder.FullName, "db", "seed");
            if (Directory.Exists(seed)) return seed;
        }

        throw new DirectoryNotFoundException("db/seed");
    }
}
