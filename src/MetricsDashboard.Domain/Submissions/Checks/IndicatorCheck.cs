using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;

namespace MetricsDashboard.Domain.Submissions.Checks;

/// <summary>
/// A ratio that the form's own values give (of the unit, or of the sum of its rows) moved by more than 10 percentage points against the
/// same ratio of the last accepted values (domain.md 1.3); both as displayed. Rows without an earlier value stand aside in both. A base
/// below the indicator's minimum is 样本不足 and not judged.
/// </summary>
internal static class IndicatorCheck
{
    private const decimal Limit = 10m;

    public static IEnumerable<Finding> Find(FormFigures form)
    {
        var (asked, what, week) = form.Sent.Key;
        foreach (var indicator in form.File.Ratios(what).Where(indicator => indicator.IsValidIn(week)))
        {
            var elements = indicator.Formula!.Elements.Select(form.File.Catalogue.Element).ToList();
            if (what.Rows is not null && elements.Exists(element => element.RollUp is RollUp.None)) continue;
            var units = form.Values.Select(value => value.RowUnit).Distinct()
                .Where(unit => elements.TrueForAll(element => form.Sound(element, unit) is not null && Before(form, element, unit) is not null)).ToList();
            if (units.Count == 0) continue;
            var now = Total(indicator, element => units.Select(unit => form.Sound(element, unit)!.Value), form);
            var before = Total(indicator, element => units.Select(unit => Before(form, element, unit)!.Value), form);
            if (now.Denominator < indicator.MinBase || before.Denominator < indicator.MinBase) continue;
            if (now.Percent(indicator.Decimals) is not { } shown || before.Percent(indicator.Decimals) is not { } shownBefore) continue;
            if (Math.Abs(shown - shownBefore) <= Limit) continue;
            yield return new Finding(
                form.Sent.IndexOf(elements[0], units[0]),
                $"{asked.Name}的{Quotation.Of(indicator.Name)}由上次的{FigureText.Table(shownBefore, indicator)}%变为{FigureText.Table(shown, indicator)}%，{(shown > shownBefore ? "上升" : "下降")}{FigureText.Points(shown - shownBefore)}，超过{Limit:0}个百分点：请核对{string.Join("和", elements.Select(element => Quotation.Of(element.Name)))}；确实如此的，请说明原因",
                asked);
        }
    }

    private static long? Before(FormFigures form, DataElement element, Unit unit) =>
        form.Sent.IndexOf(element, unit) is >= 0 and var at ? form.Last(at)?.Value : null;

    private static Ratio Total(Indicator indicator, Func<DataElement, IEnumerable<long>> values, FormFigures form)
    {
        return new Ratio(Sum(indicator.Formula!.Numerator), Sum(indicator.Formula.Denominator));

        long Sum(IReadOnlyList<Term> terms) => terms.Sum(term => term.Sign * Fold(form.File.Catalogue.Element(term.Element)));

        long Fold(DataElement element) => element.RollUp is RollUp.Min ? values(element).Min() : values(element).Sum();
    }
}
