using System.Buffers;
using System.Text.Json;
using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>
/// A JSON document with a list of objects, at the top or under a path. The objects are told apart by their braces before they are
/// understood, so that a broken one costs itself and not what follows.
/// </summary>
internal sealed class JsonList(Stream stream, CaseLayout layout)
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"{}[],:\n"u8);
    private readonly ByteWindow window = new(stream);
    private readonly CaseJson json = new(layout);
    private long number;
    private bool isCutTold;
    private bool isNothing;

    public static IEnumerable<CaseEntry> Read(Stream stream, CaseLayout layout)
    {
        var list = new JsonList(stream, layout);
        list.window.Begin();
        list.FindList();
        while (list.Next() is { } entry) yield return entry;
    }

    private void FindList()
    {
        var path = layout.Path.Length == 0 ? [] : layout.Path.Split('.');
        var state = new JsonReaderState();
        var found = 0; // steps of the path that have been gone
        try
        {
            for (; ; )
            {
                var reader = new Utf8JsonReader(window.Bytes, window.IsEnd, state);
                while (reader.Read())
                {
                    if (reader.TokenType is JsonTokenType.StartArray && found == path.Length && reader.CurrentDepth == found)
                    {
                        window.Skip((int)reader.BytesConsumed);
                        return;
                    }

                    // Some systems write null for a list without anything.
                    if (reader.TokenType is JsonTokenType.Null && found == path.Length && found > 0 && reader.CurrentDepth == found)
                    {
                        isNothing = true;
                        return;
                    }

                    if (reader.TokenType is JsonTokenType.PropertyName && reader.CurrentDepth == found + 1 && found < path.Length && reader.ValueTextEquals(path[found])) found++;
                    else if (reader.TokenType is JsonTokenType.EndObject && reader.CurrentDepth <= found) throw NoList();
                }

                state = reader.CurrentState;
                window.Skip((int)reader.BytesConsumed);
                if (window.IsEnd || window.IsFull) throw NoList();
                window.Fill();
            }
        }
        catch (JsonException fault)
        {
            throw new CaseFileException("文件不是完整的 JSON，请核对来源系统的输出。", fault);
        }
    }

    private CaseFileException NoList() => new(layout.Path.Length == 0
        ? "JSON 的最外层不是数组：请在数据源里写明数组的路径，如 data.items。"
        : $"JSON 里没有“{layout.Path}”这个数组：请核对数据源里写的路径。");

    private CaseEntry? Next()
    {
        for (; ; )
        {
            if (isNothing || !SkipBetween()) return null;
            var place = $"{layout.Prefix}第{++number}条";
            if (number > CaseLimits.Rows) throw new CaseFileException($"文件超过{CaseLimits.Rows}条，请分成几个文件。");
            var (length, isWhole) = Measure();
            if (length < 0)
            {
                if (window.IsEnd) return Cut(place);
                if (window.IsFull) throw new CaseFileException($"{place}超过{CaseLimits.Object / 1024}KB，或者括号、引号没有成对，后面的内容读不了。请核对来源系统的输出。");
                window.Fill();
                number--;
                continue;
            }

            var entry = isWhole ? json.Read(window.Bytes[..length], place) : CaseJson.Faulty(place, window.Bytes[..length], "不是完整的 JSON 对象，请核对引号、逗号和括号");
            window.Skip(length);
            return entry;
        }
    }

    private CaseEntry Cut(string place)
    {
        var entry = CaseJson.Faulty(place, window.Bytes, "文件在这里中断，后面的内容没有收到，请重新导出");
        window.Skip(window.Bytes.Length);
        isCutTold = true;
        return entry;
    }

    /// <summary>Goes to the next object; false at the end of the list. A list without its end is told once.</summary>
    private bool SkipBetween()
    {
        for (; ; )
        {
            var at = window.Bytes.IndexOfAnyExcept(", \t\r\n"u8);
            if (at >= 0)
            {
                window.Skip(at);
                return window.Bytes[0] != (byte)']';
            }

            window.Skip(window.Bytes.Length);
            if (window.IsEnd) return !isCutTold;
            window.Fill();
        }
    }

    /// <summary>
    /// How long the object at the beginning is, and whether its braces close; -1 where more is needed. One that is broken ends where the next
    /// one begins: at an opening brace that cannot stand there, or on a line of its own.
    /// </summary>
    private (int Length, bool IsWhole) Measure()
    {
        var bytes = window.Bytes;
        if (bytes.IsEmpty) return (-1, false);
        int depth = 0, lists = 0;
        byte before = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var step = bytes[at..].IndexOfAny(Marks);
            if (step < 0) return depth == 0 && window.IsEnd ? (bytes.Length, true) : (-1, false);
            at += step;
            var mark = bytes[at];
            if (depth + lists == 0 && mark is (byte)',' or (byte)']') return (at, true);
            switch (mark)
            {
                case (byte)'"':
                    var length = LengthOfText(bytes[at..]);
                    if (length < 0) return (-1, false);
                    if (length == 0) return (NextLine(bytes, at), false);
                    at += length - 1;
                    break;
                case (byte)'{' when depth > 0 && lists == 0 && before != (byte)':':
                    return (at, false);
                case (byte)'{':
                    depth++;
                    break;
                case (byte)'}':
                    if (--depth == 0 && lists == 0) return (at + 1, true);
                    if (depth < 0) return (at + 1, false);
                    break;
                case (byte)'[':
                    lists++;
                    break;
                case (byte)']':
                    if (--lists < 0) return (at, false);
                    break;
            }

            if (mark != (byte)'\n') before = mark;
        }

        return (-1, false);
    }

    /// <returns>With its quotation marks; 0 where the line ends within it; -1 where more is needed.</returns>
    private static int LengthOfText(ReadOnlySpan<byte> bytes)
    {
        for (var at = 1; at < bytes.Length; at++)
        {
            var step = bytes[at..].IndexOfAny((byte)'"', (byte)'\\', (byte)'\n');
            if (step < 0) return -1;
            at += step;
            if (bytes[at] == (byte)'"') return at + 1;
            if (bytes[at] == (byte)'\n') return 0;
            at++;
        }

        return -1;
    }

    /// <returns>Where the next line begins with an object, or the list ends; -1 where more is needed.</returns>
    private int NextLine(ReadOnlySpan<byte> bytes, int from)
    {
        for (var at = from; at < bytes.Length; at++)
        {
            var step = bytes[at..].IndexOf((byte)'\n');
            if (step < 0) break;
            at += step;
            var text = bytes[at..].IndexOfAnyExcept(" \t\r\n"u8);
            if (text < 0) break;
            if (bytes[at + text] is (byte)'{' or (byte)']') return at;
        }

        return window.IsEnd ? bytes.Length : -1;
    }
}
