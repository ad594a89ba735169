using System.Text;
using System.Text.Json;
using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>Understands one JSON object as a row. Numbers and truth values are taken as they are written.</summary>
internal sealed class CaseJson(CaseLayout layout)
{
    private readonly (byte[] Name, int Column)[] names = [.. CaseColumns.Names(layout).Select(name => (Encoding.UTF8.GetBytes(name.Name), name.Column))];
    private readonly byte[] mark = Encoding.UTF8.GetBytes(layout.MarkField);
    private readonly CaseTexts texts = new();
    private readonly char[] text = new char[CaseLimits.Text + 1];
    private bool isKnown;

    public CaseEntry Read(ReadOnlySpan<byte> json, string place)
    {
        texts.Clear();
        string? marked = null;
        var hasCaseNo = false;
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            if (reader.TokenType is not JsonTokenType.StartObject) return Faulty(place, json, "这里不是 JSON 对象，请核对来源系统的输出");
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var column = Column(ref reader);
                var isMark = mark.Length > 0 && reader.ValueTextEquals(mark);
                reader.Read();
                if (isMark && reader.TokenType is JsonTokenType.String or JsonTokenType.Number) marked = Marked(ref reader);
                hasCaseNo |= column == 0;
                if (column == CaseColumns.None) reader.Skip();
                else Set(ref reader, column);
            }

            reader.Read(); // Throws where anything follows.
        }
        catch (JsonException)
        {
            return Faulty(place, json, "不是完整的 JSON 对象，请核对引号、逗号和括号");
        }
        catch (InvalidOperationException)
        {
            return Faulty(place, json, "里面有认不出的字符，请用 UTF-8 编码重新导出");
        }

        if (!isKnown && !hasCaseNo) throw new CaseFileException($"{place}里没有办件编号（{CaseNoName}）：这不是办件，或者字段叫别的名字。请在数据源的字段对应里写明。");
        isKnown = true;
        if (texts.Fault is { } fault) return Faulty(place, json, fault);
        if (marked is not null) layout.OnMark?.Invoke(marked);
        return CaseEntry.Of(texts.Row(place));
    }

    /// <summary>A fault with the beginning of what stands there.</summary>
    public static CaseEntry Faulty(string place, ReadOnlySpan<byte> raw, string fault) =>
        CaseEntry.Faulty(place, Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, 4 * CaseEntry.LongestRaw)]), fault);

    /// <summary>Ours where the mapping gave that name to another column.</summary>
    private string CaseNoName => names.FirstOrDefault(name => name.Column == 0).Name is { } known ? Encoding.UTF8.GetString(known) : CaseRow.Columns[0];

    private int Column(ref Utf8JsonReader reader)
    {
        foreach (var (name, column) in names)
        {
            if (reader.ValueTextEquals(name)) return column;
        }

        return CaseColumns.None;
    }

    private void Set(ref Utf8JsonReader reader, int column)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                texts.Set(column, "");
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                texts.Fault ??= $"{CaseColumns.Name(column)}是{(reader.TokenType is JsonTokenType.StartArray ? "数组" : "对象")}，应是文字，请核对来源系统的输出";
                reader.Skip();
                break;
            case JsonTokenType.String when reader.ValueSpan.Length <= CaseLimits.Text:
                texts.Set(column, text.AsSpan(0, reader.CopyString(text)));
                break;
            default:
                texts.Set(column, reader.TokenType is JsonTokenType.String ? reader.GetString() : Encoding.UTF8.GetString(reader.ValueSpan));
                break;
        }
    }

    private static string Marked(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String ? reader.GetString() ?? "" : Encoding.UTF8.GetString(reader.ValueSpan);
}
