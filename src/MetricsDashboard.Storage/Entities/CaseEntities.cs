using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Storage.Entities;

/// <summary>The columns of a version of a case, the newest and the past ones alike.</summary>
internal abstract class CaseColumns
{
    public required string CaseNo { get; init; }
    public long Version { get; set; }
    public required string Unit { get; set; }
    public required string ItemCode { get; set; }
    public CaseStatus Status { get; set; }

    /// <summary>What the source shows; null where it shows no cards.</summary>
    public Card? Card { get; set; }

    public CardCause? Cause { get; set; }
    public DateTimeOffset AcceptedAt { get; set; }
    public DateTimeOffset? PromisedDue { get; set; }
    public DateTimeOffset? StatutoryDue { get; set; }
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>An open case has the derived card after these moments.</summary>
    public DateTimeOffset? WarningAfter { get; set; }

    public DateTimeOffset? YellowAfter { get; set; }
    public DateTimeOffset? RedAfter { get; set; }

    /// <summary>Since when the source's card stands.</summary>
    public DateTimeOffset? CardSince { get; set; }

    /// <summary>Since when the version is true: what the source says, or the beginning of the day of its intake.</summary>
    public DateTimeOffset TrueSince { get; set; }

    /// <summary>In force from here; of a case's first known version its acceptance.</summary>
    public DateTimeOffset ValidFrom { get; set; }

    /// <summary>The run that brought it.</summary>
    public Guid RunId { get; set; }
}

/// <summary>办件: its newest version.</summary>
internal sealed class CaseEntity : CaseColumns
{
    /// <summary>Nobody watches it any more since then; null while it is open or a card of the source stands.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What the task force says of the cause; stands above the source's.</summary>
    public CardCause? AgreedCause { get; set; }
}

/// <summary>A version of a case before its newest.</summary>
internal sealed class CasePastEntity : CaseColumns
{
    public DateTimeOffset ValidUntil { get; set; }
}

/// <summary>事项 as the sources name them.</summary>
internal sealed class CaseItemEntity
{
    public required string Code { get; init; }
    public required string Name { get; set; }
    public Guid RunId { get; init; }
    public DateTimeOffset FirstSeenAt { get; init; }
}

/// <summary>A row that waits until somebody explains a word in it.</summary>
internal sealed class HeldCaseEntity
{
    public Guid SourceId { get; init; }
    public required string CaseNo { get; init; }
    public long Version { get; init; }
    public CaseTermKind Kind { get; set; }
    public required string Text { get; set; }

    /// <summary>The row as JSON.</summary>
    public required string Content { get; init; }

    public Guid RunId { get; init; }
    public DateTimeOffset HeldAt { get; init; }
}

/// <summary>What a person said of a source's word; the newest of a word holds.</summary>
internal sealed class CaseTermEntity
{
    public Guid Id { get; init; }
    public Guid SourceId { get; init; }
    public CaseTermKind Kind { get; init; }
    public required string Text { get; init; }
    public required string Meaning { get; init; }
    public required string SaidBy { get; init; }
    public DateTimeOffset SaidAt { get; init; }
}

/// <summary>Something said of a case. Rows are only added.</summary>
internal sealed class CaseNoteEntity
{
    public Guid Id { get; init; }
    public required string CaseNo { get; init; }
    public CaseNoteKind Kind { get; init; }
    public CardCause? Cause { get; init; }

    /// <summary>By when it is to be put right.</summary>
    public DateOnly? Until { get; init; }

    public string? Text { get; init; }
    public required string WrittenBy { get; init; }
    public DateTimeOffset WrittenAt { get; init; }
}

/// <summary>The card thresholds from a moment on. Rows are only added.</summary>
internal sealed class CardThresholdsEntity
{
    public int No { get; init; }
    public int WarningWorkdays { get; init; }
    public bool YellowOnDueDay { get; init; }
    public int? RedAfterWorkdays { get; init; }
    public string? Reason { get; init; }
    public required string ChangedBy { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
}
