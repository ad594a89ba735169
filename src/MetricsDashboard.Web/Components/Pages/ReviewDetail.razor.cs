using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>One submission: each value beside the last one, with what stands out, what was said about it, and the buttons to accept or return it.</summary>
public sealed partial class ReviewDetail : ComponentBase
{
    private readonly Attempt attempt = new();
    private readonly Dictionary<(string Element, string Unit), string> reasons = [];

    private View? view;
    private SubmissionView? model;
    private IReadOnlyList<ExplainedWarning> warnings = [];
    private IReadOnlyList<RoundNote> notes = [];
    private Names names = Names.None;
    private AcceptOutcome? result;
    private string? failure;
    private bool returning;
    private bool remarking;
    private Guid loaded;

    [Parameter]
    public required Guid Id { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required SubmissionStore Submissions { get; set; }

    [Inject]
    public required UploadStore Uploads { get; set; }

    [Inject]
    public required ReviewStore Reviews { get; set; }

    [Inject]
    public required Accept Acceptance { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private bool IsWaiting => model!.Row.State is SubmissionState.Submitted;

    private bool MayRemark => view!.Actor.Role is Role.CityReviewer or Role.Drafter || view.Actor.MaySend(model!.Row.Unit);

    private string? WhyNot => view!.Actor.MayReview(model!.Row.SentBy)
        ? null
        : model.Row.SentBy == view.Actor.Name ? "这是您本人报送的，须由其他市专班审核员接收或退回。" : "接收和退回由市专班审核员办理。";

    protected override async Task OnParametersSetAsync()
    {
        if (loaded == Id) return;
        loaded = Id;
        (result, attempt.Message, attempt.Refusals, remarking) = (null, null, [], false);
        StopReturning();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            var context = await Views.LoadAsync();
            model = await Submissions.FindAsync(context.Actor, Id, CancellationToken.None);
            warnings = model is null ? [] : await Uploads.WarningsAsync(context.Actor, Id, CancellationToken.None);
            if (model is not null)
            {
                notes = await NotesAsync(context.Actor, model);
                names = await People.OfAsync(
                    context.Actor,
                    model.History.Append(model.Row).SelectMany(row => new[] { row.SentBy, row.DecidedBy, row.ReviewedBy, row.AcceptedUnder }).Concat(notes.Select(said => said.Note.WrittenBy)),
                    CancellationToken.None);
            }

            view = context;
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    /// <summary>What was said about this round, and about the one that went back before it: that is what this one answers.</summary>
    private async Task<IReadOnlyList<RoundNote>> NotesAsync(Actor actor, SubmissionView current)
    {
        var own = current.Notes.Select(note => new RoundNote(current.Row.Round, note));
        var returned = current.History.Where(row => row.Round < current.Row.Round && row.State is SubmissionState.Returned).MaxBy(row => row.Round);
        if (returned is null || await Submissions.FindAsync(actor, returned.Id, CancellationToken.None) is not { } before) return [.. own];
        return [.. before.Notes.Select(note => new RoundNote(returned.Round, note)), .. own];
    }

    private string Decided(SubmissionRow row) => row switch
    {
        { AcceptedUnder: { } author, DecidedAt: { } at } => $"：自动接收（按{names.Of(author)}的设置），{Moments.Text(at)}",
        { DecidedBy: { } person, DecidedAt: { } at } => $"（{names.Of(person)}，{Moments.Text(at)}）",
        _ => "",
    };

    private void StopReturning()
    {
        returning = false;
        reasons.Clear();
    }

    private Task AcceptOne() => attempt.RunAsync(
        async () =>
        {
            result = await Acceptance.RunAsync(view!.Actor, [Id], Clock.Now, CancellationToken.None);
            StopReturning();
        },
        LoadAsync);

    private Task ReturnOne(string reason) => attempt.RunAsync(
        async () =>
        {
            var cells = reasons.Select(cell => new CellReason(cell.Key.Element, cell.Key.Unit, cell.Value)).ToList();
            // Reasons at the cells say enough; the form's own then points to them.
            var whole = string.IsNullOrWhiteSpace(reason) && cells.Count > 0 ? "退回原因见各数" : reason;
            var returned = (await Reviews.ReturnAsync(view!.Actor, [Id], whole, cells, Clock.Now, CancellationToken.None)).Single();
            (attempt.Message, attempt.Refusals) = returned.Message is { } refusal ? (null, [refusal]) : ("已退回，报送单位可以看到退回原因。", attempt.Refusals);
            StopReturning();
        },
        LoadAsync);

    private Task RemarkAsync(string text) => attempt.RunAsync(
        async () =>
        {
            await Reviews.RemarkAsync(view!.Actor, Id, text, Clock.Now, CancellationToken.None);
            remarking = false;
            attempt.Message = "批注已保存。";
        },
        LoadAsync);
}
