using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>A CSV of cases: a heading, and a line for each.</summary>
internal sealed class CaseCsv
{
    private readonly CaseLayout layout;
    private readonly CsvRecords records;
    private readonly CaseTexts texts = new();
    private readonly CaseColumns columns;
    private long rows;

    private CaseCsv(CsvRecords records, CaseLayout layout)
    {
        (this.records, this.layout) = (records, layout);
        if (!FindHeading(records)) throw new CaseFileException("文件是空的：没有表头。");
        columns = CaseColumns.Of(Heading(records), layout);
    }

    public static IEnumerable<CaseEntry> Read(Stream stream, CaseLayout layout)
    {
        using var text = Open(stream, out var separator);
        var csv = new CaseCsv(new CsvRecords(text, separator), layout);
        while (csv.Next() is { } entry) yield return entry;
    }

    /// <summary>The heading's texts; empty where there is none.</summary>
    public static IReadOnlyList<string> Heading(Stream stream)
    {
        using var text = Open(stream, out var separator);
        var records = new CsvRecords(text, separator);
        return FindHeading(records) && records.Fault is null ? Names(records) : [];
    }

    private static StreamReader Open(Stream stream, out char separator)
    {
        var encoding = CaseEncoding.Of(stream);
        using (var first = new StreamReader(stream, encoding, true, 4096, leaveOpen: true)) separator = Separator(first);
        stream.Position = 0;
        return new StreamReader(stream, encoding, true, 64 * 1024, leaveOpen: true);
    }

    private static char Separator(StreamReader text)
    {
        Span<char> beginning = stackalloc char[4000];
        ReadOnlySpan<char> line = beginning[..text.ReadBlock(beginning)];
        line = line.TrimStart();
        if (line.IndexOfAny('\r', '\n') is var length and >= 0) line = line[..length];
        int comma = line.Count(','), semicolon = line.Count(';'), tab = line.Count('\t');
        return tab > comma && tab > semicolon ? '\t' : semicolon > comma ? ';' : ',';
    }

    private static bool FindHeading(CsvRecords records)
    {
        while (records.Read())
        {
            if (records.Fault is not null || !IsBlank(records)) return true;
        }

        return false;
    }

    private static List<string> Heading(CsvRecords records) => records.Fault is { } fault
        ? throw new CaseFileException($"表头（第{records.Line}行）{fault}。")
        : Names(records);

    private static List<string> Names(CsvRecords records)
    {
        var names = new List<string>(records.Count);
        for (var i = 0; i < records.Count; i++) names.Add(new string(records[i].Trim()));
        return names;
    }

    private CaseEntry? Next()
    {
        while (records.Read())
        {
            if (records.Fault is null && IsBlank(records)) continue;
            if (++rows > CaseLimits.Rows) throw new CaseFileException($"文件超过{CaseLimits.Rows}行，请分成几个文件。");
            var place = $"{layout.Prefix}第{records.Line}行";
            if (records.Fault is null && !HasColumns())
                records.GiveUp(records.Count < columns.Count ? $"只有{records.Count}列，表头有{columns.Count}列，请补齐" : $"有{records.Count}列，表头只有{columns.Count}列，请删去多出的列，或给含分隔符的文字加引号");
            if (records.Fault is { } broken) return CaseEntry.Faulty(place, records.Raw, broken);
            texts.Clear();
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i] is var column and not CaseColumns.None) texts.Set(column, records[i]);
            }

            if (texts.Fault is { } fault)
            {
                records.GiveUp(fault);
                return CaseEntry.Faulty(place, records.Raw, fault);
            }

            if (columns.Mark != CaseColumns.None) layout.OnMark?.Invoke(new string(records[columns.Mark].Trim()));
            return CaseEntry.Of(texts.Row(place));
        }

        return null;
    }

    /// <summary>As many columns as the heading; more only where they are blank, as Excel leaves them.</summary>
    private bool HasColumns()
    {
        if (records.Count < columns.Count) return false;
        for (var i = columns.Count; i < records.Count; i++)
        {
            if (!records[i].IsWhiteSpace()) return false;
        }

        return true;
    }

    private static bool IsBlank(CsvRecords records)
    {
        for (var i = 0; i < records.Count; i++)
        {
            if (!records[i].Trim().Trim('\x1A').IsEmpty) return false;
        }

        return true;
    }
}
