using MetricsDashboard.Web.Tests.Browser;

namespace MetricsDashboard.Web.Tests.Journeys;

/// <summary>The report of the demonstration's last week says in sentences and tables alike what the notice of 2020 said.</summary>
[Collection(DemoCollection.Name)]
public sealed class DemoReportTests(DemoServer demo)
{
    private const string Week = "2020-W39";

    [Theory]
    [InlineData("docx")]
    [InlineData("html")]
    public async Task Report_OfTheLastWeek_SaysTheNoticesFiguresInSentences(string format)
    {
        var report = await ReportAsync(format);

        string[] said =
        [
            "红牌率1.00%", "全省排名第9位", "较6月下降35.15个百分点", "较6月上升6位", "“最多跑一次”事项占比99%", "不见面审批事项占比71%",
            "“即办件”事项占比31%", "法定办结时限压缩比75%", "129个乡镇（街道）", "2350个村（社区）", "完成上架20项",
        ];
        Assert.All(said, text => Assert.Contains(text, report.Sentences, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("html")]
    public async Task Report_OfTheLastWeek_SaysTheNoticesFiguresInTables(string format)
    {
        var report = await ReportAsync(format);

        (string Indicator, string Figure)[] figures =
        [
            ("电子监察红牌率", "1.00"), ("电子监察红牌率", "9"), ("“最多跑一次”事项占比", "99.00"), ("不见面审批事项占比", "71.00"),
            ("“即办件”事项占比", "31.00"), ("法定办结时限压缩比", "75.00"), ("“豫事办”平顶山分厅上架事项数", "20"),
        ];
        Assert.All(figures, said => Assert.Contains(said.Figure, report.Row(said.Indicator)));
        Assert.Contains("下降35.15个百分点，位次上升6位", report.Row("电子监察红牌率"));
        Assert.Equal(2, report.Row("已成立10个").Count(cell => cell == "2350"));
        Assert.Contains("应覆盖乡镇（街道）129个、已覆盖乡镇（街道）129个", report.Sentences, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_AsPdf_IsRefusedWithASentence()
    {
        using var files = new TemporaryDirectory();

        var result = await demo.RunAsync("report", Week, "--format", "pdf", "--output", files.File("report.pdf"));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("PDF", result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(files.File("report.pdf")));
    }

    private async Task<ReportText> ReportAsync(string format)
    {
        using var files = new TemporaryDirectory();
        (await demo.RunAsync("report", Week, "--format", format, "--output", files.File("report." + format))).Succeeded();
        return ReportText.Read(files.File("report." + format));
    }
}
