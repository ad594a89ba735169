using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions.Checks;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>
/// The one check that every file, page and interface goes through: it decides what each value is about, whether the sender may send it,
/// whether it is a count, and whether every form that appears is whole. It finds everything at once (design.md rule 11) in one pass over
/// the values.
/// </summary>
public static class IntakeCheck
{
    /// <summary>Checks what was read.</summary>
    /// <param name="catalogue">The catalogue in force.</param>
    /// <param name="request">What the sender said with the file.</param>
    /// <param name="context">Open weeks and earlier values.</param>
    /// <param name="content">What the reader understood.</param>
    /// <returns>The forms of the file, and all issues ordered by sheet and cell. With an error nothing may be stored.</returns>
    public static CheckedIntake Check(Catalogue.Catalogue catalogue, IntakeRequest request, IntakeContext context, IntakeContent content)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(content);
        var issues = new List<IntakeIssue>(content.Issues);
        var scope = new IntakeScope(catalogue, request, context);
        var sent = new Dictionary<SentKey, SentForm>();
        var ignored = 0;
        var filled = false;
        foreach (var entry in content.Entries)
        {
            filled |= entry.Kind is not CellKind.Blank;
            if (scope.Find(entry) is not { } subject)
            {
                if (entry.Kind is CellKind.Blank) ignored++;
                continue;
            }

            if (!sent.TryGetValue(subject.Key, out var form)) sent[subject.Key] = form = new SentForm(subject.Key, Expected(catalogue, subject.Key, content));
            form.Add(subject, entry);
        }

        foreach (var form in sent.Values.Where(form => form.IsBlank && IsNotSent(form.Key.Form, request)).ToList())
        {
            ignored += form.Count;
            sent.Remove(form.Key);
        }

        var figures = new IntakeFigures(catalogue, context);
        var check = new IntakeFormCheck(figures, issues);
        if (filled)
        {
            foreach (var form in sent.Values.Where(form => scope.Allows(form, issues))) check.Read(form);
        }

        CheckedForm[] forms = [.. figures.Forms.Select(check.Judge)];

        issues.AddRange(scope.Issues());
        if (!filled && !issues.Exists(issue => issue.Severity is Severity.Error)) issues.Add(NothingFilled);
        return new CheckedIntake(forms, IntakeOrder.Sort(issues, content.Entries), content.RowsRead - ignored);
    }

    private static int Expected(Catalogue.Catalogue catalogue, SentKey key, IntakeContent content) =>
        Math.Min(content.Entries.Count, catalogue.RowUnits(key.Form, key.Asked, key.Week).Count * catalogue.ElementsOf(key.Form, key.Week).Count);

    private static IntakeIssue NothingFilled => new(
        Severity.Error, IssueCodes.NothingFilled, null, null, null, null, null, "文件里一个数也没有填：请在“本周数”各格（或“数值”列）填写后再报送");

    /// <summary>A blank sheet that others supply, or that was not meant, is not sent; a blank sheet that the unit owes is an error.</summary>
    private static bool IsNotSent(Form form, IntakeRequest request) =>
        form.SuppliedBy is not SuppliedBy.Unit || (request.Form is { } meant && meant != form.Code);
}
