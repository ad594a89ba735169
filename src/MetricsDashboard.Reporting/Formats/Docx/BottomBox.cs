using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using S = DocumentFormat.OpenXml.Office2010.Word.DrawingShape;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>
/// A frameless box on the lower edge of the text block. A floating table would be shorter, but LibreOffice leaves one as wide as the text where it
/// stands in the flow.
/// </summary>
internal static class BottomBox
{
    private const string Shapes = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    private const long EmuPerPoint = 12700;

    public static W.Run Of(string name, int widthInPoints, int heightInPoints, IEnumerable<OpenXmlElement> content)
    {
        var (width, height) = (widthInPoints * EmuPerPoint, heightInPoints * EmuPerPoint);
        var choice = new AlternateContentChoice(new W.Drawing(Anchor(name, width, height, Shape(width, height, content)))) { Requires = "wps" };
        choice.AddNamespaceDeclaration("wps", Shapes);
        return new W.Run(new AlternateContent(choice));
    }

    private static D.Anchor Anchor(string name, long width, long height, S.WordprocessingShape shape) => new(
        new D.SimplePosition { X = 0, Y = 0 },
        new D.HorizontalPosition(new D.HorizontalAlignment("left")) { RelativeFrom = D.HorizontalRelativePositionValues.Margin },
        new D.VerticalPosition(new D.VerticalAlignment("bottom")) { RelativeFrom = D.VerticalRelativePositionValues.Margin },
        new D.Extent { Cx = width, Cy = height },
        new D.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
        new D.WrapTopBottom(),
        new D.DocProperties { Id = 2, Name = name },
        new D.NonVisualGraphicFrameDrawingProperties(),
        new A.Graphic(new A.GraphicData(shape) { Uri = Shapes }))
    {
        DistanceFromTop = 0,
        DistanceFromBottom = 0,
        DistanceFromLeft = 0,
        DistanceFromRight = 0,
        SimplePos = false,
        RelativeHeight = 1,
        BehindDoc = false,
        Locked = false,
        LayoutInCell = true,
        AllowOverlap = false,
    };

    private static S.WordprocessingShape Shape(long width, long height, IEnumerable<OpenXmlElement> content) => new(
        new S.NonVisualDrawingShapeProperties { TextBox = true },
        new S.ShapeProperties(
            new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle },
            new A.NoFill(),
            new A.Outline(new A.NoFill())),
        new S.TextBoxInfo2(new W.TextBoxContent(content)),
        new S.TextBodyProperties(new A.NoAutoFit())
        {
            LeftInset = 0,
            TopInset = 0,
            RightInset = 0,
            BottomInset = 0,
            Anchor = A.TextAnchoringTypeValues.Bottom,
        });
}
