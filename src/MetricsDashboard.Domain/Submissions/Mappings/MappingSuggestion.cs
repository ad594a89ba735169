using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions.Mappings;

/// <summary>Where a mapping begins that nobody has said yet: the likeliest sheet and row of headings, and what the columns probably are.</summary>
public static class MappingSuggestion
{
    private static readonly string[] UnitHeadings =
        ["单位", "单位名称", "单位代码", "部门", "部门名称", "填报单位", "责任单位", "办理单位", "机构", "机构名称", "县区", "县(市、区)", "地区", "区划", "行政区划", "乡镇(街道)", "乡镇", "unit"];

    /// <summary>The sheet and row that look most like headings of a form; the first row of the first sheet where none does.</summary>
    public static (RawTable Table, int HeaderRow)? Header(Catalogue.Catalogue catalogue, Form form, ReportingWeek week, IReadOnlyList<RawTable> tables)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(tables);
        var elements = catalogue.ElementsOf(form, week);
        var rows = tables.SelectMany(table => table.Rows.Take(MappingFit.HeaderRows).Select(row => (Table: table, Row: row))).ToList();
        if (rows.Count == 0) return null;
        var best = rows.Select(row => (row.Table, row.Row.Number, Score: Score(elements, row.Table, row.Row))).MaxBy(row => row.Score);
        return (best.Table, best.Number);
    }

    /// <summary>What the columns under a row of headings probably are, by their numbers; those of which nothing can be said are not there.</summary>
    public static IReadOnlyDictionary<int, ColumnSuggestion> Columns(Catalogue.Catalogue catalogue, Form form, ReportingWeek week, RawTable table, int headerRow)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(table);
        var columns = table.Columns(headerRow);
        var suggestions = ColumnSuggestions.Of(catalogue.ElementsOf(form, week), columns).ToDictionary();
        var matching = new UnitMatching(catalogue, form, week, []);
        var found = columns.Where(column => !suggestions.TryGetValue(column.Number, out var known) || known.Use is ColumnUse.Ignored)
            .Select(column => (Column: column, Units: table.Body(headerRow).Select(row => matching.Find(row[column.Number].Text).Unit).ToList()))
            .Select(row => (row.Column, row.Units, Count: row.Units.Count(unit => unit is not null)))
            .Where(row => row.Count > 0 || UnitHeadings.Contains(IntakeNames.Simplify(row.Column.Heading), StringComparer.OrdinalIgnoreCase))
            .OrderByDescending(row => row.Count).ToList();
        if (found.Count == 0) return suggestions;
        var best = found.TakeWhile(row => row.Count == found[0].Count).ToList();

        // A code and a name of the same units are equally good; two columns of different units are not.
        if (best.Skip(1).Any(other => !other.Units.SequenceEqual(best[0].Units))) return suggestions;
        suggestions[best[0].Column.Number] = new ColumnSuggestion(ColumnUse.Unit, null, best[0].Count > 0 ? $"{best[0].Count}行是单位的代码或名称" : "标题是单位");
        foreach (var (column, _, _) in best.Skip(1)) suggestions[column.Number] = new ColumnSuggestion(ColumnUse.Ignored, null, $"与{best[0].Column.Name}是同样的单位");
        return suggestions;
    }

    private static int Score(IReadOnlyList<DataElement> elements, RawTable table, RawRow row)
    {
        var texts = row.Cells.Where(cell => cell.Kind is CellKind.Text).Select(cell => cell.Text).ToList();
        var known = texts.Count(text => ColumnSuggestions.IsElement(elements, text) || UnitHeadings.Contains(IntakeNames.Simplify(text), StringComparer.OrdinalIgnoreCase));

        // Of headings in two rows the lower one stands above the figures, and the upper one reaches down to it.
        var reached = table.Merges.Count(merge => merge.LastRow == row.Number && merge.FirstRow < row.Number);
        return (10 * (known + reached)) + Math.Min(9, texts.Distinct(StringComparer.Ordinal).Count() > 1 ? texts.Count : 0);
    }
}
