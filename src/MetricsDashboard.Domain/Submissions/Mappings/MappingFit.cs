namespace MetricsDashboard.Domain.Submissions.Mappings;

/// <summary>Whether a saved mapping is about a file: the same headings, in whatever row where they stand once, and in another order where no heading occurs twice.</summary>
/// <param name="Table">The sheet that it is about, or the likeliest; null where the file has none.</param>
/// <param name="HeaderRow">The row of its headings there.</param>
/// <param name="Differences">What differs, a sentence each; empty where the mapping can be used.</param>
public sealed record MappingFit(RawTable? Table, int HeaderRow, IReadOnlyList<string> Differences)
{
    /// <summary>Headings are looked for in so many rows.</summary>
    public const int HeaderRows = 30;

    /// <summary>Can the mapping be used as it is?</summary>
    public bool IsSame => Table is not null && Differences.Count == 0;

    /// <summary>Compares.</summary>
    public static MappingFit Of(ColumnMapping mapping, IReadOnlyList<RawTable> tables)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(tables);
        var filled = tables.Where(table => table.Rows.Count > 0).ToList();
        var candidates = filled.Count > 1 && filled.Exists(table => table.Sheet == mapping.Sheet) ? [.. filled.Where(table => table.Sheet == mapping.Sheet)] : filled;
        var fits = (from table in candidates
                    from row in table.Rows.Where((row, at) => at < HeaderRows || row.Number == mapping.HeaderRow)
                    let columns = table.Columns(row.Number)
                    let shared = columns.Count(column => column.Heading.Length > 0 && mapping.Columns.Any(known => known.Is(column)))
                    where shared > 0 || row.Number == mapping.HeaderRow
                    select (table, row.Number, columns, shared)).ToList();
        var same = fits.Where(fit => Compare(mapping, fit.columns).Count == 0).ToList();
        if (same is [var only]) return new MappingFit(only.table, only.Number, []);
        if (same.Count > 1)
        {
            // Where the same headings stand more than once, a person has chosen by saying it of one of them.
            if (same.Where(fit => fit.table.Sheet == mapping.Sheet && fit.Number == mapping.HeaderRow).ToList() is [var chosen]) return new MappingFit(chosen.table, chosen.Number, []);
            var sheets = string.Join("、", same.Select(fit => fit.table.Sheet is { } sheet ? $"{Quotation.Of(sheet)}第{fit.Number}行" : $"第{fit.Number}行"));
            return new MappingFit(same[0].table, same[0].Number, [$"文件里有{same.Count}处相同的表头（{sheets}），请选择用哪一处。"]);
        }

        if (fits.Count == 0) return new MappingFit(filled.FirstOrDefault(), mapping.HeaderRow, ["文件里没有找到上次的表头。"]);
        var best = fits.OrderByDescending(fit => fit.shared).ThenBy(fit => fit.Number == mapping.HeaderRow ? 0 : 1).ThenBy(fit => fit.Number).First();
        return new MappingFit(best.table, best.Number, Compare(mapping, best.columns));
    }

    private static List<string> Compare(ColumnMapping mapping, IReadOnlyList<RawColumn> columns)
    {
        var differences = new List<string>();
        foreach (var gone in mapping.Columns.Where(known => !columns.Any(known.Is)))
            differences.Add($"上次的列{MappedColumn.NameOf(gone.Heading, gone.Occurrence)}没有了。");
        foreach (var added in columns.Where(column => !mapping.Columns.Any(known => known.Is(column))))
            differences.Add($"多了一列{added.Name}（{RawTable.ColumnName(added.Number)}列）。");
        if (differences.Count > 0) return differences;

        // Of columns with the same heading only their order tells which is which.
        var twice = columns.Where(column => column.Occurrence > 1 || column.Heading.Length == 0).Select(column => column.Name).ToList();
        if (twice.Count > 0 && !columns.Zip(mapping.Columns).All(pair => pair.Second.Is(pair.First)))
            differences.Add($"列的次序变了，而{string.Join("、", twice)}只能按次序分辨。");
        return differences;
    }
}
