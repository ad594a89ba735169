using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Duties;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Components.Layout;

/// <summary>What stands beside the titles of the navigation: how much there is to do.</summary>
public sealed class MenuCounts(OpenDuties duties, CorrectionStore corrections, MessageStore messages, ActorAccessor actors)
{
    /// <summary>How to count for an entry, and in what; null for entries without a count.</summary>
    public (Func<Task<int>> Count, string Measure)? Of(string href) => href switch
    {
        NavigationItems.MyTasks => (duties.CountAsync, "张未报"),
        NavigationItems.Corrections => (CorrectionsAsync, "件"),
        NavigationItems.Messages => (MessagesAsync, "条"),
        _ => null,
    };

    private async Task<int> CorrectionsAsync() => (await corrections.ListAsync(await actors.ActorAsync(), CorrectionState.Requested, null, CancellationToken.None)).Count;

    private async Task<int> MessagesAsync() => await messages.UnreadAsync(await actors.ActorAsync(), CancellationToken.None);
}
