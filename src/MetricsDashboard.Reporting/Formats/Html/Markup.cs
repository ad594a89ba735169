using System.Text;

namespace MetricsDashboard.Reporting.Formats.Html;

/// <summary>Builds a page out of elements whose text and attribute values are always encoded; there is no way to add raw text but <see cref="Style"/>.</summary>
internal sealed class Markup
{
    private readonly StringBuilder page = new();

    public Markup Doctype()
    {
        page.Append("<!DOCTYPE html>\n");
        return this;
    }

    /// <summary>Opens an element. A value of null leaves its attribute out.</summary>
    public Markup Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        page.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
                page.Append(' ').Append(name).Append("=\"").Append(Encode(value)).Append('"');
        }

        page.Append('>');
        return this;
    }

    public Markup Close(string element)
    {
        page.Append("</").Append(element).Append('>');
        if (element is not ("a" or "b" or "span" or "h3"))
            page.Append('\n');
        return this;
    }

    public Markup Text(string text)
    {
        page.Append(Encode(text));
        return this;
    }

    /// <summary>A whole element with text only.</summary>
    public Markup Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, attributes).Text(text).Close(element);

    /// <summary>A style sheet of our own, as it is.</summary>
    public Markup Style(string css)
    {
        page.Append("<style>\n").Append(css).Append("</style>\n");
        return this;
    }

    public override string ToString() => page.ToString();

    // Five characters are enough in an UTF-8 page whose attributes all stand in double quotes; Chinese punctuation stays legible.
    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var character in Printable.Of(text))
        {
            _ = character switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                _ => encoded.Append(character),
            };
        }

        return encoded.ToString();
    }
}
