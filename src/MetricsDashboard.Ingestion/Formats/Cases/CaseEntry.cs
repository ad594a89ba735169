using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>What stands at one place of a case file: a row, or a fault. Exactly one of the two is set.</summary>
/// <param name="Row">The row; null where the place holds none that can be read.</param>
/// <param name="Place">第12行, 第3页第7条.</param>
/// <param name="Raw">What stands there, where it is a fault; at most 2000 characters. Empty for a row, whose texts are all there.</param>
/// <param name="Fault">What is wrong and what to do, a sentence in Chinese without its full stop.</param>
public readonly record struct CaseEntry(CaseRow? Row, string Place, string Raw, string? Fault)
{
    internal static CaseEntry Of(CaseRow row) => new(row, row.Place, "", null);

    internal static CaseEntry Faulty(string place, ReadOnlySpan<char> raw, string fault) =>
        new(null, place, new string(raw[..Math.Min(raw.Length, CaseLimits.RawText)]), fault);
}
