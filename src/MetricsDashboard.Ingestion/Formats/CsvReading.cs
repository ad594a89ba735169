using CsvHelper;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>Reads the values of a CSV in one pass. A row that has lost its columns is named and yields no values.</summary>
internal sealed class CsvReading(Catalogue catalogue, IntakeRequest request)
{
    private readonly List<RawEntry> entries = [];
    private readonly List<IntakeIssue> issues = [];
    private readonly string meantWeek = request.Week?.ToString() ?? "";
    private int rejected;

    public IntakeContent Read(byte[] bytes)
    {
        if (bytes.Length > IntakeLimits.TextBytes) return FileIssue.Refuse(FileIssue.TooLarge($"文件大于{IntakeLimits.TextBytes / 1024 / 1024}MB"));
        try
        {
            using var csv = CsvText.Open(bytes, line => issues.Add(BadQuote(line)));
            if (!csv.Read()) return FileIssue.Refuse(FileIssue.Of(IssueCodes.EmptyFile, "文件是空的：请填写后重新上传"));
            var texts = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToList();
            if (CsvHeading.Read(texts, (int)csv.LineNumber, catalogue, request, issues) is { } heading) ReadRows(csv, heading, texts);
        }
        catch (CsvFormatException fault)
        {
            issues.Add(BadQuote((int)fault.LineNumber));
        }

        return new IntakeContent(entries, issues, entries.Count + rejected);
    }

    private void ReadRows(CsvReader csv, CsvHeading heading, List<string> texts)
    {
        var columns = texts.Count;
        var valueText = heading.IsLong ? texts[heading.Value].Trim() : "";
        var rows = 0;
        while (csv.Read())
        {
            if (IsBlank(csv)) continue;
            var line = (int)csv.LineNumber;
            if (++rows > IntakeLimits.TextRows || entries.Count > IntakeLimits.Values)
            {
                entries.Clear();
                issues.Add(FileIssue.TooLarge($"数据超过{IntakeLimits.TextRows}行"));
                return;
            }

            if (!HasColumns(csv, columns))
            {
                rejected += heading.IsLong ? 1 : heading.Elements.Count;
                issues.Add(FileIssue.At(
                    IssueCodes.LayoutChanged, null, $"第{line}行", null,
                    $"第{line}行有{csv.FieldCount}列，表头有{columns}列：请补齐或删去多出的列；数里的千位分隔逗号请去掉，或给整个数加引号"));
                continue;
            }

            ReadRow(csv, heading, $"第{line}行", valueText);
        }
    }

    private void ReadRow(CsvReader csv, CsvHeading heading, string cell, string valueText)
    {
        var unit = csv.GetString(heading.Unit).Trim();
        var week = heading.Week < 0 ? meantWeek : csv.GetString(heading.Week).Trim() is { Length: > 0 } stated ? stated : meantWeek;
        if (heading.IsLong)
        {
            Add(unit, week, csv.GetString(heading.Element).Trim(), csv.GetString(heading.Value), new Place(null, $"{cell}“{valueText}”"));
            return;
        }

        foreach (var (column, text, code) in heading.Elements) Add(unit, week, code, csv.GetString(column), new Place(null, $"{cell}“{text}”"));
    }

    private void Add(string unit, string week, string element, string value, Place place)
    {
        var text = value.Trim();
        entries.Add(new RawEntry(unit, week, element, text.Length == 0 ? CellKind.Blank : CellKind.Text, text, place));
    }

    private static bool IsBlank(CsvReader csv)
    {
        for (var i = 0; i < csv.FieldCount; i++)
        {
            if (!string.IsNullOrWhiteSpace(csv.GetString(i))) return false;
        }

        return true;
    }

    /// <summary>As many columns as the heading; more only where they are blank, as Excel leaves them.</summary>
    private static bool HasColumns(CsvReader csv, int columns)
    {
        if (csv.FieldCount < columns) return false;
        for (var i = columns; i < csv.FieldCount; i++)
        {
            if (!string.IsNullOrWhiteSpace(csv.GetString(i))) return false;
        }

        return true;
    }

    internal static IntakeIssue BadQuote(int line) =>
        FileIssue.At(IssueCodes.Damaged, null, $"第{line}行", null, $"第{line}行的引号没有成对：请改正引号后重新上传");
}
