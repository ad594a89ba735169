namespace MetricsDashboard.Storage.Entities;

/// <summary>What somebody typed into a cell of a form that is not sent yet; it may be wrong.</summary>
internal sealed class DraftCellEntity
{
    public int Week { get; init; }
    public required string Unit { get; init; }
    public required string Form { get; init; }
    public required string Element { get; init; }

    /// <summary>The unit that the value is of: with townships the township.</summary>
    public required string RowUnit { get; init; }

    /// <summary>As typed; empty for a cell that was emptied.</summary>
    public required string Text { get; set; }

    /// <summary>Another with every change, so that it never comes back when a draft was sent and a new one begun.</summary>
    public Guid Version { get; set; }

    public required string ChangedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}
