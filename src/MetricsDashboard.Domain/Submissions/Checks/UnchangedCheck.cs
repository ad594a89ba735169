using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Domain.Submissions.Checks;

/// <summary>What happened within a week hardly happens exactly as often four times running: a flow equal to the three before it, and not 0, was perhaps copied.</summary>
internal static class UnchangedCheck
{
    private const int Before = 3;

    public static IEnumerable<Finding> Find(FormFigures form)
    {
        for (var i = 0; i < form.Values.Count; i++)
        {
            var (element, unit, _) = form.Values[i];
            if (element.Nature is not Nature.Flow || form.Sound(i) is not (> 0 and var now)) continue;
            var past = form.History(i);
            if (past.Count < Before || past.Take(Before).Any(figure => figure.Value != now)) continue;
            yield return new Finding(i, $"{unit.Name}的{Quotation.Of(element.Name)}是本周发生数，这次和前{Before}次都是{now}：请确认填的是本周的数，不是沿用上周的数");
        }
    }
}
