using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Domain.Submissions.Checks;

/// <summary>
/// A part is not greater than its whole (max_element). Where the two stand on different forms they are compared within the file, or else
/// with what was sent or accepted for the same week; a form that is not there yet is no fault.
/// </summary>
internal static class MaximumCheck
{
    public static IEnumerable<Finding> Find(FormFigures form)
    {
        var catalogue = form.File.Catalogue;
        for (var i = 0; i < form.Values.Count; i++)
        {
            if (form.Counts[i] is not { } count) continue;
            var (element, unit, _) = form.Values[i];
            if (element.MaxElement is { } code && Whole(form, catalogue.Element(code), unit) is { } whole && count > whole.Count)
                yield return new Finding(i, $"{Quotation.Of(element.Name)}（{count}）大于{Quotation.Of(catalogue.Element(code).Name)}（{whole.Count}{Where(form, whole)}）：请核对这两个数后改正");
            foreach (var part in form.File.PartsElsewhere(element))
            {
                if (SentBefore(form, part, unit) is { } sent && sent > count)
                    yield return new Finding(i, $"{Quotation.Of(element.Name)}（{count}）小于{Quotation.Of(part.Name)}（{sent}，《{catalogue.Form(part.Form!).Name}》已报送）：请核对这两个数后改正；要改的是《{catalogue.Form(part.Form!).Name}》的，请一并重新报送");
            }
        }
    }

    private static Compared? Whole(FormFigures form, DataElement whole, Unit unit)
    {
        var within = whole.Form == form.Sent.Key.Form.Code ? form : form.File.FormOf(whole, unit, form.Week);
        if (within is null) return SentBefore(form, whole, unit) is { } sent ? new Compared(sent, whole.Form!, null) : null;
        return within.Count(whole, unit) is { } count ? new Compared(count, whole.Form!, within.Values[within.Sent.IndexOf(whole, unit)].Entry.Place) : null;
    }

    private static string Where(FormFigures form, Compared whole)
    {
        var name = whole.Form == form.Sent.Key.Form.Code ? "" : $"《{form.File.Catalogue.Form(whole.Form).Name}》";
        if (whole.Place is not { } place) return $"，{name}已报送";
        return name.Length + (place.Cell?.Length ?? 0) == 0 ? "" : $"，在{name}{place.Cell}";
    }

    /// <summary>What was sent for the same week in a file before this one; null where this file has the form itself.</summary>
    private static long? SentBefore(FormFigures form, DataElement element, Unit unit) =>
        form.File.FormOf(element, unit, form.Week) is null ? form.File.Context.SameWeek(element.Code, unit.Code, form.Week) : null;

    /// <summary>What a value is compared with; without a place it came in an earlier file.</summary>
    private readonly record struct Compared(long Count, string Form, Place? Place);
}
