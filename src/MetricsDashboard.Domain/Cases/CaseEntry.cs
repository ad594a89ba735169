namespace MetricsDashboard.Domain.Cases;

/// <summary>What a source's data hold at one place: a row, or something that is none.</summary>
/// <param name="Row">The row; null where there is none to be made of it.</param>
/// <param name="Place">第12行, 第3页第7条.</param>
/// <param name="Raw">As it was read, at most 2000 characters; for the list of what was rejected.</param>
/// <param name="Fault">Why no row can be made of it, and what to do; null where there is one.</param>
public sealed record CaseEntry(CaseRow? Row, string Place, string Raw, string? Fault);
