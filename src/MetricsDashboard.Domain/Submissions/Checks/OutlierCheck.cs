using System.Globalization;

namespace MetricsDashboard.Domain.Submissions.Checks;

/// <summary>
/// A value far from the unit's own last weeks, by median and median absolute deviation (MAD), which one odd week does not move: a robust z,
/// 0.6745 × |value − median| ÷ MAD, above 3.5. With fewer than 6 values nothing is judged, nor where the MAD is 0: more than half of the
/// weeks were equal, and there is no usual range to be outside of. A distance below the element's floor is none either, so that a stock
/// that hardly ever moves may move by one.
/// </summary>
internal static class OutlierCheck
{
    private const int FewestValues = 6;
    private const decimal Normal = 0.6745m;
    private const decimal Limit = 3.5m;

    public static IEnumerable<Finding> Find(FormFigures form)
    {
        for (var i = 0; i < form.Values.Count; i++)
        {
            if (UsualRange(form, i) is not { } range || ChangeCheck.IsChange(form, i, out _) || FallCheck.IsFall(form, i, out _, out _)) continue;
            var (element, unit, _) = form.Values[i];
            yield return new Finding(
                i,
                $"{unit.Name}的{Quotation.Of(element.Name)}这次是{form.Sound(i)}，近{IntakeContext.HistoryWeeks}周的中位数是{range.Median.ToString("0.#", CultureInfo.InvariantCulture)}，超出通常范围（{range.Text}）：请核对；确实如此的，请说明原因");
        }
    }

    /// <summary>The usual range of a value that lies outside of it; null where it lies inside or cannot be judged.</summary>
    public static UsualRange? UsualRange(FormFigures form, int at)
    {
        if (form.Sound(at) is not { } now || form.Values[at].Element.Change is not { } threshold) return null;
        var past = form.History(at);
        if (past.Count < FewestValues) return null;
        var median = Median(past.Select(figure => (decimal)figure.Value));
        var deviation = Median(past.Select(figure => Math.Abs(figure.Value - median)));
        var distance = Math.Abs(now - median);
        return deviation > 0 && distance >= threshold.Floor && Normal * distance / deviation > Limit ? new UsualRange(median, Limit * deviation / Normal) : null;
    }

    private static decimal Median(IEnumerable<decimal> values)
    {
        var ordered = values.Order().ToList();
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }
}

/// <summary>Where a value usually lies.</summary>
/// <param name="Median">Middle.</param>
/// <param name="Reach">How far to either side.</param>
internal readonly record struct UsualRange(decimal Median, decimal Reach)
{
    /// <summary>The whole numbers inside: 92—108.</summary>
    public string Text => $"{Math.Max(0, Math.Ceiling(Median - Reach)).ToString("0", CultureInfo.InvariantCulture)}—{Math.Floor(Median + Reach).ToString("0", CultureInfo.InvariantCulture)}";
}
