using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>A formula in the names of the elements, as a definition or with the values put in.</summary>
internal static class FormulaText
{
    /// <summary>法定时限之和 − 承诺时限之和, over the line; the word Σ is not used on screen.</summary>
    public static string Definition(Catalogue catalogue, Indicator indicator)
    {
        if (indicator.Formula is not { } formula) return "只采用有关部门公布的数值，不由本系统计算";
        return Write(formula, term => catalogue.Element(term.Element).Name);
    }

    /// <summary>How the formula reads with words or numbers in place of the elements.</summary>
    public static string Write(Formula formula, Func<Term, string> text)
    {
        if (formula.IsGrowth)
        {
            var element = text(formula.Numerator[0]);
            return $"（本周{element} − 上周{element}）÷ 上周{element} × 100%";
        }

        var above = Sum(formula.Numerator);
        return formula.Denominator.Count == 0 ? above : $"{Bracket(above, formula.Numerator)}{(formula.Numerator.Count > 1 ? "" : " ")}÷ {Bracket(Sum(formula.Denominator), formula.Denominator)} × 100%";

        string Sum(IReadOnlyList<Term> terms) => string.Concat(terms.Select((term, at) =>
            (at, term.Sign) switch { (0, 1) => "", (0, _) => "−", (_, 1) => " + ", _ => " − " } + text(term)));
    }

    /// <summary>先合计、后相除: how units become the scope's value.</summary>
    public static string RollUpRule(Catalogue catalogue, Indicator indicator)
    {
        if (indicator.Formula is not { } formula) return "";
        var elements = formula.Elements.Select(catalogue.Element).ToList();
        var rule = elements[0].RollUp switch
        {
            RollUp.Min => "各单位取最小值",
            RollUp.None => "只在填报单位本级有值，不向上汇总",
            _ when formula.IsGrowth => "各单位先合计，再计算增长率，只计两周均报送的单位",
            _ when formula.IsRatio => "各单位分子、分母先分别合计，再相除，百分比不取平均",
            _ => "各单位合计",
        };
        var missing = elements.TrueForAll(element => element.WhenMissing is WhenMissing.Carry)
            ? "未报送的单位沿用上周数值，标注“*沿用上周”，不参与排名"
            : "未报送的单位不计入，按已报送的单位合计";
        return $"{rule}；{missing}";
    }

    /// <summary>高优, 低优, 不评价.</summary>
    public static string DirectionText(Direction direction) => direction switch
    {
        Direction.Higher => "越高越好",
        Direction.Lower => "越低越好",
        _ => "不作评价，不排名",
    };

    private static string Bracket(string sum, IReadOnlyList<Term> terms) => terms.Count > 1 ? $"（{sum}）" : sum;
}
