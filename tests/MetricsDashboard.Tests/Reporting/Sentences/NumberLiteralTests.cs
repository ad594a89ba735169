using System.Text.RegularExpressions;
using Xunit;

namespace MetricsDashboard.Tests.Reporting.Sentences;

public sealed partial class NumberLiteralTests
{
    [Fact]
    public void Sentences_Source_HoldsNoNumberLiteral()
    {
        var files = Directory.GetFiles(Repository.Path("src", "MetricsDashboard.Reporting", "Sentences"), "*.cs");
        Assert.True(files.Length > 15);
        Assert.Empty(files.SelectMany(file => File.ReadLines(file).Select((line, index) => (Place: $"{Path.GetFileName(file)}:{index + 1}", Code: Comment().Replace(line, ""))))
            .Where(line => Literal().IsMatch(line.Code)).Select(line => $"{line.Place} {line.Code.Trim()}"));
    }

    [Theory]
    [InlineData("if (count > 2) return;")]
    [InlineData("Phrase.Of($\"较上周下降0.35个百分点\")")]
    [InlineData("\"第9位\"")]
    [InlineData("\"９月\"")]
    public void Literal_Number_IsFound(string code) => Assert.Matches(Literal(), code);

    [Theory]
    [InlineData("value.ToString(\"F2\")")]
    [InlineData("var row2 = row1;")]
    public void Literal_FormatOrIdentifier_IsNotFound(string code) => Assert.DoesNotMatch(Literal(), code);

    /// <summary>A digit of any script that does not belong to an identifier or a format such as F2.</summary>
    [GeneratedRegex(@"(?<![A-Za-z_\d])\d")]
    private static partial Regex Literal();

    [GeneratedRegex(@"//.*$")]
    private static partial Regex Comment();
}
