namespace MetricsDashboard.Domain.Cases;

/// <summary>What stands at one place of a source's data: a row, or a fault. Exactly one of the two is set.</summary>
/// <param name="Row">The row; null where the place holds none that can be read.</param>
/// <param name="Place">第12行, 第3页第7条.</param>
/// <param name="Raw">What stands there, where it is a fault; at most 2000 characters. Empty for a row, whose texts are all there.</param>
/// <param name="Fault">What is wrong and what to do, a sentence in Chinese without its full stop.</param>
public readonly record struct CaseEntry(CaseRow? Row, string Place, string Raw, string? Fault)
{
    /// <summary>So much of what stands there is kept, in characters.</summary>
    public const int LongestRaw = 2000;

    /// <summary>What stands there, at most <see cref="LongestRaw"/> characters.</summary>
    public string Text
    {
        get
        {
            var text = Raw.Length > 0 || Row is null ? Raw : string.Join(',', Row.Texts);
            return text.Length > LongestRaw ? text[..LongestRaw] : text;
        }
    }

    /// <summary>A row.</summary>
    public static CaseEntry Of(CaseRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new CaseEntry(row, row.Place, "", null);
    }

    /// <summary>A place that holds no row that can be read.</summary>
    public static CaseEntry Faulty(string place, ReadOnlySpan<char> raw, string fault) => new(null, place, new string(raw[..Math.Min(raw.Length, LongestRaw)]), fault);
}
