using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Formats;
using Xunit;

namespace MetricsDashboard.Tests.Reporting.Formats;

public sealed partial class HtmlWriterTests
{
    [Fact]
    public void Write_Sample_EveryTextInOrder()
    {
        var text = WebUtility.HtmlDecode(Tags().Replace(HtmlWriter.Write(SampleReport.Create()), ""));

        var position = text.IndexOf("内部资料", StringComparison.Ordinal);
        foreach (var expected in SampleTexts.Of(SampleReport.Create()))
        {
            var found = text.IndexOf(expected, position, StringComparison.Ordinal);
            Assert.True(found >= 0, $"“{expected}” is missing after position {position}.");
            position = found + expected.Length;
        }
    }

    [Fact]
    public void Write_MarkupInText_Encoded()
    {
        const string attack = "<script>alert('1')</script>&\"";
        var sample = SampleReport.Create();

        var html = HtmlWriter.Write(sample with
        {
            Title = attack,
            Masthead = sample.Masthead with { Name = attack },
            Body = [new Heading(1, attack), Paragraph.Of(attack)],
            Annexes = [sample.Annexes[0] with { Title = attack, Notes = [attack] }],
            Chart = sample.Chart! with { Title = attack, Labels = [.. sample.Chart.Labels.Select(_ => attack)] },
        });

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Sample_FetchesNothing()
    {
        var html = HtmlWriter.Write(SampleReport.Create());

        Assert.DoesNotMatch("<(script|link|img|iframe|object|embed)|url\\(|@import|\\son[a-z]+=", html);
    }

    [Fact]
    public void Write_LinkedNumber_LeadsToItsExplanation()
    {
        var html = HtmlWriter.Write(SampleReport.Create());

        Assert.Contains("<a class=\"number\" href=\"/explain?indicator=red&amp;unit=city&amp;week=2020-W39\">1.00%</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WithSite_LinksAreAbsolute()
    {
        var html = HtmlWriter.Write(SampleReport.Create(), site: new Uri("https://report.example.cn"));

        Assert.Contains("href=\"https://report.example.cn/explain?indicator=red&amp;unit=city&amp;week=2020-W39\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LinkOutOfTheSystem_Throws()
    {
        var document = SampleReport.Create() with { Body = [new Paragraph([new Run("1", RunStyle.Normal, "javascript:alert(1)")])] };

        Assert.Throws<ArgumentException>(() => HtmlWriter.Write(document));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_Demonstration_BannerOnScreenAndEveryPage(bool demonstration)
    {
        var html = HtmlWriter.Write(SampleReport.Create() with { Demonstration = demonstration });

        Assert.Equal(demonstration, html.Contains("class=\"demonstration\"", StringComparison.Ordinal));
        Assert.Equal(demonstration, html.Contains("@top-center { content: \"演示数据", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_Sample_HeadingsDescendWithoutLeaps()
    {
        var levels = Headings().Matches(HtmlWriter.Write(SampleReport.Create())).Select(match => int.Parse(match.Groups[1].ValueSpan, null)).ToArray();

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1 && pair.Second > 1));
    }

    [Theory]
    [InlineData(null, "(prefers-color-scheme: dark)", "light dark")]
    [InlineData(true, "@media screen {", "dark")]
    [InlineData(false, "@media not all {", "light")]
    public void Write_LightOrDarkChosen_DecidesInsteadOfTheSystem(bool? dark, string query, string schemes)
    {
        var html = HtmlWriter.Write(SampleReport.Create(), dark: dark);

        Assert.Contains(query, html, StringComparison.Ordinal);
        Assert.Contains($"  color-scheme: {schemes};", html, StringComparison.Ordinal);
        Assert.Equal(dark is null, html.Contains("prefers-color-scheme", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_Links_ShownAboveTheReport()
    {
        var html = HtmlWriter.Write(SampleReport.Create(), [new PageLink("下载Word版", "/reports/12.docx")]);

        Assert.Contains("<a href=\"/reports/12.docx\">下载Word版</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ChartWithGap_LineBreaksInTwo()
    {
        var path = Drawings()[0].Descendants().First(element => element.Name.LocalName == "path").Attribute("d")!.Value;

        Assert.Equal(2, path.Count(letter => letter == 'M'));
        Assert.Equal(9, path.Count(letter => letter == 'L'));
    }

    [Fact]
    public void Write_Chart_ValuesAndNamedTargetDrawn()
    {
        var texts = Drawings()[0].Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToArray();

        Assert.Contains("31.42", texts);
        Assert.Contains("第12期", texts);
        Assert.Contains("控制目标 1.00%", texts);
    }

    [Fact]
    public void Write_ChartOnNarrowScreen_LastValueAndLabelKept()
    {
        var texts = Drawings()[1].Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToArray();

        Assert.Contains("1.00", texts);
        Assert.Contains("第12期", texts);
        Assert.DoesNotContain("第11期", texts);
    }

    private static XElement[] Drawings() =>
        [.. Svg().Matches(HtmlWriter.Write(SampleReport.Create())).Select(match => XElement.Parse(match.Value))];

    [GeneratedRegex("<style>.*?</style>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex("<h([1-6])")]
    private static partial Regex Headings();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();
}
