using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Duties;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Components.Typing;

/// <summary>A form to be typed, with what its typists have at hand.</summary>
public sealed record TypedForm(View View, WeekRow Week, DutyRow Duty, TypedSheet Sheet)
{
    public required IReadOnlyDictionary<(string Element, string Unit), CountedValue> Last { get; init; }

    public required IReadOnlyDictionary<(string Element, string Unit), string> LastTexts { get; init; }

    /// <summary>What the cases give for the week itself.</summary>
    public required IReadOnlyDictionary<(string Element, string Unit), long> FromCases { get; init; }

    /// <summary>The round that was last sent; null where none was.</summary>
    public required SubmissionRow? Round { get; init; }

    /// <summary>Why that round came back, and remarks.</summary>
    public required IReadOnlyList<SubmissionNote> Notes { get; init; }

    /// <summary>Whose names were looked up.</summary>
    public required IReadOnlySet<string> Accounts { get; init; }

    public required Names Names { get; init; }

    public Form Form => Duty.Form;

    /// <summary>Was the form sent, and waits to be reviewed?</summary>
    public bool IsWaiting => Duty.State is SubmissionState.CountyReview or SubmissionState.Submitted;

    public bool HasRows => Form.Rows is not null;

    /// <summary>Who typed last; null where there is no draft.</summary>
    public DraftCell? Newest => Sheet.Cells.Select(cell => cell.Last).OfType<DraftCell>().MaxBy(last => last.ChangedAt);

    /// <summary>Somebody, as the one who looks names them.</summary>
    public string NameOf(string account) => account == View.Actor.Name ? "您" : Names.Of(account);
}

/// <summary>Loads forms to be typed: filled with what was sent, or else as the workbook is filled, and over it what was typed.</summary>
public sealed class TypedForms(Views views, DutyStore duties, DraftStore drafts, ObservationStore observations, SubmissionStore submissions, PeopleNames people)
{
    /// <summary>The form, or a sentence that says why there is none to be typed.</summary>
    public async Task<(TypedForm? Form, string? Empty)> LoadAsync(string? askedWeek, string? askedUnit, string? askedForm)
    {
        var view = await views.LoadAsync();
        var none = CancellationToken.None;
        if (view.WeekOf(askedWeek) is not { } week || view.Catalogue.FindUnit(askedUnit) is not { } unit || view.Catalogue.FindForm(askedForm) is not { } form)
            return (null, "没有这张报表，请从“我的任务”进入。");
        var cells = await drafts.FindAsync(view.Actor, week.Week, unit.Code, form.Code, none);
        var duty = (await duties.OfWeekAsync(view.Actor, week.Week, unit.Code, none)).FirstOrDefault(duty => duty.Form.Code == form.Code);
        if (duty is null) return (null, $"{unit.ShortName}{View.NameOf(week)}没有这张报表的应报任务。");
        if (!DutyStates.IsOwn(view.Actor, duty)) return (null, $"《{form.Name}》不由本单位报送，无需填报。");
        if (duty.State is SubmissionState.Accepted) return (null, $"《{form.Name}》已经接收，不能再次报送；确需改动的，请在“我的任务”里申请更正。");

        var rowUnits = view.Catalogue.RowUnits(form, unit, week.Week);
        string[] codes = [.. rowUnits.Select(row => row.Code)];
        var last = (await observations.LastValuesAsync(view.Actor, codes, week.Week, none)).ToDictionary(value => (value.Element, value.Unit));
        var texts = (await submissions.LastTextsAsync(view.Actor, codes, week.Week, none)).ToDictionary(text => (text.Element, text.Unit), text => text.Text);
        var fromCases = await observations.FromCasesAsync(view.Actor, codes, week.Week, none);
        var round = duty.SubmissionId is { } id ? await submissions.FindAsync(view.Actor, id, none) : null;
        var sheet = Sheet(view, week, form, rowUnits, last, fromCases, round);
        sheet.Take(cells, []);
        HashSet<string> accounts = [view.Actor.Name, .. cells.Select(cell => cell.ChangedBy), .. round?.Notes.Select(note => note.WrittenBy) ?? [], .. round is null ? [] : new[] { round.Row.SentBy }];
        var typed = new TypedForm(view, week, duty, sheet)
        {
            Last = last,
            LastTexts = texts,
            FromCases = fromCases,
            Round = round?.Row,
            Notes = round?.Notes ?? [],
            Accounts = accounts,
            Names = await people.OfAsync(view.Actor, accounts, none),
        };
        return (typed, null);
    }

    private static TypedSheet Sheet(
        View view, WeekRow week, Form form, IReadOnlyList<Unit> rowUnits, Dictionary<(string Element, string Unit), CountedValue> last,
        IReadOnlyDictionary<(string Element, string Unit), long> fromCases, SubmissionView? round)
    {
        var elements = view.Catalogue.ElementsOf(form, week.Week);
        var sent = round?.Values.ToDictionary(value => (value.Element.Code, value.Unit.Code), value => value.Value?.ToString(CultureInfo.InvariantCulture) ?? value.RawText) ?? [];
        return form.Rows is null
            ? new TypedSheet([.. elements.Select(element => (IReadOnlyList<TypedCell>)[Cell(element, rowUnits[0])])])
            : new TypedSheet([.. rowUnits.Select(unit => (IReadOnlyList<TypedCell>)[.. elements.Select(element => Cell(element, unit))])]);

        TypedCell Cell(DataElement element, Unit unit) => new(element, unit, Filled(element, (element.Code, unit.Code)));

        // As in the workbook, cells come filled with what the cases give, states else with the last value; what happened within the week and texts do not.
        string Filled(DataElement element, (string, string) key) => sent.TryGetValue(key, out var text)
            ? text
            : fromCases.TryGetValue(key, out var cases) ? cases.ToString(CultureInfo.InvariantCulture)
            : element.Nature is Nature.Stock or Nature.Cumulative && last.TryGetValue(key, out var known) ? known.Value.ToString(CultureInfo.InvariantCulture) : "";
    }
}
