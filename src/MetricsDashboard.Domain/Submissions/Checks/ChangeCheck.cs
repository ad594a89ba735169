using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions.Checks;

/// <summary>
/// A change against the last accepted value beyond the element's threshold (domain.md 1.3). In the first week there is nothing to compare
/// with. A running total that fell has its own warning; a value that lies outside its usual range too says so here.
/// </summary>
internal static class ChangeCheck
{
    public static IEnumerable<Finding> Find(FormFigures form)
    {
        for (var i = 0; i < form.Values.Count; i++)
        {
            if (!IsChange(form, i, out var before)) continue;
            var (element, unit, _) = form.Values[i];
            var now = form.Sound(i)!.Value;
            var share = ChangeThreshold.PercentOf(before.Value, now) is { } percent ? $"（{Text(percent)}%），超过{Text(element.Change!.Percent)}%" : "";
            var usual = OutlierCheck.UsualRange(form, i) is { } range ? $"，也超出近{IntakeContext.HistoryWeeks}周的通常范围（{range.Text}）" : "";
            yield return new Finding(
                i,
                $"{unit.Name}的{Quotation.Of(element.Name)}上次（{WeekText.Period(before.From)}）是{before.Value}，这次是{now}，{(now > before.Value ? "增加" : "减少")}{Math.Abs(now - before.Value)}{share}{usual}：请核对；确实如此的，请说明原因");
        }
    }

    /// <summary>Did a value change beyond its threshold, without being a running total that fell?</summary>
    public static bool IsChange(FormFigures form, int at, out Figure before)
    {
        before = default;
        if (form.Sound(at) is not { } now || form.Values[at].Element.Change is not { } threshold || form.Last(at) is not { } last) return false;
        before = last;
        return threshold.IsExceeded(last.Value, now) && !FallCheck.IsFall(form, at, out _, out _);
    }

    private static string Text(decimal percent) => percent.ToString("0.##", CultureInfo.InvariantCulture);
}
