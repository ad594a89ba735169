using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>
/// The texts of the row that is being read. Texts that come again and again (units, items, causes) are kept once, so that a row costs
/// little more than its number and its times.
/// </summary>
internal sealed class CaseTexts
{
    private const int Slots = 8192;
    private const int LongestKept = 100;
    private readonly string[] texts = new string[CaseRow.Columns.Count];
    private readonly string?[] kept = new string?[Slots];
    private static readonly bool[] ComesAgain = [.. CaseRow.Columns.Select(column => column is not "case_no" && !column.EndsWith("_at", StringComparison.Ordinal))];
    private int filled;

    /// <summary>The first fault of the row.</summary>
    public string? Fault { get; set; }

    public void Clear()
    {
        Array.Fill(texts, "");
        Fault = null;
        filled = 0;
    }

    /// <summary>Puts a text into one of our columns, without blanks around it.</summary>
    public void Set(int column, ReadOnlySpan<char> text)
    {
        if ((filled & (1 << column)) != 0) Fault ??= $"{CaseColumns.Name(column)}写了两次，请只留一个";
        filled |= 1 << column;
        text = text.Trim();
        if (text.Length == 0) return;
        if (text.Length > CaseLimits.Text) Fault ??= $"{CaseColumns.Name(column)}超过{CaseLimits.Text}个字，请缩短";
        else if (text.ContainsAny('\uFFFD', '\0')) Fault ??= $"{CaseColumns.Name(column)}里有认不出的字符，请用 UTF-8 编码重新导出";
        else texts[column] = ComesAgain[column] && text.Length <= LongestKept ? Kept(text) : new string(text);
    }

    public bool IsBlank()
    {
        foreach (var text in texts)
        {
            if (text.Length > 0) return false;
        }

        return Fault is null;
    }

    public CaseRow Row(string place) => new(
        place, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7], texts[8], texts[9], texts[10], texts[11], texts[12]);

    private string Kept(ReadOnlySpan<char> text)
    {
        ref var slot = ref kept[string.GetHashCode(text) & (Slots - 1)];
        if (slot is null || !text.SequenceEqual(slot)) slot = new string(text);
        return slot;
    }
}
