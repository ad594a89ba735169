using MetricsDashboard.Domain.Submissions;
using Xunit;

namespace MetricsDashboard.Tests.Submissions;

public sealed class PastedBlockTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("12", "12")]
    [InlineData("1\n2\n3", "1/2/3")]
    [InlineData("1\r\n2\r\n", "1/2")]
    [InlineData("1\r2", "1/2")]
    [InlineData("1\t2\n3\t4\n", "1|2/3|4")]
    [InlineData("1\n\n3\n", "1//3")]
    [InlineData("\t2\n1\t", "|2/1|")]
    [InlineData("1\t\n2\t3", "1|/2|3")]
    [InlineData("１２，０００\t99%", "１２，０００|99%")]
    [InlineData("\"甲\n乙\"\t\"说\"\"好\"\"\"", "甲\n乙|说\"好\"")]
    [InlineData("\"只有一半\t2", "\"只有一半|2")]
    [InlineData("\"甲\"乙", "\"甲\"乙")]
    public void Parse_OfAClipboard_GivesItsCells(string text, string cells) =>
        Assert.Equal(cells, string.Join('/', PastedBlock.Parse(text).Rows.Select(row => string.Join('|', row))));

    [Fact]
    public void Columns_OfRaggedRows_AreThoseOfTheLongest()
    {
        Assert.Equal(3, PastedBlock.Parse("1\n1\t2\t3\n1\t2").Columns);
        Assert.Equal(0, PastedBlock.Parse("").Columns);
    }
}
