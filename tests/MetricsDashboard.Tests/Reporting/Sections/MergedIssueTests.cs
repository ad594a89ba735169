using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Reporting;
using Xunit;

namespace MetricsDashboard.Tests.Reporting.Sections;

/// <summary>An issue of two weeks, as the holiday of October makes it, and the one after it.</summary>
public sealed class MergedIssueTests
{
    private static readonly ReportFacts Ordinary = new WeekThirtyNine().Facts();

    private static readonly ReportFacts Merged = Ordinary with
    {
        Issue = 13,
        Weeks = [.. Ordinary.Weeks.SkipLast(1), new WeekResults(new ReportingPeriod(Ordinary.Week, Ordinary.Week.Next), Ordinary.Current.All)],
        Holidays = "国庆节、中秋节",
    };

    [Fact]
    public void Compose_MergedWeeks_SaysSoAndComparesWithTheLastIssue()
    {
        var report = WeeklyReport.Compose(Merged);
        var text = PlainText.Of(report);

        Assert.Equal("（2020年9月21日—10月4日）", report.PeriodLine);
        Assert.Contains("因国庆节、中秋节放假，第13期合并反映9月21日—10月4日两周情况，“较上期”指与第12期（9月14日—9月20日）相比。", text, StringComparison.Ordinal);
        Assert.Contains("截至10月4日，全市电子监察红牌率1.00%", text, StringComparison.Ordinal);
        Assert.Contains("较上期下降0.35个百分点", text, StringComparison.Ordinal);
        Assert.DoesNotContain("上周", text, StringComparison.Ordinal);
        Assert.DoesNotContain("本周", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("连续\\d+周", text);
    }

    [Fact]
    public void Compose_OrdinaryWeek_SpeaksOfWeeks()
    {
        var text = PlainText.Of(WeeklyReport.Compose(Ordinary));

        Assert.DoesNotContain("上期", text, StringComparison.Ordinal);
        Assert.Contains("较上周下降0.35个百分点", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Previous_AfterAMergedIssue_IsThatIssue()
    {
        var later = Ordinary with { Weeks = [new WeekResults(new ReportingPeriod(Ordinary.Week.Previous.Previous, Ordinary.Week.Previous), []), Ordinary.Current] };

        Assert.Equal(Ordinary.Week.Previous.Previous, later.Previous!.Week);
        Assert.True(later.ComparesIssues);
    }

    [Fact]
    public void Previous_GapBetweenTheWeeks_IsNone()
    {
        var later = Ordinary with { Weeks = [new WeekResults(Ordinary.Week.Previous.Previous, []), Ordinary.Current] };

        Assert.Null(later.Previous);
    }
}
