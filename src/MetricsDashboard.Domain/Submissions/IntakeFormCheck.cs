using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions.Checks;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>
/// Checks the values of one form: first each by itself (it is a count within its range, none is missing, none stands twice), and once every
/// form of the file is read, by the graded checks.
/// </summary>
internal sealed class IntakeFormCheck(IntakeFigures file, List<IntakeIssue> issues)
{
    private const int LongestShown = 100;

    private readonly Catalogue.Catalogue catalogue = file.Catalogue;
    private readonly Dictionary<(string Form, int Week), IReadOnlyList<DataElement>> elements = [];

    public void Read(SentForm sent)
    {
        var counts = new long?[sent.Values.Count];
        for (var i = 0; i < counts.Length; i++) counts[i] = Count(sent.Values[i]);
        foreach (var value in sent.Repeated) Repeated(sent, value);
        Complete(sent);
        file.Add(new FormFigures(file, sent, counts));
    }

    public CheckedForm Judge(FormFigures form)
    {
        var isOpen = file.Context.OpenWeeks.Contains(form.Week);
        foreach (var check in GradedChecks.All.Where(check => isOpen || check.Severity is Severity.Error))
        {
            foreach (var found in check.Find(form))
            {
                if (check.Severity is Severity.Error) form.Reject(found.At);
                Add(check.Severity, check.Code, form.Values[found.At], found.Message, found.Total);
            }
        }

        var values = new CheckedValue[form.Values.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var (element, unit, entry) = form.Values[i];
            values[i] = new CheckedValue(element.Code, unit.Code, form.Counts[i], element.IsText ? IntakeText.Plain(entry.Text) : entry.Text, entry.Place);
        }

        return new CheckedForm(form.Sent.Key.Asked, form.Sent.Key.Form, form.Week, values);
    }

    private long? Count(SentValue value)
    {
        if (value.Entry.Kind is CellKind.Blank)
        {
            if (!value.Element.Optional)
                Add(Severity.Error, IssueCodes.Blank, value, $"{Quotation.Of(value.Element.Name)}没有填：{Wanted(value.Element)}");
            return null;
        }

        if (value.Element.IsText)
        {
            var text = IntakeText.Read(value.Entry, value.Element);
            if (text.Code is { } wrong) Add(Severity.Error, wrong, value, text.Message!);
            return null;
        }

        var number = IntakeNumber.Read(value.Entry, value.Element);
        if (number.Code is { } code) Add(Severity.Error, code, value, number.Message!);
        return number.Value;
    }

    private void Repeated(SentForm sent, SentValue value)
    {
        var first = sent.Values[sent.IndexOf(value.Element, value.RowUnit)];
        Add(
            Severity.Error,
            IssueCodes.Duplicate,
            value,
            $"{value.RowUnit.Name}的{Quotation.Of(value.Element.Name)}填了两次（前一次是{Quotation.Of(first.Entry.Text)}{At(first.Entry.Place)}）：请只留一个");
    }

    private void Complete(SentForm sent)
    {
        var (asked, form, week) = sent.Key;
        if (!elements.TryGetValue((form.Code, week.Key), out var expected)) elements[(form.Code, week.Key)] = expected = catalogue.ElementsOf(form, week);
        foreach (var unit in catalogue.RowUnits(form, asked, week))
        {
            var missing = expected.Where(element => sent.IndexOf(element, unit) < 0).ToList();
            if (missing.Count == expected.Count)
            {
                Missing(sent, unit, null, $"《{form.Name}》缺少{unit.Name}的数：请补上该单位后重新报送");
                continue;
            }

            foreach (var element in missing.Where(element => !element.Optional))
                Missing(sent, unit, element, $"《{form.Name}》缺少{unit.Name}的{Quotation.Of(element.Name)}：请补上后重新报送{(element.IsText ? "" : "，确实没有的填0")}");
        }
    }

    private void Missing(SentForm sent, Unit unit, DataElement? element, string message) => issues.Add(new IntakeIssue(
        Severity.Error, IssueCodes.RowMissing, sent.First.Place.Sheet, null, unit.Name, element?.Name, null, message)
    {
        FormCode = sent.Key.Form.Code,
        ElementCode = element?.Code,
        UnitCode = unit.Code,
    });

    private void Add(Severity severity, string code, SentValue value, string message, Unit? total = null) => issues.Add(new IntakeIssue(
        severity,
        code,
        value.Entry.Place.Sheet,
        value.Entry.Place.Cell,
        (total ?? value.RowUnit).Name,
        value.Element.Name,
        value.Entry.Kind is CellKind.Blank ? null : Shown(value),
        message)
    {
        FormCode = value.Element.Form,
        ElementCode = value.Element.Code,
        UnitCode = (total ?? value.RowUnit).Code,
    });

    private static string Wanted(DataElement element) => element.IsText
        ? $"请填写文字，不超过{DataElement.LongestText}字"
        : $"请填以{Quotation.Of(element.Measure)}为单位的整数，确实没有的填0";

    /// <summary>A text is not repeated whole beside what is wrong with it.</summary>
    private static string Shown(SentValue value) =>
        value.Element.IsText && value.Entry.Text.Length > LongestShown ? value.Entry.Text[..LongestShown] + "……" : value.Entry.Text;

    private static string At(Place place) => place.Cell is { } cell ? $"，在{cell}" : "";
}
