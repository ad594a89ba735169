using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Duties;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class ErrandTests
{
    [Fact]
    public async Task Run_SecondClickWhileUnderWay_DoesNothing()
    {
        var (times, reloads) = (0, 0);
        var work = new TaskCompletionSource();
        var errand = new Errand(() => Task.FromResult(reloads++));

        var first = errand.RunAsync("办好", Work);
        var second = errand.RunAsync("办好", Work);
        work.SetResult();

        Assert.Equal((true, false), (await first, await second));
        Assert.Equal((1, 1, "办好", false), (times, reloads, errand.Attempt.Message, errand.IsBusy));

        Task Work()
        {
            times++;
            return work.Task;
        }
    }

    [Fact]
    public async Task Run_RefusedByARule_SaysItAndReloads()
    {
        var reloads = 0;
        var errand = new Errand(() => Task.FromResult(reloads++));

        Assert.False(await errand.RunAsync("办好", () => throw new StateConflictException("已由他人办理。")));

        Assert.Equal((1, null, "已由他人办理。", false), (reloads, errand.Attempt.Message, string.Concat(errand.Attempt.Refusals), errand.IsBusy));
    }

    [Fact]
    public async Task Run_SomeRoundsRefused_SaysBothAndCountsTheRefused()
    {
        var errand = new Errand(() => Task.CompletedTask);
        ReviewResult[] results =
        [
            new(Guid.Empty, ReviewStatus.Done, null), new(Guid.Empty, ReviewStatus.NotWaiting, "已经办理。"), new(Guid.Empty, ReviewStatus.NotWaiting, "已经办理。"),
        ];

        await errand.RunAsync(count => $"通过{count}件。", () => Task.FromResult<IReadOnlyList<ReviewResult>>(results));

        Assert.Equal(("通过1件。", "已经办理。（2件）"), (errand.Attempt.Message, string.Concat(errand.Attempt.Refusals)));
    }
}
