using System.Text;
using System.Xml;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>The text of a cell, in a buffer that is used again for the next one.</summary>
internal sealed class CellText
{
    private const int Longest = 2 * CaseLimits.Text;
    private readonly char[] buffer = new char[2 * Longest];
    private int length;

    public ReadOnlySpan<char> Span => buffer.AsSpan(0, length);

    public static bool IsElement(XmlReader xml, string name) => xml.NodeType is XmlNodeType.Element && xml.LocalName == name;

    public void Clear() => length = 0;

    public void Set(ReadOnlySpan<byte> utf8) => length = Encoding.UTF8.GetChars(utf8[..Math.Min(utf8.Length, Longest)], buffer);

    /// <summary>The text of an element without children; the reader is then at its end.</summary>
    public void ReadPlain(XmlReader xml)
    {
        Clear();
        if (!xml.IsEmptyElement) Append(xml, xml.Depth);
    }

    /// <summary>The texts of all runs within an element, without readings of characters; the reader is then at its end.</summary>
    public void ReadRuns(XmlReader xml)
    {
        Clear();
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName == "rPh") SkipElement(xml);
            else if (xml.LocalName == "t" && !xml.IsEmptyElement) Append(xml, xml.Depth);
        }
    }

    private static void SkipElement(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
        }
    }

    private void Append(XmlReader xml, int depth)
    {
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) continue;
            while (length < Longest && xml.ReadValueChunk(buffer, length, Longest - length) is var read and > 0) length += read;
        }
    }
}
