using System.Buffers;
using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>
/// The records of a CSV out of one fixed buffer. Other than the reader for forms, it goes on at the next line after a record that is
/// broken: a quotation mark left open costs the line that it stands in, not the rest of the file.
/// </summary>
internal sealed class CsvRecords(TextReader text, char separator)
{
    private readonly char[] buffer = new char[4 * CaseLimits.Line];
    private readonly SearchValues<char> stops = SearchValues.Create([separator, '\r', '\n']);
    private (int Start, int Length, bool HasMarks)[] fields = new (int, int, bool)[32];
    private char[] unescaped = new char[256];
    private int start;
    private int next;
    private int end;
    private bool isEnd;
    private long nextLine = 1;
    private int breaks;

    private enum Outcome
    {
        Complete,
        NeedsMore,
        OpenMark,
        StrayText,
        TooManyColumns,
    }

    public int Count { get; private set; }

    /// <summary>The line on which the record begins.</summary>
    public long Line { get; private set; }

    /// <summary>What is wrong with the record; its fields cannot be asked for then.</summary>
    public string? Fault { get; private set; }

    /// <summary>The line of the fault.</summary>
    public string Raw { get; private set; } = "";

    /// <summary>A field's text; empty beyond the last one. Valid until another is asked for.</summary>
    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            if (field >= Count) return [];
            var (from, length, hasMarks) = fields[field];
            return hasMarks ? Unescape(buffer.AsSpan(from, length)) : buffer.AsSpan(from, length);
        }
    }

    public bool Read()
    {
        (start, Line, Fault) = (next, nextLine, null);
        for (; ; )
        {
            if (start == end && isEnd) return false;
            switch (Parse())
            {
                case Outcome.Complete: return true;
                case Outcome.OpenMark: return GiveUp("引号没有成对，请补上或删去引号");
                case Outcome.StrayText: return GiveUp("右引号后面还有字，请把文字里的引号写成两个");
                case Outcome.TooManyColumns: return GiveUp($"超过{CaseLimits.Columns}列，请核对分隔符");
                default:
                    if (end - start > CaseLimits.Line) return GiveUp($"超过{CaseLimits.Line}个字符，请核对换行和引号");
                    Fill();
                    break;
            }
        }
    }

    /// <summary>Takes the record that was read as broken, and goes on after its first line.</summary>
    public bool GiveUp(string fault)
    {
        Fault = fault;
        Raw = new string(buffer.AsSpan(start, Math.Min(LengthOfLine() is var length and >= 0 ? length : end - start, CaseEntry.LongestRaw)));
        nextLine = Line + 1;
        for (; ; )
        {
            if (LengthOfLine() is var found and >= 0)
            {
                next = start + found + 1;
                if (buffer[next - 1] == '\r' && next < end && buffer[next] == '\n') next++;
                return true;
            }

            start = next = end;
            if (isEnd) return true;
            Fill();
        }
    }

    private int LengthOfLine() => buffer.AsSpan(start, end - start).IndexOfAny('\r', '\n');

    private void Fill()
    {
        if (start > 0)
        {
            Array.Copy(buffer, start, buffer, 0, end - start);
            (start, next, end) = (0, 0, end - start);
        }

        var read = text.Read(buffer, end, buffer.Length - end);
        isEnd = read == 0;
        end += read;
    }

    private Outcome Parse()
    {
        Count = 0;
        breaks = 0;
        for (var at = start; ; at++)
        {
            if (Count == CaseLimits.Columns) return Outcome.TooManyColumns;
            if (Count == fields.Length) Array.Resize(ref fields, 2 * fields.Length);
            var mark = at;
            while (mark < end && buffer[mark] == ' ') mark++;
            if (mark == end && !isEnd) return Outcome.NeedsMore;
            var outcome = mark < end && buffer[mark] == '"' ? Quoted(mark, out at) : Plain(at, out at);
            if (outcome is not Outcome.Complete) return outcome;
            if (at == end) return EndAt(at);
            if (buffer[at] == separator) continue;
            if (buffer[at] == '\n') return EndAt(at + 1);
            if (buffer[at] != '\r') return Outcome.StrayText;
            if (at + 1 == end && !isEnd) return Outcome.NeedsMore;
            return EndAt(at + 1 < end && buffer[at + 1] == '\n' ? at + 2 : at + 1);
        }
    }

    private Outcome EndAt(int position)
    {
        next = position;
        nextLine = Line + breaks + 1;
        return Outcome.Complete;
    }

    private Outcome Plain(int from, out int at)
    {
        var length = buffer.AsSpan(from, end - from).IndexOfAny(stops);
        at = length < 0 ? end : from + length;
        if (length < 0 && !isEnd) return Outcome.NeedsMore;
        fields[Count++] = (from, at - from, false);
        return Outcome.Complete;
    }

    private Outcome Quoted(int mark, out int at)
    {
        var hasMarks = false;
        for (at = mark + 1; ; at++)
        {
            var found = buffer.AsSpan(at, end - at).IndexOfAny('"', '\n');
            if (found < 0) return isEnd ? Outcome.OpenMark : Outcome.NeedsMore;
            at += found;
            if (buffer[at] == '\n')
            {
                if (++breaks > CaseLimits.LineBreaks) return Outcome.OpenMark;
                continue;
            }

            if (at + 1 == end && !isEnd) return Outcome.NeedsMore;
            if (at + 1 == end || buffer[at + 1] != '"') break;
            hasMarks = true;
            at++;
        }

        fields[Count++] = (mark + 1, at - mark - 1, hasMarks);
        do at++;
        while (at < end && buffer[at] == ' ');
        return at == end && !isEnd ? Outcome.NeedsMore : Outcome.Complete;
    }

    private ReadOnlySpan<char> Unescape(ReadOnlySpan<char> field)
    {
        if (unescaped.Length < field.Length) unescaped = new char[field.Length];
        var length = 0;
        for (var i = 0; i < field.Length; i++)
        {
            unescaped[length++] = field[i];
            if (field[i] == '"') i++;
        }

        return unescaped.AsSpan(0, length);
    }
}
