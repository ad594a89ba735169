using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>A value of a form that the system fills in for its sender.</summary>
/// <param name="Element">Code of the element.</param>
/// <param name="Unit">Code of the row unit.</param>
/// <param name="Value">The count.</param>
public readonly record struct ComposedValue(string Element, string Unit, long Value);

/// <summary>
/// A form in one action: 与上周一致 repeats the last values, 零报告 says that nothing happened. The values go through the check like typed ones.
/// </summary>
/// <param name="Values">The values; empty where the form cannot be composed.</param>
/// <param name="Refusal">Why it cannot, a sentence in Chinese; null where it can.</param>
public sealed record ComposedForm(IReadOnlyList<ComposedValue> Values, string? Refusal)
{
    private const int Named = 3;

    /// <summary>Composes a form. Flows of a zero report are 0; everything else is its last value, and what has none is left out where it is optional.</summary>
    /// <param name="catalogue">The catalogue in force.</param>
    /// <param name="form">The form.</param>
    /// <param name="asked">The unit that owes it.</param>
    /// <param name="week">The week.</param>
    /// <param name="basis">Unchanged or nothing.</param>
    /// <param name="last">The last counted value of element and row unit before the week; null where there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The basis is values: those are not composed.</exception>
    public static ComposedForm Of(Catalogue.Catalogue catalogue, Form form, Unit asked, ReportingWeek week, SubmissionBasis basis, Func<string, string, long?> last)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(last);
        if (basis is SubmissionBasis.Values) throw new ArgumentOutOfRangeException(nameof(basis), basis, "Values are not composed.");
        if (catalogue.ElementsOf(form, week).Any(element => element is { IsText: true, Optional: false }))
            return new ComposedForm([], $"《{form.Name}》要写本周的情况，不能沿用以前的内容：请下载报表填报。");
        var values = new List<ComposedValue>();
        var missing = new List<string>();
        foreach (var unit in catalogue.RowUnits(form, asked, week))
        {
            foreach (var element in catalogue.ElementsOf(form, week).Where(element => !element.IsText))
            {
                var value = basis is SubmissionBasis.Nothing && element.Nature is Nature.Flow ? 0 : last(element.Code, unit.Code);
                if (value is { } known) values.Add(new ComposedValue(element.Code, unit.Code, known));
                else if (!element.Optional) missing.Add(form.Rows is null ? Quotation.Of(element.Name) : unit.ShortName + Quotation.Of(element.Name));
            }
        }

        if (missing.Count > 0) return new ComposedForm([], Missing(form, missing));
        return values.Count > 0 ? new ComposedForm(values, null) : new ComposedForm([], $"《{form.Name}》以前没有报过数，请下载报表填报。");
    }

    private static string Missing(Form form, List<string> missing)
    {
        var names = string.Join("、", missing.Take(Named));
        var all = missing.Count > Named ? $"{names}等{missing.Count}项" : names;
        return $"《{form.Name}》的{all}以前没有报过，没有上次的数可用：请下载报表填报。";
    }
}
