using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>
/// The pages: A4 with 37, 26, 35 and 28 mm of margin, so that 156 × 225 mm remain, the same turned round for tables; the line grid; page numbers;
/// the word 演示数据 over every page of a demonstration.
/// </summary>
internal sealed class PageSetup
{
    /// <summary>Width of the text block on a portrait page, in twentieths of a point.</summary>
    public const int PortraitWidth = 8845;

    /// <summary>Width of the text block on a landscape page.</summary>
    public const int LandscapeWidth = 12756;

    private const int LinePitch = 579;
    private const string OddFooter = "rIdFooterOdd";
    private const string EvenFooter = "rIdFooterEven";
    private const string OddHeader = "rIdHeaderOdd";
    private const string EvenHeader = "rIdHeaderEven";

    private readonly bool demonstration;

    public PageSetup(MainDocumentPart main, bool demonstration)
    {
        this.demonstration = demonstration;
        main.AddNewPart<FooterPart>(OddFooter).Footer = PageNumber(W.JustificationValues.Right);
        main.AddNewPart<FooterPart>(EvenFooter).Footer = PageNumber(W.JustificationValues.Left);
        if (demonstration)
        {
            main.AddNewPart<HeaderPart>(OddHeader).Header = Banner();
            main.AddNewPart<HeaderPart>(EvenHeader).Header = Banner();
        }
    }

    public W.SectionProperties Portrait() => Section(
        new W.PageSize { Width = 11906, Height = 16838 },
        new W.PageMargin { Top = 2098, Right = 1474, Bottom = 1984, Left = 1587, Header = 1134, Footer = 1417, Gutter = 0 });

    public W.SectionProperties Landscape() => Section(
        new W.PageSize { Width = 16838, Height = 11906, Orient = W.PageOrientationValues.Landscape },
        new W.PageMargin { Top = 1587, Right = 2098, Bottom = 1474, Left = 1984, Header = 851, Footer = 907, Gutter = 0 });

    /// <summary>The last paragraph of a section carries its set-up; it takes one point of height. Without a set-up it only ends the document.</summary>
    public static W.Paragraph EndOfSection(W.SectionProperties? section, W.Run content)
    {
        var properties = new W.ParagraphProperties(new W.ParagraphStyleId { Val = "SectionEnd" });
        if (section is not null)
            properties.Append(section);
        return new W.Paragraph(properties, content);
    }

    private W.SectionProperties Section(W.PageSize size, W.PageMargin margin)
    {
        var section = new W.SectionProperties();
        if (demonstration)
        {
            section.Append(new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = OddHeader });
            section.Append(new W.HeaderReference { Type = W.HeaderFooterValues.Even, Id = EvenHeader });
        }

        section.Append(new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = OddFooter });
        section.Append(new W.FooterReference { Type = W.HeaderFooterValues.Even, Id = EvenFooter });
        section.Append(new W.SectionType { Val = W.SectionMarkValues.NextPage });
        section.Append(size, margin);
        section.Append(new W.DocGrid { Type = W.DocGridValues.Lines, LinePitch = LinePitch });
        return section;
    }

    private static W.Footer PageNumber(W.JustificationValues side)
    {
        var properties = new W.ParagraphProperties(new W.ParagraphStyleId { Val = "Footer" }, new W.Justification { Val = side });
        return new W.Footer(new W.Paragraph([
            properties,
            .. Inline.Text("— ", Face.XiaoBiaoSong),
            new W.SimpleField(Inline.Text("1", Face.XiaoBiaoSong).Cast<OpenXmlElement>()) { Instruction = " PAGE " },
            .. Inline.Text(" —", Face.XiaoBiaoSong)]));
    }

    private static W.Header Banner() =>
        new(Inline.Paragraph("Header", Inline.Text("演示数据　不作为工作依据", Face.HeiTi)));
}
