using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Jobs;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Sources;

/// <summary>What can be done with a run: cancelled while it is under way, begun again where it broke off.</summary>
public sealed partial class RunTools : ComponentBase
{
    [Parameter, EditorRequired]
    public required RunRow Run { get; set; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>The page's: it says what came of it.</summary>
    [Parameter, EditorRequired]
    public required Attempt Attempt { get; set; }

    /// <summary>Loads the page again.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnDone { get; set; }

    [Inject]
    public required RunStore Runs { get; set; }

    [Inject]
    public required SourceStore Sources { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    [Inject]
    public required IBackgroundJobClient Jobs { get; set; }

    private string Name => $"{Run.Source}{Moments.Text(Run.StartedAt)}";

    private Task CancelAsync() => Attempt.RunAsync(
        async () =>
        {
            await Runs.CancelAsync(Actor, Run.Id, Clock.Now, CancellationToken.None);
            Attempt.Message = $"正在取消“{Run.Source}”的采集，已存入的保留。";
        },
        OnDone.InvokeAsync);

    private Task RepeatAsync() => Attempt.RunAsync(
        async () =>
        {
            await Sources.StartingAsync(Actor, Run.SourceId, Clock.Now, CancellationToken.None);
            TakeSourceJob.Enqueue(Jobs, Run.SourceId, RunTrigger.Manual, Actor.Name);
            Attempt.Message = $"已安排重新采集“{Run.Source}”，稍后出现在列表里。";
        },
        OnDone.InvokeAsync);
}
