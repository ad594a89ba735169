using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Storage.Stores;

/// <summary>A form that was begun on the web, and who last typed into it.</summary>
public sealed record DraftRow(Form Form, string ChangedBy, DateTimeOffset ChangedAt);

/// <summary>A cell as it was last typed.</summary>
/// <param name="Unit">The unit that the value is of: with townships the township.</param>
/// <param name="Version">What a change of the cell has to be based on.</param>
public sealed record DraftCell(string Element, string Unit, string Text, Guid Version, string ChangedBy, DateTimeOffset ChangedAt);

/// <summary>What somebody typed into a cell.</summary>
/// <param name="BasedOn">The version of the cell that was on the screen; null where nobody had typed into it.</param>
public sealed record DraftChange(string Element, string Unit, string Text, Guid? BasedOn);

/// <param name="Cells">Every cell of the draft as it stands now, others' too.</param>
/// <param name="Conflicts">The cells that were left as somebody else had changed them meanwhile.</param>
public sealed record DraftSaved(IReadOnlyList<DraftCell> Cells, IReadOnlyList<DraftCell> Conflicts);
