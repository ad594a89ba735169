using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions.Mappings;

/// <summary>What becomes of a row.</summary>
public enum RowFinding
{
    /// <summary>It is a unit's.</summary>
    Matched,

    /// <summary>Skipped: a person said so, or it is a line below the table without figures.</summary>
    Skipped,

    /// <summary>Nobody knows whose it is. A file with such a row is refused.</summary>
    Unmatched,
}

/// <summary>A row below the headings.</summary>
/// <param name="Number">Its row or line, from 1.</param>
/// <param name="Text">What stands in the unit column.</param>
/// <param name="Finding">What becomes of it.</param>
/// <param name="Unit">Whose it is; null where it is nobody's.</param>
/// <param name="How">How the unit was found, why it was not, or why the row is skipped.</param>
/// <param name="Entries">Its values; empty unless it is a unit's.</param>
public sealed record MappedRow(int Number, string Text, RowFinding Finding, Unit? Unit, string How, IReadOnlyList<RawEntry> Entries)
{
    /// <summary>Why it would be skipped, for a person to confirm; null where nothing speaks for it.</summary>
    public string? Proposal { get; init; }
}

/// <summary>A table of another system, read as a mapping says: values for the one check that every file goes through.</summary>
/// <param name="Rows">The rows below the headings, in order.</param>
/// <param name="Absent">Units that the form is asked of and that have no row.</param>
/// <param name="Issues">What is wrong: rows of nobody, and totals that are not the sum of their rows.</param>
public sealed record MappedTable(IReadOnlyList<MappedRow> Rows, IReadOnlyList<Unit> Absent, IReadOnlyList<IntakeIssue> Issues)
{
    private const int Named = 3;

    /// <summary>The rows of nobody.</summary>
    public IEnumerable<MappedRow> Unmatched => Rows.Where(row => row.Finding is RowFinding.Unmatched);

    /// <summary>Units with more than one row.</summary>
    public IEnumerable<IGrouping<Unit, MappedRow>> Repeated => Rows.Where(row => row.Unit is not null).GroupBy(row => row.Unit!).Where(rows => rows.Skip(1).Any());

    /// <summary>As any reader hands it on.</summary>
    public IntakeContent Content => new([.. Rows.SelectMany(row => row.Entries)], Issues, Rows.Sum(row => row.Entries.Count));

    /// <summary>Reads a table.</summary>
    /// <param name="catalogue">The catalogue in force.</param>
    /// <param name="week">The week that its figures are of.</param>
    /// <param name="table">The table.</param>
    /// <param name="headerRow">The row of its headings.</param>
    /// <param name="mapping">What its columns and units are.</param>
    /// <exception cref="KeyNotFoundException">There is no such form.</exception>
    public static MappedTable Read(Catalogue.Catalogue catalogue, ReportingWeek week, RawTable table, int headerRow, ColumnMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(mapping);
        var matching = new UnitMatching(catalogue, catalogue.Form(mapping.Form), week, mapping.Units);
        var columns = table.Columns(headerRow).Select(column => (Column: column, Use: mapping.Columns.FirstOrDefault(use => use.Is(column)))).ToList();
        if (columns.Find(column => column.Use?.Use is ColumnUse.Unit).Column is not { } unitColumn) return new MappedTable([], [], []);
        var elements = columns.Where(column => column.Use is { Use: ColumnUse.Element, Element: not null }).Select(column => (column.Column, Element: column.Use!.Element!)).ToList();
        var rows = table.Body(headerRow).Select(row => Read(week, table, row, unitColumn, elements, matching)).ToList();
        var present = rows.Select(row => row.Unit).OfType<Unit>().ToHashSet();
        var issues = rows.Where(row => row.Finding is RowFinding.Unmatched).Select(row => Unknown(table, row, unitColumn, mapping)).ToList();
        issues.AddRange(Totals(catalogue, table, rows, elements, matching));
        return new MappedTable(rows, [.. matching.Units.Where(unit => !present.Contains(unit))], issues);
    }

