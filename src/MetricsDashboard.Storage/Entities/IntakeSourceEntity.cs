namespace MetricsDashboard.Storage.Entities;

/// <summary>数据源: where tables and cases come from that this system did not make.</summary>
internal sealed class IntakeSourceEntity
{
    /// <summary>Of a source whose tables are only brought by hand.</summary>
    public const string TableKind = "table";

    public Guid Id { get; init; }
    public required string Name { get; set; }

    /// <summary>Which class of Ingestion/Sources reads it.</summary>
    public string Kind { get; init; } = TableKind;

    public bool Enabled { get; set; }
    public string? Schedule { get; set; }

    /// <summary>What its kind asks for, as JSON.</summary>
    public string? Settings { get; set; }

    /// <summary>Password or token, encrypted by data protection.</summary>
    public string? Secret { get; set; }

    /// <summary>Where the source's data go on, in its own terms; moved only when a run is done.</summary>
    public string? Cursor { get; set; }

    public DateTimeOffset? LastRunAt { get; set; }
    public DateTimeOffset? LastSuccessAt { get; set; }

    /// <summary>Since when every run failed; null while it is well.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    public int Failures { get; set; }

    /// <summary>What the last look left alone, a line each.</summary>
    public string? Notes { get; set; }

    public required string CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public string? ChangedBy { get; set; }
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>Counted up when a person changes it, not by runs.</summary>
    public int ChangedVersion { get; set; }

    public int Version { get; set; }
}
