namespace MetricsDashboard.Domain.Catalogue;

/// <summary>One term E of a sum, with its sign.</summary>
/// <param name="Element">Code of the element.</param>
/// <param name="Sign">+1 or −1.</param>
public readonly record struct Term(string Element, int Sign);

/// <summary>
/// What an indicator is computed from: S, or S over S, with S = E or E ± E …, or growth(E). Parsed once from the catalogue's
/// columns numerator and denominator; there are no parentheses.
/// </summary>
public sealed class Formula
{
    private Formula(IReadOnlyList<Term> numerator, IReadOnlyList<Term> denominator, bool isGrowth)
    {
        Numerator = numerator;
        Denominator = denominator;
        IsGrowth = isGrowth;
        Elements = [.. numerator.Concat(denominator).Select(term => term.Element).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The terms above the line; the only ones where there is no denominator.</summary>
    public IReadOnlyList<Term> Numerator { get; }

    /// <summary>The terms below the line; empty for a count and for growth.</summary>
    public IReadOnlyList<Term> Denominator { get; }

    /// <summary>growth(E): (this week − last week) ÷ last week, taken after the roll-up.</summary>
    public bool IsGrowth { get; }

    /// <summary>Does the formula divide?</summary>
    public bool IsRatio => IsGrowth || Denominator.Count > 0;

    /// <summary>Codes of every element used, each once.</summary>
    public IReadOnlyList<string> Elements { get; }

    /// <summary>Parses the two columns. A fault is a sentence in Chinese; the formula is null then.</summary>
    public static (Formula? Formula, string? Fault) Parse(string numerator, string denominator)
    {
        var top = numerator.Trim();
        var bottom = denominator.Trim();
        if (top.StartsWith("growth(", StringComparison.Ordinal))
        {
            var element = top.EndsWith(')') ? top[7..^1].Trim() : "";
            if (!IsCode(element)) return (null, $"公式“{top}”应写作 growth(填报项代码)");
            return bottom.Length > 0
                ? (null, "growth(…) 不能再有分母")
                : (new Formula([new Term(element, 1)], [], isGrowth: true), null);
        }

        var (above, faultAbove) = ParseSum(top);
        if (above is null) return (null, $"分子公式“{top}”{faultAbove}");
        if (bottom.Length == 0) return (new Formula(above, [], isGrowth: false), null);
        var (below, faultBelow) = ParseSum(bottom);
        return below is null ? (null, $"分母公式“{bottom}”{faultBelow}") : (new Formula(above, below, isGrowth: false), null);
    }

    private static (IReadOnlyList<Term>? Terms, string? Fault) ParseSum(string text)
    {
        if (text.Length == 0) return (null, "为空");
        var terms = new List<Term>();
        var sign = 1;
        var expectElement = true;
        foreach (var part in text.Replace("+", " + ", StringComparison.Ordinal).Replace("−", "-", StringComparison.Ordinal)
                     .Replace("-", " - ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is "+" or "-")
            {
                if (expectElement) return (null, "的运算符前缺少填报项");
                sign = part == "+" ? 1 : -1;
                expectElement = true;
            }
            else if (!expectElement || !IsCode(part))
            {
                return (null, $"在“{part}”处无法识别（只允许填报项代码和 + −，不能有括号）");
            }
            else
            {
                terms.Add(new Term(part, sign));
                expectElement = false;
            }
        }

        return expectElement ? (null, "以运算符结尾") : (terms, null);
    }

    private static bool IsCode(string text) =>
        text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.');
}
