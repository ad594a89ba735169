using System.Text;
using System.Text.Json;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>Reads the values of a JSON array of objects with unit, week, element and value, token by token.</summary>
internal sealed class JsonReading(IntakeRequest request)
{
    private readonly List<RawEntry> entries = [];
    private readonly List<IntakeIssue> issues = [];
    private readonly string meantWeek = request.Week?.ToString() ?? "";
    private int rejected;

    public IntakeContent Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > IntakeLimits.TextBytes) return FileIssue.Refuse(FileIssue.TooLarge($"内容大于{IntakeLimits.TextBytes / 1024 / 1024}MB"));
        try
        {
            var json = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow, MaxDepth = 4 });
            json.Read();
            if (json.TokenType is not JsonTokenType.StartArray)
                return FileIssue.Refuse(FileIssue.Of(IssueCodes.UnknownFormat, "JSON 应为数组，每个对象有 unit、week、element、value 四个字段，请改正后重新发送"));
            var number = 0;
            while (json.Read() && json.TokenType is not JsonTokenType.EndArray) ReadEntry(ref json, ++number);
            json.Read();
        }
        catch (JsonException fault)
        {
            return FileIssue.Refuse(FileIssue.At(
                IssueCodes.Damaged, null, $"第{fault.LineNumber + 1}行", null, $"JSON 在第{fault.LineNumber + 1}行写错了，或者不完整：请改正后重新发送"));
        }

        return new IntakeContent(entries, issues, entries.Count + rejected);
    }

    private void ReadEntry(ref Utf8JsonReader json, int number)
    {
        var cell = $"第{number}条";
        if (json.TokenType is not JsonTokenType.StartObject)
        {
            json.Skip();
            Reject(cell, $"{cell}不是对象：每条应有 unit、week、element、value 四个字段，请改正后重新发送");
            return;
        }

        string? unit = null, element = null, week = null;
        (CellKind Kind, string Text)? value = null;
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            switch (name)
            {
                case "unit": unit = Value(ref json).Text; break;
                case "week": week = Value(ref json).Text; break;
                case "element": element = Value(ref json).Text; break;
                case "value": value = Value(ref json); break;
                default: json.Skip(); break;
            }
        }

        if (string.IsNullOrWhiteSpace(unit) || string.IsNullOrWhiteSpace(element) || value is not { } known || (string.IsNullOrWhiteSpace(week) && meantWeek.Length == 0))
            Reject(cell, $"{cell}缺少 unit、week、element 或 value：请补上后重新发送");
        else
            entries.Add(new RawEntry(unit.Trim(), string.IsNullOrWhiteSpace(week) ? meantWeek : week.Trim(), element.Trim(), known.Kind, known.Text, new Place(null, cell)));
    }

    private static (CellKind Kind, string Text) Value(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return (CellKind.Blank, "");
            case JsonTokenType.Number:
                return (CellKind.Number, Encoding.UTF8.GetString(json.ValueSpan));
            case JsonTokenType.String:
                var text = json.GetString()!.Trim();
                return (text.Length == 0 ? CellKind.Blank : CellKind.Text, text);
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                json.Skip();
                return (CellKind.Other, "{}");
            default:
                return (CellKind.Other, Encoding.UTF8.GetString(json.ValueSpan));
        }
    }

    private void Reject(string cell, string message)
    {
        rejected++;
        issues.Add(FileIssue.At(IssueCodes.LayoutChanged, null, cell, null, message));
    }
}
