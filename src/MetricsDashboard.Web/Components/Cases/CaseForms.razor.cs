using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Cases;

/// <summary>Something to be said of a case.</summary>
/// <param name="RunAsync">Says it.</param>
/// <param name="Done">What is told then.</param>
/// <param name="Finished">Empties what was typed.</param>
public sealed record CaseDeed(Func<CaseNoteStore, Actor, string, DateTimeOffset, Task> RunAsync, string Done, Action Finished);

/// <summary>What the task force and the unit's own people may say of a case.</summary>
public sealed partial class CaseForms : ComponentBase
{
    private string answer = "";
    private string reason = "";
    private string cause = "";
    private DateOnly? until;

    [Parameter, EditorRequired]
    public required CaseHistory Case { get; set; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    [Parameter, EditorRequired]
    public required bool Busy { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<CaseDeed> OnDo { get; set; }

    private bool IsTaskForce => Actor.Role is Role.CityReviewer or Role.Drafter;

    private bool IsOwn => Actor.Role is Role.CountyReporter or Role.CountyReviewer or Role.Department && Actor.Unit == Case.Unit.Code;

    private bool IsCheckedToday => Case.Notes.LastChecked()?.WrittenAt >= ChinaTime.Start(ChinaTime.Day(Now));

    private Task CheckAsync() => OnDo.InvokeAsync(new CaseDeed((notes, actor, number, now) => notes.CheckAsync(actor, [number], now), "已标记。", Clear));

    private Task AnswerAsync(bool uphold) => OnDo.InvokeAsync(new CaseDeed(
        (notes, actor, number, now) => notes.AnswerAsync(actor, number, uphold, answer, now), uphold ? "异议成立，发牌原因已改为“系统问题”，并已告知单位。" : "已答复异议不成立，并已告知单位。", Clear));

    private Task CorrectAsync() => OnDo.InvokeAsync(new CaseDeed((notes, actor, number, now) => notes.CorrectCauseAsync(actor, number, Cause(), reason, now), "发牌原因已更正。", Clear));

    private Task StateAsync() => OnDo.InvokeAsync(new CaseDeed((notes, actor, number, now) => notes.StateAsync(actor, number, Cause(), reason, until, now), "情况说明已提交。", Clear));

    private Task ObjectAsync() => OnDo.InvokeAsync(new CaseDeed((notes, actor, number, now) => notes.ObjectAsync(actor, number, answer, now), "异议已提交，等待市专班答复。", Clear));

    private CardCause Cause() => Enum.TryParse<CardCause>(cause, out var chosen) ? chosen : throw new StateConflictException("请选择发牌原因。");

    private void Clear() => (answer, reason, cause, until) = ("", "", "", null);
}
