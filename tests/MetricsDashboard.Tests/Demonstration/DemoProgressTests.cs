using MetricsDashboard.Domain.Catalogue;
using Xunit;

namespace MetricsDashboard.Tests.Demonstration;

/// <summary>What the demonstration's task forces write.</summary>
public sealed class DemoProgressTests
{
    [Fact]
    public void Texts_OfAWeek_AreNeverTheSameInTwoCounties()
    {
        var repeated = DemoWeeks.Texts.Where(text => text.Value.Length > 0).GroupBy(text => (text.Week, text.Element, text.Value)).Where(same => same.Count() > 1);

        Assert.Empty(repeated);
    }

    [Fact]
    public void Texts_OfACounty_ChangeFromWeekToWeek()
    {
        var texts = DemoWeeks.Texts.Where(text => text.Element != NamedCodes.ProgressProblems).ToDictionary(text => (text.Element, text.Unit, text.Week), text => text.Value);

        Assert.DoesNotContain(texts, text => texts.TryGetValue((text.Key.Element, text.Key.Unit, text.Key.Week.Previous), out var before) && before == text.Value);
    }

    [Fact]
    public void Texts_OfEveryWeek_AreThereAndOnlyProblemsMayBeBlank()
    {
        var blank = DemoWeeks.Texts.Where(text => text.Value.Length == 0).ToList();

        Assert.Equal((11 * 12 * 3) - 3, DemoWeeks.Texts.Count);
        Assert.All(blank, text => Assert.Equal(NamedCodes.ProgressProblems, text.Element));
        Assert.InRange(blank.Count, 10, 60);
    }

    [Fact]
    public void Texts_WithoutATaskForce_SaySo() => Assert.All(
        DemoWeeks.Texts.Where(text => text.Element == NamedCodes.ProgressThisWeek),
        text => Assert.Equal(
            DemoWeeks.ByKey[("task_forces_established", text.Unit, text.Week)] == 0,
            text.Value.StartsWith("一是专班尚未成立", StringComparison.Ordinal)));

    [Fact]
    public void Figures_InATextOfProgress_AreTheWeeksOwn() => Assert.All(
        DemoWeeks.Texts.Where(text => text.Element == NamedCodes.ProgressThisWeek),
        text =>
        {
            var (items, completed) = (DemoWeeks.ByKey[("items_total", text.Unit, text.Week)], DemoWeeks.ByKey[("cases_completed", text.Unit, text.Week)]);
            Assert.Contains($"在库政务服务事项{items}项", text.Value, StringComparison.Ordinal);
            Assert.Contains($"本周办结办件{completed}件", text.Value, StringComparison.Ordinal);
        });
}
