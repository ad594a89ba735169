using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace MetricsDashboard.Web.Components.Duties;

/// <summary>The forms of a unit in a period: the state of each, why it came back, and what can be done with it.</summary>
public sealed partial class DutyTable : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public required WeekRow Week { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<DutyRow> Duties { get; set; }

    /// <summary>What was said about the rounds.</summary>
    [Parameter, EditorRequired]
    public required ILookup<Guid, SubmissionNote> Notes { get; set; }

    /// <summary>What was begun on the web.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<DraftRow> Drafts { get; set; }

    [Parameter, EditorRequired]
    public required Errand Errand { get; set; }

    [Inject]
    public required ReviewStore Review { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    [Inject]
    public required SendComposed Composed { get; set; }

    [Inject]
    public required Installed Installed { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private DateTimeOffset Now => Clock.Now;

    private string Before => Week.Period.IsMerged ? "上期" : "上周";

    private static string OnTimeText(DutyRow duty) => duty.OnTime switch
    {
        true => "（按时）",
        false => "（逾期）",
        null => "",
    };

    // What is said about the form comes before what is said about its cells.
    private List<SubmissionNote> NotesOf(DutyRow duty) =>
        duty.SubmissionId is { } round ? [.. Notes[round].OrderBy(note => note.WrittenAt).ThenBy(note => note.Element is not null)] : [];

    private static string NoteText(SubmissionNote note)
    {
        var kind = note.Kind is NoteKind.Return ? "退回原因" : "批注";
        var cell = note.Element is { } element ? Quotation.Of(element.Name) : "";
        var row = note is { Unit: { } unit, Element: not null } && unit.Kind is Domain.Catalogue.UnitKind.Township ? unit.ShortName : "";
        return $"{kind}：{(cell.Length > 0 ? $"{row}{cell}：" : "")}{note.Text}";
    }

    /// <summary>What is owed still, or came back, and can be sent.</summary>
    private bool MayType(DutyRow duty) =>
        DutyStates.IsOwn(Actor, duty) && DutyStates.IsOwed(duty) && Actor.MaySend(duty.Unit) && (!Week.IsLocked(Now) || duty.ExtendedFor is not null);

    private string TypeText(DutyRow duty) => Drafts.FirstOrDefault(draft => draft.Form.Code == duty.Form.Code) is { } draft
        ? $"继续填报（草稿，{Moments.Recent(draft.ChangedAt, Clock.Today)} 保存）"
        : "在线填报";

    /// <summary>No text: that has to be written anew.</summary>
    private bool MayCompose(DutyRow duty) =>
        MayType(duty) && !Installed.Catalogue.ElementsOf(duty.Form, duty.Week).Any(element => element.IsText);

    private async Task ComposeAsync(DutyRow duty, SubmissionBasis basis)
    {
        Guid? sent = null;
        await Errand.RunAsync("已提交，正在处理。", async () =>
        {
            (sent, var refusal) = await Composed.RunAsync(Actor, duty.Form, duty.Unit, duty.Week, basis, Clock.Now, CancellationToken.None);
            if (refusal is not null) throw new StateConflictException(refusal);
        });
        if (sent is { } id) Navigation.NavigateTo(Addresses.Upload(id), forceLoad: true);
    }

    private async Task WithdrawAsync(DutyRow duty)
    {
        // With the withdrawal the unit loses the time at which it sent.
        if (duty.OnTime is true && Now > duty.DueAt && await Dialogs.ShowMessageBoxAsync(
                $"撤回{duty.Form.Name}", "报送期限已过，撤回后重新报送的按逾期计。确定撤回吗？", yesText: "撤回", cancelText: "不撤回") is not true)
            return;
        await Errand.RunAsync(
            _ => $"已撤回{duty.Form.Name}，请改好后重新报送。", () => Review.WithdrawAsync(Actor, [duty.SubmissionId!.Value], Clock.Now, CancellationToken.None));
    }
}
