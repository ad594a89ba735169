using MetricsDashboard.Domain.Submissions.Mappings;
using Xunit;

namespace MetricsDashboard.Tests.Mappings;

/// <summary>Which headings suggest an element, and which say too little or something else.</summary>
public sealed class ColumnSuggestionTests
{
    [Theory]
    [InlineData("red_cards", "标题就是填报项代码")]
    [InlineData("RED_CARDS", "标题就是填报项代码")]
    [InlineData("红牌办件数", "标题与填报项名称相同")]
    [InlineData(" 红牌　办件数 ", "标题与填报项名称相同")]
    [InlineData("“红牌”办件数", "标题与填报项名称相同")]
    [InlineData("红牌办件数（件）", "去掉括号、计量单位和空格后与填报项名称相同")]
    [InlineData("红牌办件数(单位：件)", "去掉括号、计量单位和空格后与填报项名称相同")]
    [InlineData("红牌办件数/件", "去掉括号、计量单位和空格后与填报项名称相同")]
    [InlineData("红牌", "标题与填报项名称部分相同，且只有这一项")]
    [InlineData("红牌数", "标题与填报项名称部分相同，且只有这一项")]
    [InlineData("红牌数量", "标题与填报项名称部分相同，且只有这一项")]
    [InlineData("本周红牌办件数", "标题与填报项名称部分相同，且只有这一项")]
    public void Of_HeadingOfOneElement_SuggestsItAndSaysWhy(string heading, string why)
    {
        var suggestion = Assert.Single(Of(heading)).Value;

        Assert.Equal((ColumnUse.Element, "red_cards", why), (suggestion.Use, suggestion.Element, suggestion.Why));
    }

    [Theory]
    [InlineData("红数")]
    [InlineData("数量")]
    [InlineData("红")] // a part of one character says nothing
    [InlineData("办件数")] // four elements have it
    [InlineData("红牌办件数、黄牌办件数")] // two elements
    [InlineData("红牌率")]
    [InlineData("红牌办件数占比")]
    [InlineData("红牌办件数环比")]
    [InlineData("上周红牌办件数")]
    [InlineData("红牌办件数排名")]
    [InlineData("红排办件数")] // nearly is not
    [InlineData("（红牌办件数）")] // nothing is left without the brackets
    [InlineData("")]
    public void Of_HeadingOfNoneOrSeveral_SuggestsNothing(string heading) => Assert.Empty(Of(heading));

    [Fact]
    public void Of_TwoHeadingsOfOneElement_TakesTheStrongerRule()
    {
        var suggestions = Of("红牌", "红牌办件数（件）");

        Assert.Equal([2], suggestions.Keys);
    }

    [Fact]
    public void Of_TwoHeadingsByTheSameRule_SuggestsNeither() => Assert.Empty(Of("红牌", "红牌数"));

    [Fact]
    public void Of_SameHeadingTwice_SuggestsNeither() => Assert.Empty(Of("红牌办件数", "红牌办件数"));

    [Fact]
    public void Of_RowNumbersAndRemarks_SuggestsToIgnoreThem() =>
        Assert.All(Of("序号", "备注").Values, suggestion => Assert.Equal(ColumnUse.Ignored, suggestion.Use));

    [Theory]
    [InlineData("满意评价数", "ratings_satisfied")]
    [InlineData("满意评价数（基本满意及以上）", "ratings_satisfied")]
    [InlineData("按期办结办件数", "cases_completed_in_time")]
    [InlineData("受理办件数", "cases_accepted")]
    public void Of_AnotherForm_FindsItsElements(string heading, string element) =>
        Assert.Equal(element, Assert.Single(ColumnSuggestions.Of(MappingCity.Elements("service-cases"), MappingCity.Table(heading + "\n1").Columns(1))).Value.Element);

    [Theory]
    [InlineData("办结")] // two elements
    [InlineData("本周按期办结办件数")] // holds the names of two
    public void Of_AnotherForm_LeavesWhatIsAmbiguous(string heading) =>
        Assert.Empty(ColumnSuggestions.Of(MappingCity.Elements("service-cases"), MappingCity.Table(heading + "\n1").Columns(1)));

    private static IReadOnlyDictionary<int, ColumnSuggestion> Of(params string[] headings) =>
        ColumnSuggestions.Of(MappingCity.Elements(), [.. headings.Select((heading, at) => new RawColumn(at + 1, heading, 1, []))]);
}
