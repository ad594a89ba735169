using FsCheck;
using FsCheck.Xunit;
using MetricsDashboard.Domain.Catalogue;
using Xunit;

namespace MetricsDashboard.Tests.CatalogueRules;

/// <summary>The grammar of formulas: S, S over S, growth(E), without parentheses.</summary>
public sealed class FormulaTests
{
    [Fact]
    public void Parse_SumAndDifference_KeepsSignsInOrder()
    {
        var formula = Parsed("a + b-c", "d");

        Assert.Equal([new Term("a", 1), new Term("b", 1), new Term("c", -1)], formula.Numerator);
        Assert.Equal([new Term("d", 1)], formula.Denominator);
    }

    [Fact]
    public void Parse_TypographicMinus_IsAMinus() => Assert.Equal([new Term("a", 1), new Term("b", -1)], Parsed("a − b", "").Numerator);

    [Fact]
    public void Parse_NoDenominator_IsACount() => Assert.False(Parsed("a", "").IsRatio);

    [Fact]
    public void Parse_Growth_IsARatioOfOneElement()
    {
        var formula = Parsed("growth( users )", "");

        Assert.True(formula is { IsGrowth: true, IsRatio: true, Elements: ["users"] });
    }

    [Fact]
    public void Parse_ElementUsedTwice_IsListedOnce() => Assert.Equal(["a", "b"], Parsed("a - b", "a").Elements);

    [Theory]
    [InlineData("", "")]
    [InlineData("", "a")]
    [InlineData("a +", "")]
    [InlineData("+ a", "")]
    [InlineData("- a", "")]
    [InlineData("a ++ b", "")]
    [InlineData("a b", "")]
    [InlineData("(a + b)", "c")]
    [InlineData("a * b", "")]
    [InlineData("a / b", "")]
    [InlineData("a, b", "")]
    [InlineData("甲", "")]
    [InlineData("growth()", "")]
    [InlineData("growth(a", "")]
    [InlineData("growth(a + b)", "")]
    [InlineData("growth(a)", "b")]
    [InlineData("growth(a) + b", "")]
    [InlineData("Growth(a)", "")]
    [InlineData("a", "growth(b)")]
    [InlineData("a", "b -")]
    public void Parse_OutsideTheGrammar_IsAFaultInASentence(string numerator, string denominator)
    {
        var (formula, fault) = Formula.Parse(numerator, denominator);

        Assert.Null(formula);
        Assert.False(string.IsNullOrWhiteSpace(fault));
    }

    [Property(MaxTest = 500)]
    public bool Parse_AnyText_IsAFormulaOrAFault(string? numerator, string? denominator)
    {
        var (formula, fault) = Formula.Parse(numerator ?? "", denominator ?? "");
        return formula is null != fault is null;
    }

    [Property(MaxTest = 500)]
    public bool Parse_AnySumWrittenOut_ReadsBackTheSame(NonEmptyArray<bool> signs)
    {
        var terms = signs.Get.Select((plus, i) => new Term(FormattableString.Invariant($"e{i}"), plus || i == 0 ? 1 : -1)).ToList();
        var text = string.Concat(terms.Select((term, i) => (i == 0 ? "" : term.Sign > 0 ? " + " : " - ") + term.Element));
        return Parsed(text, "").Numerator.SequenceEqual(terms);
    }

    private static Formula Parsed(string numerator, string denominator)
    {
        var (formula, fault) = Formula.Parse(numerator, denominator);
        Assert.Null(fault);
        return formula!;
    }
}