    private static MappedRow Read(
        ReportingWeek week, RawTable table, RawRow row, RawColumn unitColumn, List<(RawColumn Column, string Element)> elements, UnitMatching matching)
    {
        var text = row[unitColumn.Number].Text.Trim();
        var match = matching.Find(text);
        if (match.Unit is { } unit)
        {
            return new MappedRow(row.Number, text, RowFinding.Matched, unit, match.How,
            [
                .. elements.Select(element => new RawEntry(
                    unit.Code, week.ToString(), element.Element, row[element.Column.Number].Kind, row[element.Column.Number].Text, table.Place(row.Number, element.Column.Number, element.Column.Heading))),
            ]);
        }

        if (match.IsSkipped) return new MappedRow(row.Number, text, RowFinding.Skipped, null, match.How, []);
        var hasFigures = elements.Any(element => row[element.Column.Number].Kind is not CellKind.Blank);
        if (!hasFigures && (text.Length == 0 || UnitMatching.IsRemark(text))) return new MappedRow(row.Number, text, RowFinding.Skipped, null, "没有单位，也没有数", []);
        return new MappedRow(row.Number, text, RowFinding.Unmatched, null, match.How, []) { Proposal = matching.Proposal(text) };
    }

    private static IntakeIssue Unknown(RawTable table, MappedRow row, RawColumn unitColumn, ColumnMapping mapping)
    {
        var place = table.Place(row.Number, unitColumn.Number, unitColumn.Heading);
        return new IntakeIssue(
            Severity.Error, IssueCodes.UnknownUnit, place.Sheet, place.Cell, null, null, row.Text,
            $"第{row.Number}行{(row.Text.Length > 0 ? $"的{Quotation.Of(row.Text)}" : "")}不知道是哪个单位（{row.How}）：请在城市报表页面重新上传，指定它是哪个单位，或者注明不采用这一行的原因")
        {
            FormCode = mapping.Form,
        };
    }

    /// <summary>Whether a total is the sum of the rows; not where a row of nobody may be part of it, or an element has no sum.</summary>
    private static IEnumerable<IntakeIssue> Totals(
        Catalogue.Catalogue catalogue, RawTable table, List<MappedRow> rows, List<(RawColumn Column, string Element)> elements, UnitMatching matching)
    {
        if (rows.Exists(row => row.Finding is RowFinding.Unmatched && row.Proposal is null)) yield break;
        foreach (var total in rows.Where(row => row.Unit is null && matching.IsTotal(row.Text)))
        {
            for (var i = 0; i < elements.Count; i++)
            {
                var (column, code) = elements[i];
                if (catalogue.FindElement(code) is not { RollUp: RollUp.Sum, IsText: false } element) continue;
                var cell = table.Row(total.Number)![column.Number];
                if (cell.Kind is CellKind.Blank || Count(cell, element) is not { } stated) continue;
                var parts = rows.Where(row => row.Unit is not null).Select(row => row.Entries[i]).Where(entry => entry.Kind is not CellKind.Blank)
                    .Select(entry => Count(new RawCell(entry.Kind, entry.Text), element)).ToList();
                if (parts.Contains(null) || parts.Sum() == stated) continue;
                var place = table.Place(total.Number, column.Number, column.Heading);
                yield return new IntakeIssue(
                    Severity.Warning, IssueCodes.TotalDiffers, place.Sheet, place.Cell, null, element.Name, cell.Text,
                    $"{Quotation.Of(total.Text)}的{Quotation.Of(element.Name)}是{stated}，各行之和是{parts.Sum()}：请核对是否少了单位、有重复或改动")
                {
                    FormCode = element.Form,
                    ElementCode = element.Code,
                };
            }
        }
    }

    private static long? Count(RawCell cell, DataElement element) =>
        IntakeNumber.Read(new RawEntry("", "", element.Code, cell.Kind, cell.Text, default), element with { Maximum = null }).Value;

    /// <summary>The numbers of rows, shortened: 第5、9行.</summary>
    public static string RowsText(IEnumerable<MappedRow> rows)
    {
        var numbers = rows.Select(row => row.Number).ToList();
        return numbers.Count > Named ? $"第{string.Join("、", numbers.Take(Named))}等{numbers.Count}行" : $"第{string.Join("、", numbers)}行";
    }
}
