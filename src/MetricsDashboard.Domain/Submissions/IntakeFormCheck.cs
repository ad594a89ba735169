using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>Checks the values of one form: each is a count within its range and bound, none is missing, none stands twice.</summary>
internal sealed class IntakeFormCheck(Catalogue.Catalogue catalogue, IntakeContext context, List<IntakeIssue> issues)
{
    private readonly Dictionary<(string Form, int Week), IReadOnlyList<DataElement>> elements = [];

    public CheckedForm Check(SentForm sent)
    {
        var counts = new long?[sent.Values.Count];
        for (var i = 0; i < counts.Length; i++) counts[i] = Count(sent.Values[i]);
        for (var i = 0; i < counts.Length; i++) Bound(sent, counts, i);
        foreach (var value in sent.Repeated) Repeated(sent, value);
        Complete(sent);
        if (context.OpenWeeks.Contains(sent.Key.Week))
        {
            for (var i = 0; i < counts.Length; i++) Fallen(sent.Values[i], counts[i], sent.Key.Week);
        }

        return new CheckedForm(
            sent.Key.Asked,
            sent.Key.Form,
            sent.Key.Week,
            [.. sent.Values.Select((value, i) => new CheckedValue(value.Element.Code, value.RowUnit.Code, counts[i], value.Entry.Text, value.Entry.Place))]);
    }

    private long? Count(SentValue value)
    {
        if (value.Entry.Kind is CellKind.Blank)
        {
            if (!value.Element.Optional)
                Add(Severity.Error, IssueCodes.Blank, value, $"{Quotation.Of(value.Element.Name)}没有填：请填以{Quotation.Of(value.Element.Measure)}为单位的整数，确实没有的填0");
            return null;
        }

        var number = IntakeNumber.Read(value.Entry, value.Element);
        if (number.Code is { } code) Add(Severity.Error, code, value, number.Message!);
        return number.Value;
    }

    private void Bound(SentForm sent, long?[] counts, int i)
    {
        var value = sent.Values[i];
        if (counts[i] is not { } count || value.Element.MaxElement is not { } code) return;
        var at = sent.IndexOf(catalogue.Element(code), value.RowUnit);
        if (at < 0 || counts[at] is not { } maximum || count <= maximum) return;
        var bound = sent.Values[at];
        Add(
            Severity.Error,
            IssueCodes.ExceedsMaximum,
            value,
            $"{Quotation.Of(value.Element.Name)}（{count}）大于{Quotation.Of(bound.Element.Name)}（{maximum}{At(bound.Entry.Place)}）：请核对这两个数后改正");
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
                Missing(sent, unit, element, $"《{form.Name}》缺少{unit.Name}的{Quotation.Of(element.Name)}：请补上后重新报送，确实没有的填0");
        }
    }

    private void Fallen(SentValue value, long? count, ReportingWeek week)
    {
        if (value.Element.Nature is not Nature.Cumulative || count is not { } now) return;
        if (context.LastAccepted(value.Element.Code, value.RowUnit.Code, week) is not { } before || now >= before) return;
        Add(
            Severity.Warning,
            IssueCodes.CumulativeFell,
            value,
            $"{Quotation.Of(value.Element.Name)}是累计数，上次是{before}，这次是{now}，减少了{before - now}：请核对；确实减少的，请向市专班说明原因");
    }

    private void Missing(SentForm sent, Unit unit, DataElement? element, string message) => issues.Add(new IntakeIssue(
        Severity.Error, IssueCodes.RowMissing, sent.First.Place.Sheet, null, unit.Name, element?.Name, null, message));

    private void Add(Severity severity, string code, SentValue value, string message) => issues.Add(new IntakeIssue(
        severity,
        code,
        value.Entry.Place.Sheet,
        value.Entry.Place.Cell,
        value.RowUnit.Name,
        value.Element.Name,
        value.Entry.Kind is CellKind.Blank ? null : value.Entry.Text,
        message));

    private static string At(Place place) => place.Cell is { } cell ? $"，在{cell}" : "";
}
