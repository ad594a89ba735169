namespace MetricsDashboard.Domain.Submissions;

/// <summary>Text within quotation marks, as messages quote names and values.</summary>
public static class Quotation
{
    private const int Longest = 40;

    /// <summary>“ ” around the text; marks inside become ‘ ’, as GB/T 15834 wants, and at most 40 characters are shown.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = text.Length > Longest ? text[..Longest] + "……" : text;
        return $"“{shown.Replace('“', '‘').Replace('”', '’')}”";
    }
}
