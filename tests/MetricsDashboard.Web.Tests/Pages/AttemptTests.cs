using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Web.Components.Controls;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class AttemptTests
{
    [Fact]
    public async Task Run_WhileOneIsUnderWay_DoesNothing()
    {
        var attempt = new Attempt();
        var slow = new TaskCompletionSource();
        var done = 0;
        var first = attempt.RunAsync(() => { done++; return slow.Task; }, () => Task.CompletedTask);

        await attempt.RunAsync(() => { done++; return Task.CompletedTask; }, () => Task.CompletedTask);

        Assert.True(attempt.IsBusy);
        slow.SetResult();
        await first;
        Assert.Equal((1, false), (done, attempt.IsBusy));
    }

    [Fact]
    public async Task Run_Refused_SaysSoAndLoadsHowThingsStand()
    {
        var attempt = new Attempt { Message = "已办理。" };
        var loaded = 0;

        await attempt.RunAsync(() => throw new StateConflictException("已经关闭。"), () => { loaded++; return Task.CompletedTask; });

        Assert.Equal((null, 1, false), (attempt.Message, loaded, attempt.IsBusy));
        Assert.Equal(["已经关闭。"], attempt.Refusals);
    }
}
