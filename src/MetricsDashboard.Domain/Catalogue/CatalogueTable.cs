namespace MetricsDashboard.Domain.Catalogue;

/// <summary>One file of the catalogue as it was read, before any meaning.</summary>
/// <param name="File">File name, named in faults.</param>
/// <param name="Rows">Its rows below the heading.</param>
public sealed record CatalogueTable(string File, IReadOnlyList<CatalogueRow> Rows);

/// <summary>One row of a catalogue file.</summary>
/// <param name="Line">Line number in the file, from 1.</param>
/// <param name="Fields">Text by column name; a blank cell is the empty string.</param>
public sealed record CatalogueRow(int Line, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The trimmed text of a column; empty where the column is missing.</summary>
    public string this[string column] => Fields.TryGetValue(column, out var text) ? text.Trim() : "";
}

/// <summary>Something wrong in a catalogue file.</summary>
/// <param name="File">File name.</param>
/// <param name="Line">Line number, from 1.</param>
/// <param name="Message">A sentence in Chinese.</param>
public sealed record CatalogueFault(string File, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File} 第{Line}行：{Message}";
}

/// <summary>The files of a catalogue.</summary>
/// <param name="Units">units.csv, and any further files of units (townships).</param>
/// <param name="Elements">elements.csv.</param>
/// <param name="Forms">forms.csv.</param>
/// <param name="Indicators">indicators.csv.</param>
/// <param name="Targets">targets.csv.</param>
/// <param name="PublishedFigures">published-figures.csv.</param>
public sealed record CatalogueTables(
    IReadOnlyList<CatalogueTable> Units,
    CatalogueTable Elements,
    CatalogueTable Forms,
    CatalogueTable Indicators,
    CatalogueTable Targets,
    CatalogueTable PublishedFigures)
{
    /// <summary>Further files of published figures.</summary>
    public IReadOnlyList<CatalogueTable> MorePublishedFigures { get; init; } = [];
}
