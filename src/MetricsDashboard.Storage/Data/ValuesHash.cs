using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Storage.Data;

/// <summary>Two rounds of a duty say the same when their values do, whatever file they came in.</summary>
internal static class ValuesHash
{
    public static string Of(IEnumerable<CheckedValue> values)
    {
        var text = new StringBuilder();
        foreach (var value in values.OrderBy(value => value.Element, StringComparer.Ordinal).ThenBy(value => value.Unit, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{value.Element}|{value.Unit}|{value.Value}");
            if (IsText(value)) text.Append(CultureInfo.InvariantCulture, $"{value.RawText.Length}:{value.RawText}");
            text.Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>A value without a count is a blank, or a text, which is what it says.</summary>
    private static bool IsText(CheckedValue value) => value is { Value: null, RawText.Length: > 0 };
}
