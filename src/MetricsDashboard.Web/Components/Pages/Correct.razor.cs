using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Duties;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>申请更正: asks for another value than the accepted one, with the reason.</summary>
public sealed partial class Correct : ComponentBase
{
    private Model? model;
    private string? empty;
    private string? failure;
    private Errand errand = null!;
    private string? row;
    private string? element;
    private string corrected = "";
    private string reason = "";

    [SupplyParameterFromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    public string? AskedUnit { get; set; }

    [SupplyParameterFromQuery(Name = "form")]
    public string? AskedForm { get; set; }

    /// <summary>The row unit and element to begin with; the first where they are not named.</summary>
    [SupplyParameterFromQuery(Name = "row")]
    public string? AskedRow { get; set; }

    [SupplyParameterFromQuery(Name = "element")]
    public string? AskedElement { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required CorrectionStore Corrections { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private CorrectableValue? Chosen => model?.Values.FirstOrDefault(value => value.Unit.Code == row && value.Element.Code == element);

    protected override void OnInitialized() => errand = new Errand(ReloadAsync);

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task ReloadAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        try
        {
            (model, empty) = await FindAsync();
            Choose(row ?? AskedRow, element ?? AskedElement);
        }
        catch (Exception denied) when (denied is AccessDeniedException or StateConflictException)
        {
            failure = denied.Message;
        }
    }

    private async Task<(Model? Model, string? Empty)> FindAsync()
    {
        var view = await Views.LoadAsync();
        if (view.WeekOf(AskedWeek) is not { } week || view.Catalogue.FindUnit(AskedUnit) is not { } unit || view.Catalogue.FindForm(AskedForm) is not { } form)
            return (null, "没有这张报表，请从“我的任务”进入。");
        var values = await Corrections.ValuesAsync(view.Actor, week.Week, form.Code, unit.Code, CancellationToken.None);
        if (values.Count == 0) return (null, "这张报表还没有接收的数，可以直接重新报送。");
        var requests = (await Corrections.ListAsync(view.Actor, null, week.Week, CancellationToken.None)).Where(request => request.Unit.Code == unit.Code).ToList();
        var names = await People.OfAsync(view.Actor, requests.Select(request => request.RequestedBy), CancellationToken.None);
        return (new Model(view, week, unit, form, values, requests, names), null);
    }

    /// <summary>Chooses a value; what is not there gives way to the first that is.</summary>
    private void Choose(string? unit, string? code)
    {
        if (model is null) return;
        var rows = model.Values.Where(value => value.Unit.Code == unit).ToList();
        if (rows.Count == 0) rows = [.. model.Values.Where(value => value.Unit.Code == model.Values[0].Unit.Code)];
        (row, element) = (rows[0].Unit.Code, (rows.Find(value => value.Element.Code == code) ?? rows[0]).Element.Code);
    }

    private async Task RequestAsync()
    {
        if (Chosen is not { } chosen) return;
        var isDone = await errand.RunAsync(
            $"已申请将{Quotation.Of(chosen.Element.Name)}由{chosen.Value}更正为{corrected.Trim()}，等待市专班审批。",
            () => Corrections.RequestAsync(model!.View.Actor, model.Week.Week, chosen.Element.Code, chosen.Unit.Code, Number(), reason, Clock.Now, CancellationToken.None));
        if (isDone) (corrected, reason) = ("", "");
    }

    private long Number() => long.TryParse(corrected.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new StateConflictException("更正后的数请只填整数，不带文字、单位和百分号。");

    private sealed record Model(
        View View, WeekRow Week, Unit Unit, Form Form, IReadOnlyList<CorrectableValue> Values, IReadOnlyList<CorrectionRow> Corrections, Names Names);
}
