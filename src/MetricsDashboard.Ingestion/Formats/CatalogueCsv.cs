using System.Text.Unicode;
using CsvHelper;
using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>The files of a catalogue as they were read, and what was wrong with the files themselves.</summary>
/// <param name="Tables">Their rows; those of a file that cannot be read are missing.</param>
/// <param name="Faults">Missing files and columns, bad encoding, rows that have lost a column.</param>
public sealed record CatalogueFiles(CatalogueTables Tables, IReadOnlyList<CatalogueFault> Faults);

/// <summary>Reads the catalogue from a folder of CSV files in UTF-8.</summary>
public static class CatalogueCsv
{
    private static readonly string[] UnitColumns = ["code", "name", "short_name", "kind", "parent", "order", "ranking_group", "included", "active", "valid_from", "valid_to"];
    private static readonly string[] ElementColumns = ["code", "name", "measure", "nature", "form", "observed_at", "max_element", "roll_up", "range", "optional", "when_missing", "valid_from"];
    private static readonly string[] FormColumns = ["code", "name", "asked_of", "supplied_by", "rows", "note"];
    private static readonly string[] IndicatorColumns =
        ["code", "internal_no", "name", "kind", "numerator", "denominator", "unit", "decimals", "text_style", "direction", "in_report", "min_base", "valid_from"];
    private static readonly string[] TargetColumns = ["indicator", "unit", "valid_from", "valid_to", "target", "yellow_limit", "document"];
    private static readonly string[] PublishedColumns =
        ["indicator", "unit", "period_kind", "period", "value", "bound", "province_rank", "rank_text", "baseline", "label", "document"];

    /// <summary>
    /// Reads the files: units.csv (and townships.csv where there is one), elements.csv, forms.csv, indicators.csv, and targets.csv and
    /// published-figures.csv where there are any; for a demonstration demo-townships.csv and demo-published-figures.csv too.
    /// </summary>
    public static CatalogueFiles Read(string directory, bool demonstration = false)
    {
        var faults = new List<CatalogueFault>();
        CatalogueTable Table(string file, string[] columns, bool optional) => ReadFile(directory, file, columns, optional, faults);
        var tables = new CatalogueTables(
            [
                Table("units.csv", UnitColumns, optional: false),
                Table("townships.csv", UnitColumns, optional: true),
                .. demonstration ? [Table("demo-townships.csv", UnitColumns, optional: true)] : Array.Empty<CatalogueTable>(),
            ],
            Table("elements.csv", ElementColumns, optional: false),
            Table("forms.csv", FormColumns, optional: false),
            Table("indicators.csv", IndicatorColumns, optional: false),
            Table("targets.csv", TargetColumns, optional: true),
            Table("published-figures.csv", PublishedColumns, optional: true))
        {
            MorePublishedFigures = demonstration ? [Table("demo-published-figures.csv", PublishedColumns, optional: true)] : [],
        };
        return new CatalogueFiles(tables, faults);
    }

    /// <summary>Reads the files and gives them their meaning: a whole catalogue, or every fault. Rows are judged once all files are readable, because they refer to each other.</summary>
    /// <param name="directory">Folder of the files.</param>
    /// <param name="demonstration">Are units with active=demo, targets and published figures to be loaded?</param>
    public static CatalogueReading Load(string directory, bool demonstration)
    {
        var files = Read(directory, demonstration);
        return files.Faults.Count == 0 ? CatalogueReading.Read(files.Tables, demonstration) : new CatalogueReading(null, files.Faults);
    }

    internal static CatalogueTable ReadFile(string directory, string file, string[] columns, bool optional, List<CatalogueFault> faults)
    {
        var path = Path.Combine(directory, file);
        var table = new CatalogueTable(file, []);
        if (!File.Exists(path))
        {
            if (!optional) faults.Add(new CatalogueFault(file, 1, $"没有这个文件（{directory}）"));
            return table;
        }

        var bytes = File.ReadAllBytes(path);
        if (!Utf8.IsValid(bytes))
        {
            faults.Add(new CatalogueFault(file, FirstBadLine(bytes), "不是 UTF-8 编码，请另存为 UTF-8 格式的 CSV"));
            return table;
        }

        try
        {
            return new CatalogueTable(file, Rows(bytes, file, columns, faults));
        }
        catch (CsvFormatException fault)
        {
            faults.Add(new CatalogueFault(file, (int)fault.LineNumber, "引号没有成对"));
            return table;
        }
    }

    /// <summary>A row may leave out the last columns where they are optional ones; of the others it has lost one.</summary>
    private static List<CatalogueRow> Rows(byte[] bytes, string file, string[] columns, List<CatalogueFault> faults)
    {
        var rows = new List<CatalogueRow>();
        using var csv = CsvReader.Create(bytes, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        if (!csv.Read())
        {
            faults.Add(new CatalogueFault(file, 1, "文件是空的，第1行应为列名"));
            return rows;
        }

        var heading = Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim()).ToList();
        faults.AddRange(columns.Where(column => !heading.Contains(column)).Select(column => new CatalogueFault(file, 1, $"缺少列“{column}”")));
        foreach (var twice in heading.Where(column => column.Length > 0).GroupBy(column => column).Where(group => group.Count() > 1))
            faults.Add(new CatalogueFault(file, 1, $"列“{twice.Key}”有两个"));
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            var texts = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToList();
            if (texts.TrueForAll(string.IsNullOrWhiteSpace)) continue;
            if (texts.Count > heading.Count || heading.Skip(texts.Count).Any(columns.Contains)) faults.Add(new CatalogueFault(file, line, $"有{texts.Count}列，表头有{heading.Count}列"));
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < Math.Min(texts.Count, heading.Count); i++) fields[heading[i]] = texts[i];
            rows.Add(new CatalogueRow(line, fields));
        }

        return rows;
    }

    private static int FirstBadLine(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        foreach (var part in bytes.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(bytes[part])) return line;
            line++;
        }

        return 1;
    }
}
