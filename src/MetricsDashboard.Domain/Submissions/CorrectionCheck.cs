using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>Whether a corrected value goes with the other values of its unit and week.</summary>
public static class CorrectionCheck
{
    /// <summary>What is wrong with a value, a sentence in Chinese; null for nothing.</summary>
    /// <param name="catalogue">The catalogue in force.</param>
    /// <param name="element">The element.</param>
    /// <param name="value">The new value.</param>
    /// <param name="other">The values of the same unit and week, by element code; null where there is none.</param>
    public static string? Fault(Catalogue.Catalogue catalogue, DataElement element, long value, Func<string, long?> other)
    {
        if (value < 0) return $"{Quotation.Of(element.Name)}不能小于0。";
        if (value < element.Minimum || value > element.Maximum) return $"{Quotation.Of(element.Name)}（{value}）超出允许范围，请核对。";
        if (element.MaxElement is { } bound && other(bound) is { } maximum && value > maximum)
            return $"{Quotation.Of(element.Name)}（{value}）大于{Quotation.Of(catalogue.Element(bound).Name)}（{maximum}），请核对。";
        return catalogue.Elements.Where(bounded => bounded.MaxElement == element.Code && other(bounded.Code) > value)
            .Select(bounded => $"{Quotation.Of(element.Name)}（{value}）小于{Quotation.Of(bounded.Name)}（{other(bounded.Code)}），请核对。").FirstOrDefault();
    }
}
