namespace MetricsDashboard.Domain.Submissions.Checks;

/// <summary>What was sent is not what the cases give for the same week. Both are kept, and one of them counts; it is only said.</summary>
internal static class CasesCheck
{
    public static IEnumerable<Finding> Find(FormFigures form)
    {
        for (var i = 0; i < form.Values.Count; i++)
        {
            var (element, unit, _) = form.Values[i];
            if (form.Sound(i) is not { } now || form.File.Context.FromCases(element.Code, unit.Code, form.Week) is not { } cases || cases == now) continue;
            yield return new Finding(
                i, $"{unit.Name}的{Quotation.Of(element.Name)}按办件数据为{cases}{element.Measure}，这次是{now}{element.Measure}，相差{Math.Abs(now - cases)}{element.Measure}：请核对，两个数都会保留");
        }
    }
}
