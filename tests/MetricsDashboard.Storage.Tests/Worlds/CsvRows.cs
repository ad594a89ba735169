using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Storage.Tests.Worlds;

/// <summary>Splits the catalogue's own CSV files; quotes are doubled within quotes, lines never break inside a field.</summary>
internal static class CsvRows
{
    public static CatalogueTable Table(string file, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        var names = Split(lines[0]);
        var rows = new List<CatalogueRow>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0) continue;
            var fields = Split(lines[i]);
            rows.Add(new CatalogueRow(i + 1, names.Select((name, column) => (name, value: column < fields.Count ? fields[column] : "")).ToDictionary(field => field.name, field => field.value)));
        }

        return new CatalogueTable(file, rows);
    }

    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[i++]);
            else if (line[i] == '"') isQuoted = !isQuoted;
            else if (line[i] == ',' && !isQuoted) Next();
            else field.Append(line[i]);
        }

        Next();
        return fields;

        void Next()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }
}
