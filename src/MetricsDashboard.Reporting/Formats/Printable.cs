using System.Text;
using System.Xml;

namespace MetricsDashboard.Reporting.Formats;

/// <summary>
/// Text as it can be printed. What counties send may hold line breaks and control characters out of a spreadsheet: a line break becomes a space,
/// and what no XML file may hold is left out, so that one cell cannot keep a report from being written.
/// </summary>
internal static class Printable
{
    public static string Of(string text)
    {
        var printable = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character is '\r' or '\n' or '\t')
                printable.Append(' ');
            else if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], character))
                printable.Append(character).Append(text[++index]);
            else if (XmlConvert.IsXmlChar(character))
                printable.Append(character);
        }

        return printable.ToString();
    }
}
