using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Formats;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

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

        Assert.Equal("", Faults(package, version));
    }

    [Fact]
    public void Write_WithoutAnnexesAndChart_ValidatorFindsNothing()
    {
        using var package = Open(DocxWriter.Write(SampleReport.Create() with { Annexes = [], Chart = null }));

        Assert.Equal("", Faults(package, FileFormatVersions.Office2019));
        Assert.Single(package.MainDocumentPart!.Document!.Descendants<W.SectionProperties>());
    }

    [Fact]
    public void Write_Twice_SameBytes()
    {
        Assert.Equal(DocxWriter.Write(SampleReport.Create(), Site), DocxWriter.Write(SampleReport.Create(), Site));
    }

    [Fact]
    public void Write_Sample_NoTimeOfWritingInFileOrWorkbook()
    {
        using var file = new ZipArchive(new MemoryStream(DocxWriter.Write(SampleReport.Create())));
        using var workbook = new ZipArchive(file.Entries.Single(entry => entry.Name.EndsWith(".xlsx", StringComparison.Ordinal)).Open());

        Assert.All(file.Entries.Concat(workbook.Entries), entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public void Write_Sample_EveryTextInOrder()
    {
        using var package = Open(DocxWriter.Write(SampleReport.Create(), Site));

        var text = package.MainDocumentPart!.Document!.Body!.InnerText;

        var position = 0;
        foreach (var expected in SampleTexts.Of(SampleReport.Create()))
        {
            var found = text.IndexOf(expected, position, StringComparison.Ordinal);
            Assert.True(found >= 0, $"“{expected}” is missing after position {position}.");
            position = found + expected.Length;
        }
    }

    [Fact]
    public void Write_Sample_HeadingRowsOfEveryTableRepeat()
    {
        using var package = Open(DocxWriter.Write(SampleReport.Create()));

        var tables = package.MainDocumentPart!.Document!.Body!.Elements<W.Table>().ToArray();

        // The second table has common headings over its columns, hence two heading rows.
        Assert.Equal([1, 2, 1], tables.Select(table => table.Descendants<W.TableHeader>().Count()));
    }

    [Fact]
    public void Write_Sample_PortraitBodyThenLandscapeAnnexes()
    {
        using var package = Open(DocxWriter.Write(SampleReport.Create()));

        var sections = package.MainDocumentPart!.Document!.Descendants<W.SectionProperties>().ToArray();

        Assert.Equal([false, true], sections.Select(section => section.GetFirstChild<W.PageSize>()!.Orient?.Value == W.PageOrientationValues.Landscape));
        Assert.All(sections, section => Assert.Equal(579, section.GetFirstChild<W.DocGrid>()!.LinePitch!.Value));
    }

    [Fact]
    public void Write_Sample_PageNumbersRightOnOddAndLeftOnEvenPages()
    {
        using var package = Open(DocxWriter.Write(SampleReport.Create()));
        var main = package.MainDocumentPart!;
        var section = main.Document!.Descendants<W.SectionProperties>().First();

        W.JustificationValues Side(W.HeaderFooterValues type) =>
            ((FooterPart)main.GetPartById(section.Elements<W.FooterReference>().Single(reference => reference.Type!.Value == type).Id!.Value!))
            .Footer!.Descendants<W.Justification>().Single().Val!.Value;

        Assert.Equal(W.JustificationValues.Right, Side(W.HeaderFooterValues.Default));
        Assert.Equal(W.JustificationValues.Left, Side(W.HeaderFooterValues.Even));
        Assert.NotNull(main.DocumentSettingsPart!.Settings!.GetFirstChild<W.EvenAndOddHeaders>());
    }

    [Fact]
    public void Write_CharacterOutsideGb2312_RunOfItsOwnInCompleteFace()
    {
        using var package = Open(DocxWriter.Write(WithBody("示范区滍阳镇。")));

        var runs = package.MainDocumentPart!.Document!.Descendants<W.Run>().ToArray();
        var rare = Assert.Single(runs, run => run.InnerText.Contains('滍', StringComparison.Ordinal));

        Assert.Equal("滍", rare.InnerText);
        Assert.Equal("仿宋", rare.RunProperties!.RunFonts!.EastAsia!.Value);
    }

    [Fact]
    public void Write_WithSite_NumbersLeadToTheirExplanation()
    {
        using var package = Open(DocxWriter.Write(SampleReport.Create(), Site));

        var targets = package.MainDocumentPart!.HyperlinkRelationships.Select(link => link.Uri.AbsoluteUri).ToArray();

        Assert.Contains("https://report.example.cn/explain?indicator=red&unit=city&week=2020-W39", targets);
        Assert.Equal(targets.Distinct(), targets);
    }

    [Fact]
    public void Write_WithoutSite_NoLinks()
    {
        using var package = Open(DocxWriter.Write(SampleReport.Create()));

        Assert.Empty(package.MainDocumentPart!.Document!.Descendants<W.Hyperlink>());
    }

    [Theory]
    [InlineData("https://elsewhere.example.com/")]
    [InlineData("//elsewhere.example.com/")]
    [InlineData("javascript:alert(1)")]
    public void Write_LinkOutOfTheSystem_Throws(string link)
    {
        var document = SampleReport.Create() with { Body = [new Paragraph([new Run("1", RunStyle.Normal, link)])] };

        Assert.Throws<ArgumentException>(() => DocxWriter.Write(document, Site));
    }

    [Fact]
    public void Write_ControlCharactersAndLineBreaks_LeftOut()
    {
        using var package = Open(DocxWriter.Write(WithBody("甲\u0001乙\n丙")));

        Assert.Contains("甲乙 丙", package.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_Demonstration_EverySectionSaysSo(bool demonstration)
    {
        using var package = Open(DocxWriter.Write(SampleReport.Create() with { Demonstration = demonstration }));
        var main = package.MainDocumentPart!;

        var headers = main.Document!.Descendants<W.SectionProperties>()
            .Select(section => section.Elements<W.HeaderReference>().Count(reference =>
                ((HeaderPart)main.GetPartById(reference.Id!.Value!)).Header!.InnerText.Contains("演示数据", StringComparison.Ordinal)));

        Assert.All(headers, count => Assert.Equal(demonstration ? 2 : 0, count));
    }

    [Fact]
    public void Write_Sample_PropertiesAreSet()
    {
        using var package = Open(DocxWriter.Write(SampleReport.Create()));

        Assert.Equal("提升政务服务能力工作周报（第12期）", package.PackageProperties.Title);
        Assert.Equal(SampleReport.Create().Properties.Created.UtcDateTime, package.PackageProperties.Created?.ToUniversalTime());
    }

    private static ReportDocument WithBody(string text) => SampleReport.Create() with { Body = [Paragraph.Of(text)], Annexes = [], Chart = null };

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static string Faults(WordprocessingDocument package, FileFormatVersions version) => string.Join(
        '\n',
        new OpenXmlValidator(version).Validate(package).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
}
