using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
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

    [Parameter, EditorRequired]
    public required Errand Errand { get; set; }

    [Inject]
    public required ReviewStore Review { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private DateTimeOffset Now => Clock.Now;

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
        var cell = note.Element is { } element ? $"“{element.Name}”" : "";
        var row = note is { Unit: { } unit, Element: not null } && unit.Kind is Domain.Catalogue.UnitKind.Township ? unit.ShortName : "";
        return $"{kind}：{(cell.Length > 0 ? $"{row}{cell}：" : "")}{note.Text}";
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
