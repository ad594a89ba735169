using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>The boxes in which comments are shown, in the old drawing format that Excel, WPS and LibreOffice all still want beside the texts.</summary>
internal sealed class NoteBoxes
{
    private const string ShapeType = "_x0000_t202";
    private const int FirstShape = 1025;
    private const int CharactersPerLine = 24;
    private static readonly XNamespace V = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace O = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace X = "urn:schemas-microsoft-com:office:excel";

    // What may follow the reference to the boxes in a sheet.
    private static readonly HashSet<Type> After =
    [
        typeof(LegacyDrawingHeaderFooter), typeof(DrawingHeaderFooter), typeof(Picture), typeof(OleObjects), typeof(Controls), typeof(WebPublishItems), typeof(TableParts), typeof(WorksheetExtensionList),
    ];

    private readonly WorksheetPart part;
    private readonly VmlDrawingPart? existing;
    private readonly Lazy<XDocument> drawing;

    public NoteBoxes(WorksheetPart part)
    {
        this.part = part;
        existing = part.Worksheet!.GetFirstChild<LegacyDrawing>()?.Id?.Value is { } id ? part.GetPartById(id) as VmlDrawingPart : null;
        drawing = new Lazy<XDocument>(Load);
    }

    public void Add(int row, int column, string text)
    {
        var root = drawing.Value.Root!;
        if (!root.Elements(V + "shapetype").Any(type => (string?)type.Attribute("id") == ShapeType)) root.Add(Type());
        root.Add(Shape(NextId(root), row - 1, column - 1, text.Split('\n').Sum(line => 1 + (line.Length / CharactersPerLine)) + 1));
    }

    public void Remove(int row, int column) => drawing.Value.Root!.Elements(V + "shape").Where(shape =>
        shape.Element(X + "ClientData") is { } data && (string?)data.Attribute("ObjectType") == "Note" && Is(data, "Row", row - 1) && Is(data, "Column", column - 1)).Remove();

    public void Save()
    {
        if (!drawing.IsValueCreated) return;
        var target = existing ?? part.AddNewPart<VmlDrawingPart>();
        using (var stream = target.GetStream(FileMode.Create, FileAccess.Write)) drawing.Value.Save(stream, SaveOptions.DisableFormatting);
        if (existing is not null) return;
        var sheet = part.Worksheet!;
        sheet.RemoveAllChildren<LegacyDrawing>();
        sheet.InsertBefore(new LegacyDrawing { Id = part.GetIdOfPart(target) }, sheet.ChildElements.FirstOrDefault(child => After.Contains(child.GetType())));
    }

    private XDocument Load()
    {
        if (existing is not null)
        {
            using var stream = existing.GetStream(FileMode.Open, FileAccess.Read);
            return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
        }

        return new XDocument(new XElement(
            "xml",
            new XAttribute(XNamespace.Xmlns + "v", V), new XAttribute(XNamespace.Xmlns + "o", O), new XAttribute(XNamespace.Xmlns + "x", X),
            new XElement(O + "shapelayout", new XAttribute(V + "ext", "edit"), new XElement(O + "idmap", new XAttribute(V + "ext", "edit"), new XAttribute("data", "1")))));
    }

    private static int NextId(XElement root) => root.Elements(V + "shape").Select(shape => (string?)shape.Attribute("id"))
        .Select(id => id is not null && id.StartsWith("_x0000_s", StringComparison.Ordinal) && int.TryParse(id.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Append(FirstShape - 1).Max() + 1;

    private static XElement Type() => new(
        V + "shapetype",
        new XAttribute("id", ShapeType), new XAttribute("coordsize", "21600,21600"), new XAttribute(O + "spt", "202"), new XAttribute("path", "m,l,21600r21600,l21600,xe"),
        new XElement(V + "stroke", new XAttribute("joinstyle", "miter")),
        new XElement(V + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(O + "connecttype", "rect")));

    private static XElement Shape(int id, int row, int column, int lines) => new(
        V + "shape",
        new XAttribute("id", $"_x0000_s{id}"), new XAttribute("type", "#" + ShapeType),
        new XAttribute("style", $"position:absolute;margin-left:80pt;margin-top:5pt;width:260pt;height:{(lines * 15) + 10}pt;z-index:1;visibility:hidden"),
        new XAttribute("fillcolor", "#ffffe1"), new XAttribute(O + "insetmode", "auto"),
        new XElement(V + "fill", new XAttribute("color2", "#ffffe1")),
        new XElement(V + "shadow", new XAttribute("on", "t"), new XAttribute("color", "black"), new XAttribute("obscured", "t")),
        new XElement(V + "path", new XAttribute(O + "connecttype", "none")),
        new XElement(V + "textbox", new XAttribute("style", "mso-direction-alt:auto"), new XElement("div", new XAttribute("style", "text-align:left"), "")),
        new XElement(
            X + "ClientData",
            new XAttribute("ObjectType", "Note"),
            new XElement(X + "MoveWithCells"),
            new XElement(X + "SizeWithCells"),
            new XElement(X + "Anchor", Anchor(row, column, lines)),
            new XElement(X + "AutoFill", "False"),
            new XElement(X + "Row", row),
            new XElement(X + "Column", column)));

    /// <summary>From a little above the cell's right edge, over about four columns and as many rows as the text needs.</summary>
    private static string Anchor(int row, int column, int lines) =>
        string.Create(CultureInfo.InvariantCulture, $"{column + 1}, 15, {Math.Max(0, row - 1)}, 10, {column + 5}, 15, {Math.Max(0, row - 1) + Math.Max(3, lines)}, 4");

    private static bool Is(XElement data, string name, int wanted) => int.TryParse(data.Element(X + name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value == wanted;
}
