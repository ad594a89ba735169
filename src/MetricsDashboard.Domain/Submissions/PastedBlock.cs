using System.Text;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>
/// A block of cells as spreadsheets put it on the clipboard: cells apart by tabs, rows by line breaks, a cell that holds either of them, or
/// quotation marks, within quotation marks that are doubled inside.
/// </summary>
/// <param name="Rows">Its rows; they need not be equally long.</param>
public sealed record PastedBlock(IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The number of its columns: that of its longest row.</summary>
    public int Columns => Rows.Count == 0 ? 0 : Rows.Max(row => row.Count);

    /// <summary>Reads what was on the clipboard. The line break at its end ends the last row and begins no further one.</summary>
    public static PastedBlock Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        for (var at = 0; at < plain.Length; at++)
        {
            row.Add(Cell(plain, ref at));
            if (at < plain.Length && plain[at] == '\t')
            {
                // A tab at the very end is followed by one more cell, an empty one.
                if (at + 1 < plain.Length && plain[at + 1] != '\n') continue;
                row.Add("");
                at++;
            }

            rows.Add(row);
            row = [];
        }

        return new PastedBlock(rows);
    }

    /// <summary>The cell that begins at a place, which then stands at the tab or line break behind it, or at the end.</summary>
    private static string Cell(string text, ref int at)
    {
        if (text[at] == '"' && Quoted(text, at) is { } quoted)
        {
            at = quoted.End;
            return quoted.Text;
        }

        var end = text.AsSpan(at).IndexOfAny('\t', '\n') is >= 0 and var length ? at + length : text.Length;
        var cell = text[at..end];
        at = end;
        return cell;
    }

    /// <summary>The text between quotation marks; null where the marks are part of the text.</summary>
    private static (string Text, int End)? Quoted(string text, int at)
    {
        var cell = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] != '"') cell.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else return i + 1 == text.Length || text[i + 1] is '\t' or '\n' ? (cell.ToString(), i + 1) : null;
        }

        return null;
    }
}
