using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;

namespace MetricsDashboard.Domain.Submissions.Checks;

/// <summary>A running total does not fall, except by correction (domain.md 1.3).</summary>
internal static class FallCheck
{
    public static IEnumerable<Finding> Find(FormFigures form)
    {
        for (var i = 0; i < form.Values.Count; i++)
        {
            if (!IsFall(form, i, out var before, out var now)) continue;
            yield return new Finding(
                i, $"{Quotation.Of(form.Values[i].Element.Name)}是累计数，上次是{before.Value}，这次是{now}，减少了{before.Value - now}：请核对；确实减少的，请向市专班说明原因");
        }
    }

    /// <summary>Did a running total fall?</summary>
    public static bool IsFall(FormFigures form, int at, out Figure before, out long now)
    {
        now = form.Sound(at) ?? 0;
        before = default;
        if (form.Sound(at) is null || form.Values[at].Element.Nature is not Nature.Cumulative || form.Last(at) is not { } last) return false;
        before = last;
        return now < last.Value;
    }
}
