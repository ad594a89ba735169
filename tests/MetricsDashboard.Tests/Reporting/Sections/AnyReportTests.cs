using System.Text.RegularExpressions;
using FsCheck.Xunit;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting;
using MetricsDashboard.Reporting.Documents;
using Xunit;

namespace MetricsDashboard.Tests.Reporting.Sections;

/// <summary>What holds of every report, whatever the data.</summary>
public sealed partial class AnyReportTests
{
    /// <summary>Three pages of 22 lines, less the masthead with title and period on the first, and three for lines that break before their end.</summary>
    private const int Lines = 3 * 22 - 13 - 3;

    [Property(MaxTest = 100)]
    public void Compose_AnyFacts_WritesNothingThatMayNotBeWritten(Guid seed)
    {
        foreach (var text in Texts(Of(seed).Document)) Assert.DoesNotMatch(Forbidden(), text);
    }

    [Property(MaxTest = 50)]
    public void Compose_AnyFacts_NeverShowsAllWhereSomeAreLeft(Guid seed)
    {
        var (facts, document) = Of(seed);
        var whole = facts.Current.All.Where(result => result.Numerator >= result.Denominator).Select(result => facts.Catalogue.Indicator(result.Indicator).Name).ToHashSet();
        foreach (var row in document.Annexes.Where(annex => annex.Label == "附表1").SelectMany(annex => annex.Table.Rows).Where(row => row.Cells[5].Text == "100.00"))
        {
            Assert.Contains(row.Cells[1].Text, whole);
        }
    }

    [Property(MaxTest = 50)]
    public void Compose_AnyFacts_FitsOnThreePages(Guid seed)
    {
        var body = Of(seed).Document.Body;
        Assert.InRange(body.Select((block, index) => LinesOf(block, index > 0 ? body[index - 1] : null)).Sum(), 1, Lines);
    }

    [Property(MaxTest = 50)]
    public void Compose_AnyFacts_TablesAreRegularAndOnlyReportedUnitsAreRanked(Guid seed)
    {
        var (_, document) = Of(seed);
        Assert.All(document.Annexes, annex => Assert.All(annex.Table.Rows, row => Assert.Equal(annex.Table.Columns.Count, row.Cells.Count)));
        Assert.All(
            document.Annexes.Where(annex => annex.Table.Columns[0].Header == "排名").SelectMany(annex => annex.Table.Rows).Where(row => row.Cells[0].Text != "—"),
            row => Assert.Equal(CellMark.None, row.Cells[2].Mark));
    }

    [Property(MaxTest = 50)]
    public void Compose_AnyFacts_EveryNumberOfASentenceIsLinked(Guid seed)
    {
        var plain = Of(seed).Document.Body.OfType<Paragraph>().SelectMany(paragraph => paragraph.Runs).Where(run => run.Link is null);
        Assert.DoesNotContain(plain, run => run.Text.Any(char.IsAsciiDigit) && Unlinked().IsMatch(Known().Replace(run.Text, "")));
    }

    [Property(MaxTest = 15)]
    public void Compose_SameFacts_SameDocument(Guid seed) =>
        Assert.Equal(ReportDocumentJson.Serialize(Of(seed).Document), ReportDocumentJson.Serialize(Of(seed).Document));

    [Theory]
    [InlineData("较上周下降-0.35个百分点")]
    [InlineData("较上周上升0.00个百分点")]
    [InlineData("截" + "止9月27日")]
    [InlineData("各县(市、区)")]
    [InlineData("2020-W39")]
    [InlineData("第39周")]
    [InlineData("持平。。")]
    [InlineData("，。")]
    [InlineData("（）")]
    [InlineData("、未报送")]
    [InlineData("，未报送")]
    public void Forbidden_BadWording_IsFound(string text) => Assert.Matches(Forbidden(), text);

    private static (ReportFacts Facts, ReportDocument Document) Of(Guid seed)
    {
        var facts = new RandomFacts(seed.GetHashCode()).Facts();
        return (facts, WeeklyReport.Compose(facts));
    }

    private static IEnumerable<string> Texts(ReportDocument document) =>
    [
        .. document.Body.Select(PlainText.Of),
        .. document.Annexes.SelectMany(annex => annex.Notes.Concat(annex.Table.Rows.SelectMany(row => row.Cells.Select(cell => cell.Text))).Concat(annex.Table.Columns.Select(column => column.Header))),
        .. document.Chart is { } chart ? chart.Labels.Append(chart.Title) : [],
    ];

    /// <summary>Full-width characters fill a place of the 28, half-width ones half of it; two places are indented.</summary>
    private static int LinesOf(Block block, Block? before) => block switch
    {
        Heading { Level: 2 } => 0,
        Heading => 1,
        _ => (int)Math.Ceiling((2 + ((before is Heading { Level: 2 } ? PlainText.Of(before) : "") + PlainText.Of(block)).Sum(c => c < 128 ? 0.5 : 1)) / 28),
    };

    [GeneratedRegex(@"NaN|[升降高加少]-|(?<!\d)0\.00个百分点|(增加|减少|上升|下降)0(?!\.)|截止|[()]|W\d|第\d+周|[，。；：、]{2}|（）|[。；：](未报送|不参加|沿用|并列|等\d)|，(未报送(?!\d)|沿用|等\d)|[、，；]$|、未报送|null|第0位")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"\d")]
    private static partial Regex Unlinked();

    [GeneratedRegex(@"(\d+年)?\d+月(\d+日)?|市24小时自助政务服务大厅|（第\d+期）")]
    private static partial Regex Known();
}
