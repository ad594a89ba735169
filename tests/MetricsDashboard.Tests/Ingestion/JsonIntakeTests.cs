using System.Text;
using MetricsDashboard.Domain.Submissions;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion;

public sealed class JsonIntakeTests
{
    [Fact]
    public void Check_NumbersAndTexts_AreTaken()
    {
        var result = Check("""
            [{"unit":"410421","week":"2024-W10","element":"cases_monitored","value":500},
             {"unit":"宝丰县","week":"2024-W10","element":"红牌办件数","value":"5","note":{"a":[1]}},
             {"unit":"410421","element":"yellow_cards","value":6,"week":"2024-W10"},
             {"unit":"410421","week":"2024-W10","element":"early_warnings","value":7.0}]
            """);

        Assert.Empty(result.Issues);
        Assert.Equal([500, 5, 6, 7], Assert.Single(result.Forms).Values.Select(value => value.Value!.Value));
    }

    [Theory]
    [InlineData("-1", IssueCodes.Negative)]
    [InlineData("1.5", IssueCodes.Fraction)]
    [InlineData("true", IssueCodes.NotANumber)]
    [InlineData("{}", IssueCodes.NotANumber)]
    [InlineData("\"99%\"", IssueCodes.Percentage)]
    [InlineData("null", IssueCodes.Blank)]
    [InlineData("99999999999999999999999999999999999999", IssueCodes.OutOfRange)]
    public void Check_WrongValue_NamesTheEntry(string value, string code)
    {
        var result = Check($$"""
            [{"unit":"410421","week":"2024-W10","element":"cases_monitored","value":500}, {"unit":"410421","week":"2024-W10","element":"red_cards","value":{{value}}},
             {"unit":"410421","week":"2024-W10","element":"yellow_cards","value":6}, {"unit":"410421","week":"2024-W10","element":"early_warnings","value":7}]
            """);

        var issue = Assert.Single(result.Issues);
        Assert.Equal((code, "第2条", "宝丰县", "红牌办件数"), (issue.Code, issue.Cell, issue.Unit, issue.Element));
    }

    [Theory]
    [InlineData("[{\"unit\":", IssueCodes.Damaged)]
    [InlineData("[] x", IssueCodes.Damaged)]
    [InlineData("{\"unit\":1}", IssueCodes.UnknownFormat)]
    [InlineData("[1]", IssueCodes.LayoutChanged)]
    [InlineData("[{\"unit\":\"410421\"}]", IssueCodes.LayoutChanged)]
    [InlineData("[]", IssueCodes.NothingFilled)]
    public void Check_WrongShape_IsOneIssue(string json, string code) => Assert.Equal(code, Assert.Single(Check(json).Issues).Code);

    private static CheckedIntake Check(string json) => TestCatalogue.Check(Encoding.UTF8.GetBytes(json), name: "entries.json");
}
