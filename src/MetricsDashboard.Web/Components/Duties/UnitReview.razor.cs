using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Duties;

/// <summary>本单位审核: passes on all that the unit's reporters sent, or sends a form back.</summary>
public sealed partial class UnitReview : ComponentBase
{
    private Guid? returning;
    private string reason = "";

    [Parameter, EditorRequired]
    public required View View { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SubmissionRow> Rows { get; set; }

    [Parameter, EditorRequired]
    public required Names Names { get; set; }

    [Parameter, EditorRequired]
    public required Errand Errand { get; set; }

    [Inject]
    public required ReviewStore Review { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private void Ask(SubmissionRow row) => (returning, reason) = (returning == row.Id ? null : row.Id, "");

    private async Task ForwardAsync() => await Errand.RunAsync(
        count => $"{count}件审核通过，已报送市专班。", () => Review.ForwardAsync(View.Actor, [.. Rows.Select(row => row.Id)], Clock.Now, CancellationToken.None));

    private async Task ReturnAsync(SubmissionRow row)
    {
        var isDone = await Errand.RunAsync(_ => $"已退回{row.Form.Name}。", () => Review.ReturnAsync(View.Actor, [row.Id], reason, [], Clock.Now, CancellationToken.None));
        if (isDone) (returning, reason) = (null, "");
    }
}
