using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>What a file of published figures holds: one of the two, or the sentences that say why neither.</summary>
/// <param name="Figures">The rows of a list of figures, as published-figures.csv has them; null where it is none.</param>
/// <param name="Places">The rows of a provincial table; null where it is none.</param>
/// <param name="Faults">What is wrong with the file itself.</param>
public sealed record PublishedFile(IReadOnlyList<PublishedEntry>? Figures, IReadOnlyList<PlaceEntry>? Places, IReadOnlyList<string> Faults)
{
    private static readonly string[] PlaceNames = ["地区", "市", "城市", "省辖市", "单位", "地市", "市(地区)", "place"];
    private static readonly string[] RankNames = ["名次", "排名", "位次", "排序", "rank"];
    private static readonly string[] ValueNames = ["数值", "值", "指标值", "本期值", "数值(%)", "value"];
    private static readonly string[] Notes = ["注", "说明", "备注", "来源", "资料来源", "数据来源"];
    private const int TitleLines = 30;

    private static readonly (string Code, string Name, bool IsNeeded)[] Columns =
    [
        ("indicator", PublishedFields.Indicator, true), ("unit", PublishedFields.Unit, true), ("period_kind", PublishedFields.PeriodKind, true), ("period", PublishedFields.Period, true),
        ("value", PublishedFields.Value, true), ("bound", PublishedFields.Bound, true), ("province_rank", PublishedFields.Rank, true), ("rank_text", PublishedFields.RankText, true),
        ("baseline", PublishedFields.Baseline, true), ("label", PublishedFields.Label, true), ("document", PublishedFields.Document, true), ("received", PublishedFields.Received, false),
    ];

    /// <summary>Reads a file by its headings: rows of titles above them are passed over.</summary>
    public static PublishedFile Read(byte[] bytes, string fileName)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(fileName);
        var (sheets, fault) = TextGrid.Read(bytes, fileName);
        if (fault is not null) return Refuse(fault);
        var found = sheets.SelectMany(sheet => sheet.Take(TitleLines).Select((line, at) => (Sheet: sheet, Line: line, At: at)))
            .Where(entry => IsFigures(entry.Line) || IsPlaces(entry.Line)).ToList();
        return found switch
        {
            [] => Refuse($"没有找到表头：省通报全表应有“{PublishedFields.Place}”和“{PublishedFields.Value}”或“{PublishedFields.PlaceRank}”列；公布值清单应有“{string.Join(',', Columns.Select(column => column.Code))}”各列。"),
            [var (sheet, line, at)] => IsFigures(line) ? Figured(line, [.. sheet.Skip(at + 1)]) : Placed(line, [.. sheet.Skip(at + 1)]),
            _ => Refuse($"文件里有{found.Count}处表头（{string.Join("、", found.Select(entry => entry.Line.Where))}），一次只能导入一张表，请分开上传。"),
        };
    }

    private static PublishedFile Refuse(params string[] faults) => new(null, null, faults);

    private static bool IsFigures(GridLine line) => Find(line, "indicator", PublishedFields.Indicator) >= 0 && Find(line, "period", PublishedFields.Period) >= 0;

    private static bool IsPlaces(GridLine line) => !IsFigures(line) && Find(line, PlaceNames) >= 0 && (Find(line, RankNames) >= 0 || Find(line, ValueNames) >= 0);

    private static int Find(GridLine line, params string[] names)
    {
        for (var column = 0; column < line.Cells.Count; column++)
            if (names.Contains(IntakeNames.Simplify(line[column]), StringComparer.OrdinalIgnoreCase)) return column;
        return -1;
    }

    private static IEnumerable<string> Twice(GridLine line, params string[] names) =>
        line.Cells.Where(cell => names.Contains(IntakeNames.Simplify(cell), StringComparer.OrdinalIgnoreCase)).Skip(1).Take(1)
            .Select(cell => $"{line.Where}：表头{Quotation.Of(cell)}的意思有两列都可以是，请只留一列。");

    private static IEnumerable<string> TooWide(GridLine heading, IEnumerable<GridLine> rows) => rows.Where(row => row.Cells.Skip(heading.Cells.Count).Any(cell => cell.Length > 0))
        .Select(row => $"{row.Where}：有{row.Cells.Count}列，表头只有{heading.Cells.Count}列；数里的千位分隔逗号请去掉，或给整个数加引号。");

    private static PublishedFile Figured(GridLine heading, List<GridLine> rows)
    {
        var faults = Columns.Where(column => column.IsNeeded && Find(heading, column.Code, column.Name) < 0).Select(column => $"{heading.Where}：表头缺少“{column.Code}”（{column.Name}）列。")
            .Concat(Columns.SelectMany(column => Twice(heading, column.Code, column.Name)))
            .Concat(TooWide(heading, rows)).ToList();
        var needed = Columns.Where(column => column.IsNeeded).Max(column => Find(heading, column.Code, column.Name)) + 1;
        faults.AddRange(rows.Where(row => row.Cells.Count < needed).Select(row => $"{row.Where}：只有{row.Cells.Count}列，表头有{heading.Cells.Count}列，请核对是否少了逗号。"));
        if (faults.Count > 0) return new PublishedFile(null, null, faults);
        return new PublishedFile([.. rows.Select(row => Entry(heading, row))], null, []);
    }

    private static PublishedEntry Entry(GridLine heading, GridLine row)
    {
        string Text(string code) => row[Find(heading, code, Columns.First(column => column.Code == code).Name)];
        return new PublishedEntry(row.Where)
        {
            Indicator = Text("indicator"),
            Unit = Text("unit"),
            PeriodKind = Text("period_kind"),
            Period = Text("period"),
            Value = Text("value"),
            Bound = Text("bound"),
            Rank = Text("province_rank"),
            RankText = Text("rank_text"),
            Baseline = Text("baseline"),
            Label = Text("label"),
            Document = Text("document"),
            Received = Text("received"),
        };
    }

    private static PublishedFile Placed(GridLine heading, List<GridLine> rows)
    {
        var faults = Twice(heading, PlaceNames).Concat(Twice(heading, RankNames)).Concat(Twice(heading, ValueNames)).Concat(TooWide(heading, rows)).ToList();
        if (faults.Count > 0) return new PublishedFile(null, null, faults);
        int place = Find(heading, PlaceNames), rank = Find(heading, RankNames), value = Find(heading, ValueNames);
        return new PublishedFile(null, [.. rows.Where(row => !IsNote(row)).Select(row => new PlaceEntry(row.Where, row[place], row[value], row[rank]))], []);
    }

    /// <summary>A line of text below the table.</summary>
    private static bool IsNote(GridLine row) => row.Cells.Count(cell => cell.Length > 0) == 1
        && row.Cells.First(cell => cell.Length > 0) is var text && Notes.Any(note => text.StartsWith(note, StringComparison.Ordinal) && text.Length > note.Length && text[note.Length] is '：' or ':');
}
