using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Formats;
using Xunit;

namespace MetricsDashboard.Tests.Reporting.Formats;

/// <summary>What LibreOffice makes of the Word file, page by page. Needs soffice, poppler-utils, fonts-noto-cjk, fonts-lxgw-wenkai and fonts-arphic-gkai00mp.</summary>
[Trait("Category", "Office")]
public sealed class OfficeTests(OfficePdf office) : IClassFixture<OfficePdf>
{
    [Fact]
    public void Convert_PlainText_PagesOf22LinesOf28Characters()
    {
        const string plain = "各级各部门要持续提升政务服务能力优化营商环境让企业和群众办事更加方便快捷高效满意";
        var text = string.Concat(Enumerable.Repeat(plain, 60));
        var pdf = office.Of(DocxWriter.Write(WithBody(text)));

        var lines = pdf.Lines(page: 2);

        Assert.Equal("—2—", lines[^1]);
        Assert.Equal(Enumerable.Repeat(28, 22), lines[..^1].Select(line => line.Length));
    }

    [Fact]
    public void Convert_RareCharacter_InTheFaceOfItsNeighbours()
    {
        var text = string.Concat(Enumerable.Repeat("城乡一体化示范区滍阳镇便民服务站", 60));
        var document = WithBody(text);

        // Without the line in 黑体 nothing on these pages is set in a sans serif, unless a character fell back to one.
        var pdf = office.Of(DocxWriter.Write(document with { Masthead = document.Masthead with { Confidentiality = null } }));

        Assert.Contains("滍阳镇", string.Concat(pdf.Lines(page: 2)), StringComparison.Ordinal);
        Assert.Contains(pdf.Fonts(), font => font.Contains("GBZenKai", StringComparison.Ordinal));
        Assert.DoesNotContain(pdf.Fonts(), font => font.Contains("Sans", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_Sample_ChartDrawnWithItsValues()
    {
        var pdf = office.Of(DocxWriter.Write(SampleReport.Create()));

        var text = string.Concat(pdf.Lines(pdf.Pages));

        Assert.All(["31.42", "1.00", "第12期", "全市红牌率", "控制目标"], label => Assert.Contains(label, text, StringComparison.Ordinal));
        Assert.InRange(pdf.PixelsNear(pdf.Pages, red: 0x1F, green: 0x4E, blue: 0x79), 300, 20_000);
    }

    [Fact]
    public void Convert_Sample_LongTableRepeatsItsHeading()
    {
        var pdf = office.Of(DocxWriter.Write(SampleReport.Create()));

        var pages = Enumerable.Range(1, pdf.Pages).Count(page => string.Concat(pdf.Lines(page)).Contains("指标名称", StringComparison.Ordinal));

        Assert.Equal(2, pages);
    }

    [Fact]
    public void Convert_Demonstration_EveryPageSaysSo()
    {
        var pdf = office.Of(DocxWriter.Write(SampleReport.Create() with { Demonstration = true }));

        Assert.All(Enumerable.Range(1, pdf.Pages), page => Assert.Contains("演示数据", pdf.Lines(page)[0], StringComparison.Ordinal));
    }

    private static ReportDocument WithBody(string text) =>
        SampleReport.Create() with { Body = [Paragraph.Of(text)], Annexes = [], Chart = null };
}
