using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Published;

namespace MetricsDashboard.Storage.Stores;

/// <summary>One state of a published figure: what was entered, by whom, and whether it still counts.</summary>
/// <param name="No">Number of the state.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Replaces">The state before; null for a first entry.</param>
/// <param name="IsCurrent">Does it count now?</param>
/// <param name="IsWithdrawn">Does it withdraw the figure?</param>
/// <param name="RecordedBy">Null for what the catalogue's files brought.</param>
/// <param name="RecordedAt">Null for the same.</param>
/// <param name="Reason">Why it was corrected or withdrawn.</param>
public sealed record PublishedRevision(
    int No, PublishedFigure Figure, int? Replaces, bool IsCurrent, bool IsWithdrawn, string? RecordedBy, DateTimeOffset? RecordedAt, string? Reason);

/// <summary>One state of a provincial table.</summary>
/// <param name="No">Number of the state.</param>
/// <param name="Table">The table.</param>
/// <param name="Replaces">The state before; null for a first entry.</param>
/// <param name="IsCurrent">Does it count now?</param>
/// <param name="IsWithdrawn">Does it withdraw the table?</param>
/// <param name="RecordedBy">Who entered it.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="Reason">Why it was corrected or withdrawn, or what was confirmed about it.</param>
public sealed record TableRevision(
    int No, ProvinceTable Table, int? Replaces, bool IsCurrent, bool IsWithdrawn, string RecordedBy, DateTimeOffset RecordedAt, string? Reason);

/// <summary>What an import of figures did.</summary>
/// <param name="Created">New figures.</param>
/// <param name="Revised">Corrected figures.</param>
/// <param name="Unchanged">Figures that were kept already just so.</param>
public sealed record PublishedCounts(int Created, int Revised, int Unchanged);
