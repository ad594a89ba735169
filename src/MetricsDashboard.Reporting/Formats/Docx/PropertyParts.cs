using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>Title, subject, author and date of the file. Written by hand, because the library would name the part by a new GUID each time.</summary>
internal static class PropertyParts
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly XNamespace Extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

    public static void AddTo(WordprocessingDocument package, ReportDocument document)
    {
        var properties = document.Properties;
        var keywords = document.Demonstration ? $"{properties.Keywords},演示数据" : properties.Keywords;
        Feed(package.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rIdCore"), new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
            new XAttribute(XNamespace.Xmlns + "xsi", Schema),
            new XElement(Dc + "title", properties.Title),
            new XElement(Dc + "subject", properties.Subject),
            new XElement(Dc + "creator", properties.Author),
            new XElement(Core + "keywords", keywords),
            new XElement(Dc + "language", "zh-CN"),
            new XElement(Core + "lastModifiedBy", properties.Author),
            Moment("created", properties.Created),
            Moment("modified", properties.Created)));
        Feed(package.AddNewPart<ExtendedFilePropertiesPart>("rIdApp"), new XElement(
            Extended + "Properties",
            new XElement(Extended + "Application", "MetricsDashboard"),
            new XElement(Extended + "Company", properties.Author)));
    }

    private static XElement Moment(string name, DateTimeOffset value) => new(
        Terms + name,
        new XAttribute(Schema + "type", "dcterms:W3CDTF"),
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static void Feed(OpenXmlPart part, XElement root)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(new XDocument(root).ToString(SaveOptions.DisableFormatting)));
        part.FeedData(stream);
    }
}
