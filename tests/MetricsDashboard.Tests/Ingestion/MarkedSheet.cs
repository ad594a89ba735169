using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MetricsDashboard.Tests.Ingestion;

/// <summary>What a person sees of the marks on a sheet.</summary>
internal sealed class MarkedSheet
{
    private static readonly XNamespace X = "urn:schemas-microsoft-com:office:excel";
    private readonly Dictionary<string, string> looks;

    public MarkedSheet(byte[] bytes, string sheet)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var part = Part(document, sheet);
        Xml = part.Worksheet!.OuterXml;
        Comments = part.WorksheetCommentsPart?.Comments?.Descendants<Comment>().ToDictionary(comment => comment.Reference!.Value!, comment => comment.InnerText) ?? [];
        Boxes = part.VmlDrawingParts.SelectMany(Notes).ToList();
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var formats = styles.CellFormats!.Elements<CellFormat>().ToList();
        var fills = styles.Fills!.Elements<Fill>().ToList();
        looks = part.Worksheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, cell => fills[(int)formats[(int)(cell.StyleIndex?.Value ?? 0)].FillId!.Value].OuterXml);
    }

    public string Xml { get; }

    public IReadOnlyDictionary<string, string> Comments { get; }

    /// <summary>The cells that have a box for a comment.</summary>
    public IReadOnlyList<string> Boxes { get; }

    public IReadOnlyList<string> Red => [.. looks.Where(look => look.Value.Contains("FFFF7C80", StringComparison.Ordinal)).Select(look => look.Key)];

    public string Look(string cell) => looks[cell];

    public static WorksheetPart Part(SpreadsheetDocument document, string sheet) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().Single(found => found.Name == sheet).Id!.Value!);

    private static IEnumerable<string> Notes(VmlDrawingPart part)
    {
        using var stream = part.GetStream();
        return [.. XDocument.Load(stream).Descendants(X + "ClientData").Select(data => $"{(char)('A' + (int)data.Element(X + "Column")!)}{(int)data.Element(X + "Row")! + 1}")];
    }
}
