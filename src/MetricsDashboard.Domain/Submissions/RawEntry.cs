namespace MetricsDashboard.Domain.Submissions;

/// <summary>What kind of thing stood in a cell.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    Blank,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number formatted as a percentage, or text such as 99%.</summary>
    Percentage,

    /// <summary>Text; in a CSV everything is text until it is read as a number.</summary>
    Text,

    /// <summary>A date, a truth value or an error value.</summary>
    Other,

    /// <summary>A formula whose result was not stored.</summary>
    FormulaWithoutValue,
}

/// <summary>Where a value stood: what rule 9 calls sheet and cell.</summary>
/// <param name="Sheet">Sheet; null for CSV and JSON.</param>
/// <param name="Cell">C7, or 第12行 of a CSV.</param>
public readonly record struct Place(string? Sheet, string? Cell);

/// <summary>One value as it was sent, before any check: unit, week and element as the file writes them.</summary>
/// <param name="Unit">Code or name of the row unit.</param>
/// <param name="Week">2020-W39.</param>
/// <param name="Element">Code of the element.</param>
/// <param name="Kind">What stood there.</param>
/// <param name="Text">As text, numbers in invariant form; empty for a blank.</param>
/// <param name="Place">Where.</param>
public sealed record RawEntry(string Unit, string Week, string Element, CellKind Kind, string Text, Place Place);

/// <summary>A file as its reader understood it. Reading never stops at the first fault.</summary>
/// <param name="Entries">The values.</param>
/// <param name="Issues">What the reader itself found wrong: format, sheets, layout.</param>
/// <param name="RowsRead">Values read, the first of the counts that must add up (design.md rule 11).</param>
public sealed record IntakeContent(IReadOnlyList<RawEntry> Entries, IReadOnlyList<IntakeIssue> Issues, int RowsRead);
