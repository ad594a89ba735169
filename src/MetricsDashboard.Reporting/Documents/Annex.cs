namespace MetricsDashboard.Reporting.Documents;

/// <summary>A table at the end of the report, on landscape A4.</summary>
/// <param name="Label">As 附表1.</param>
/// <param name="Title">As 全市主要指标完成情况表.</param>
/// <param name="AsOfLine">The line under the title, as 统计时点：2020年9月27日24时.</param>
/// <param name="Table">The table.</param>
/// <param name="Notes">Without number and without 注：; the writers add them.</param>
public sealed record Annex(
    string Label,
    string Title,
    string AsOfLine,
    Table Table,
    IReadOnlyList<string> Notes);

/// <summary>A table. Every row has as many cells as there are columns.</summary>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows);

/// <summary>A column.</summary>
/// <param name="Header">Its heading; the heading rows repeat on every page.</param>
/// <param name="Width">Its share of the table's width, in any unit (all shares are put in relation).</param>
/// <param name="Alignment">How its cells are set; headings are always centred.</param>
/// <param name="Group">Neighbouring columns of the same group stand under one common heading, in an upper heading row.</param>
public sealed record TableColumn(
    string Header,
    decimal Width,
    CellAlignment Alignment = CellAlignment.Center,
    string? Group = null);

/// <summary>A row.</summary>
/// <param name="Cells">One per column.</param>
/// <param name="Total">True for a row that sums the others (全市, 合计): set in bold.</param>
public sealed record TableRow(IReadOnlyList<Cell> Cells, bool Total = false);

/// <summary>A cell.</summary>
/// <param name="Text">Its text; “—” where there is nothing to say.</param>
/// <param name="Link">The relative address of the number's explanation.</param>
/// <param name="Mark">What the reader should notice. The text must say it too: colour never stands alone.</param>
public sealed record Cell(string Text, string? Link = null, CellMark Mark = CellMark.None);

/// <summary>Alignment within a cell.</summary>
public enum CellAlignment
{
    /// <summary>Centred: words, ranks.</summary>
    Center,

    /// <summary>Left: names and sentences.</summary>
    Left,

    /// <summary>Right: figures to be compared down the column.</summary>
    Right,
}

/// <summary>What the reader should notice about a cell.</summary>
public enum CellMark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>达标.</summary>
    Met,

    /// <summary>接近目标.</summary>
    Near,

    /// <summary>未达标.</summary>
    Missed,

    /// <summary>The value is last week's, carried because the unit did not report: the writers append “*”.</summary>
    Carried,
}
