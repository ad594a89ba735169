using System.Text;
using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Formats;

namespace MetricsDashboard.Web.Flow;

/// <summary>The formats of a report and how each is written.</summary>
public static class ReportFormats
{
    public const string Docx = "docx";
    public const string Html = "html";
    public const string Pdf = "pdf";

    public const string PdfSentence = "PDF 格式暂不提供，请下载 Word 或打开网页版。";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static IReadOnlyList<string> All { get; } = [Docx, Html];

    public static string MediaType(string format) => format switch
    {
        Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Html => "text/html; charset=utf-8",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };

    public static byte[] Write(ReportDocument document, string format) => format switch
    {
        Docx => DocxWriter.Write(document),
        Html => Utf8.GetBytes(HtmlWriter.Write(document)),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };

    public static IReadOnlyDictionary<string, byte[]> Write(ReportDocument document) => All.ToDictionary(format => format, format => Write(document, format));
}
