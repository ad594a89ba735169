using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MetricsDashboard.Web.Delivery;

/// <summary>What the robots of chat groups understand: a text message as JSON, an errcode in the answer, and 钉钉's signature in the address.</summary>
internal static class RobotText
{
    /// <summary>企业微信 takes no more bytes of text.</summary>
    private const int WeComBytes = 2048;

    private const string Shortened = "……（其余见系统）";

    /// <summary>Chinese as it is, as anybody who looks at a request wants to read it.</summary>
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string DingTalk(string subject, string text) => Text($"{subject}\n{text}");

    public static string WeCom(string subject, string text) => Text(Fitting($"{subject}\n{text}", WeComBytes));

    /// <summary>加签: the key over timestamp and key, in the address. The timestamp may be an hour off, in milliseconds.</summary>
    public static string SignedDingTalk(string url, string secret, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}")));
        return $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}timestamp={timestamp}&sign={Uri.EscapeDataString(signature)}";
    }

    /// <summary>0 where the robot took the message; null where the answer is none of a robot's.</summary>
    public static long? ErrorCode(string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("errcode", out var code) && code.TryGetInt64(out var number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(string content) => JsonSerializer.Serialize(new { msgtype = "text", text = new { content } }, Json);

    private static string Fitting(string text, int bytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= bytes) return text;
        var room = bytes - Encoding.UTF8.GetByteCount(Shortened);
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if ((room -= rune.Utf8SequenceLength) < 0) break;
            kept.Append(rune.ToString());
        }

        return kept + Shortened;
    }
}
