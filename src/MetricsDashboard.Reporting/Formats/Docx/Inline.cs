using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using MetricsDashboard.Reporting.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>Turns text into Word runs, and links into hyperlinks with numbered relationships.</summary>
internal sealed class Inline(MainDocumentPart main, Uri? site)
{
    private readonly Dictionary<Uri, string> relationships = [];

    /// <summary>A run of the model, in a paragraph whose style is set in <paramref name="face"/>.</summary>
    public IEnumerable<OpenXmlElement> Of(Run run, Face face) => Linked(run.Link, run.Style switch
    {
        RunStyle.Bold => Text(run.Text, face, style: "Strong"),
        RunStyle.Kai => Text(run.Text, Face.KaiTi, style: "Kai"),
        RunStyle.Hei => Text(run.Text, Face.HeiTi, style: "Hei"),
        _ => Text(run.Text, face),
    });

    public IEnumerable<OpenXmlElement> Linked(string? link, IEnumerable<W.Run> runs)
    {
        if (link is null || site is null)
            return runs;
        var hyperlink = new W.Hyperlink { Id = RelationshipTo(LocalLink.Absolute(link, site)), History = OnOffValue.FromBoolean(true) };
        hyperlink.Append(runs);
        return [hyperlink];
    }

    /// <summary>Text in a face; characters that the face lacks become runs of their own in its complete sister.</summary>
    public static IEnumerable<W.Run> Text(string text, Face face, string? style = null, Action<W.RunProperties>? format = null)
    {
        foreach (var (piece, covered) in Faces.Split(Printable.Of(text)))
        {
            // The hint makes an office take “ ” — … from the Chinese face, full width, and not from the Latin one.
            var fonts = new W.RunFonts { Hint = W.FontTypeHintValues.EastAsia };
            if (!covered)
                fonts.EastAsia = face.Complete;
            var properties = new W.RunProperties();
            if (style is not null)
                properties.RunStyle = new W.RunStyle { Val = style };
            properties.RunFonts = fonts;
            format?.Invoke(properties);
            yield return new W.Run(properties, new W.Text(piece) { Space = SpaceProcessingModeValues.Preserve });
        }
    }

    public static W.Run Tab() => new(new W.TabChar());

    public static W.Paragraph Paragraph(string style, IEnumerable<OpenXmlElement> content) =>
        new([new W.ParagraphProperties(new W.ParagraphStyleId { Val = style }), .. content]);

    private string RelationshipTo(Uri target)
    {
        if (!relationships.TryGetValue(target, out var id))
        {
            id = $"rIdLink{relationships.Count + 1}";
            relationships.Add(target, id);
            main.AddHyperlinkRelationship(target, isExternal: true, id);
        }

        return id;
    }
}
