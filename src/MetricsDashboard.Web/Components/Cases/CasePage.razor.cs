using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Cases;

/// <summary>One case: what it is, how it stands, its versions, what was said of it and what may be said.</summary>
public sealed partial class CasePage : ComponentBase
{
    private readonly Attempt attempt = new();

    private Model? model;
    private bool isMissing;
    private string? failure;
    private int turn;

    /// <summary>All the rest of the address: a number may hold a stroke.</summary>
    [Parameter]
    public string CaseNo { get; set; } = "";

    [Inject]
    public required ActorAccessor Actors { get; set; }

    [Inject]
    public required CaseHistoryStore Store { get; set; }

    [Inject]
    public required CaseNoteStore Notes { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private CaseState State => model!.Case.At(Clock.Now);

    private CaseFacts Facts => model!.Case.Newest.Facts;

    private Card Card => State.CardAt(Clock.Now);

    private bool IsShown => State.Facts.Card is not null && State.CardSince <= Clock.Now;

    private string CardSource
    {
        get
        {
            if (IsShown) return Card is Card.None ? "来源显示" : $"来源显示，{CaseWords.Full(State.CardSince!.Value)}起";
            return "来源不显示红黄牌，由系统按阈值推算";
        }
    }

    /// <summary>Where the source shows another card than the thresholds give.</summary>
    private string? Difference
    {
        get
        {
            var derived = State.DerivedCardAt(Clock.Now);
            if (!IsShown || derived == Card) return null;
            var why = CaseWords.Why(derived, State.IsOpenAt(Clock.Now), State.Facts.Status, State.Moments, State.Facts.CompletedAt, State.Facts.PromisedDue, State.Facts.StatutoryDue, Clock.Now);
            return $"来源显示“{Card.Name()}”，按阈值推算是“{derived.Name()}”：{why}。统计以来源为准。";
        }
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var mine = ++turn;
        try
        {
            var actor = await Actors.ActorAsync();
            var found = await Store.FindAsync(actor, CaseNo, CancellationToken.None);
            var loaded = found is null ? null : new Model(actor, found, await People.OfAsync(actor, found.Notes.Select(note => note.WrittenBy), CancellationToken.None));
            if (mine == turn) (model, isMissing, failure) = (loaded, loaded is null, null);
        }
        catch (AccessDeniedException denied)
        {
            if (mine == turn) failure = denied.Message;
        }
    }

    private string Due(DateTimeOffset? due)
    {
        if (due is not { } limit) return "没有";
        if (Facts.Status is CaseStatus.Withdrawn) return CaseWords.Due(limit);
        var standing = Facts.CompletedAt is not { } at ? CaseText.Standing(limit, Clock.Now, model!.Case.Calendar)
            : at <= limit ? "未超时限办结" : $"办结时{CaseText.Standing(limit, at, model!.Case.Calendar)}";
        return $"{CaseWords.Due(limit)}（{standing}）";
    }

    private Task DoAsync(CaseDeed deed) => attempt.RunAsync(
        async () =>
        {
            await deed.RunAsync(Notes, model!.Actor, model.Case.CaseNo, Clock.Now);
            attempt.Message = deed.Done;
            deed.Finished();
        },
        LoadAsync);

    private sealed record Model(Actor Actor, CaseHistory Case, Names Names);
}
