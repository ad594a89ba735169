using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Duties;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Components.Layout;

/// <summary>What stands beside the titles of the navigation: how much there is to do.</summary>
public sealed class MenuCounts(OpenDuties duties, CorrectionStore corrections, CaseNoteStore cases, MessageStore messages, ActorAccessor actors)
{
    /// <summary>How to count for an entry, and in what; null for entries without a count.</summary>
    public (Func<Task<int>> Count, string Measure)? Of(string href) => href switch
    {
        NavigationItems.MyTasks => (duties.CountAsync, "张未报"),
        NavigationItems.Corrections => (CorrectionsAsync, "件"),
        NavigationItems.TodaysCards => (ObjectionsAsync, "件异议"),
        NavigationItems.Messages => (MessagesAsync, "条"),
        _ => null,
    };

    private async Task<int> CorrectionsAsync() => (await corrections.ListAsync(await actors.ActorAsync(), CorrectionState.Requested, null, CancellationToken.None)).Count;

    // The unit that objects can only wait; those who answer have something to do.
    private async Task<int> ObjectionsAsync() =>
        await actors.ActorAsync() is { Role: Role.CityReviewer or Role.Drafter } actor ? (await cases.WaitingAsync(actor, CancellationToken.None)).Count : 0;

    private async Task<int> MessagesAsync() => await messages.UnreadAsync(await actors.ActorAsync(), CancellationToken.None);
}
