using System.Text;
using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Tests.CatalogueRules;

/// <summary>Reads CSV text, one record a line, into rows that know their line.</summary>
public static class CsvText
{
    public static CatalogueTable Table(string file, string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var columns = Fields(lines[0]);
        return new CatalogueTable(file, [.. lines.Skip(1).Select(Row).Where(row => row.Fields.Count > 0)]);

        CatalogueRow Row(string line, int index) => new(
            index + 2,
            line.Length == 0 ? [] : columns.Zip(Fields(line)).ToDictionary(field => field.First, field => field.Second, StringComparer.Ordinal));
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var character in line)
        {
            if (character == '"') quoted = !quoted;
            else if (character == ',' && !quoted) Take();
            else field.Append(character);
        }

        Take();
        return fields;

        void Take()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }
}
