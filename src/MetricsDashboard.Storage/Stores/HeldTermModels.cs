using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Storage.Stores;

/// <summary>A row that waits, to see what the word stands for.</summary>
public sealed record HeldExample(string CaseNo, string Item);

/// <summary>A word of a source for which rows wait.</summary>
/// <param name="Rows">How many wait for it now. A row with two unknown words waits for one after the other.</param>
/// <param name="FirstAt">When the row was held that waits longest.</param>
/// <param name="LastAt">When a row was held last.</param>
/// <param name="Said">What was said of it; its rows are about to flow in. Null where nobody said anything.</param>
public sealed record HeldTerm(
    Guid SourceId, string Source, CaseTermKind Kind, string Text, int Rows, DateTimeOffset FirstAt, DateTimeOffset LastAt, IReadOnlyList<HeldExample> Examples, string? Said);

/// <summary>What a person said of a word.</summary>
/// <param name="Meaning">A unit's code, or the interface's name of a cause, card or status.</param>
/// <param name="IsInForce">Was nothing else said of the word since?</param>
public sealed record SaidTerm(Guid SourceId, string Source, CaseTermKind Kind, string Text, string Meaning, string SaidBy, DateTimeOffset SaidAt, bool IsInForce);
