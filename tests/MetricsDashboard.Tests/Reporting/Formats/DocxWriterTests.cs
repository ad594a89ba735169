using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MetricsDashboard.Reporting.Formats;
using Xunit;

namespace MetricsDashboard.Tests.Reporting.Formats;

public sealed class DocxWriterTests
{
    private static readonly Uri Site = new("https://report.example.cn");

    [Theory]
    [InlineData(FileFormatVersions.Office2019, false)]
    [InlineData(FileFormatVersions.Microsoft365, true)]
    public void Write_Sample_ValidatorFindsNothing(FileFormatVersions version, bool demonstration)
    {
        using var package = Open(DocxWriter.Write(SampleReport.Create() with { Demonstration = demonstration }, Site));

        var faults = new OpenXmlValidator(version).Validate(package).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}");

        Assert.Equal("", string.Join('\n', faults));
    }

    [Fact]
    public void Write_Twice_SameBytes()
    {
        Assert.Equal(DocxWriter.Write(SampleReport.Create(), Site), DocxWriter.Write(SampleReport.Create(), Site));
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
}
