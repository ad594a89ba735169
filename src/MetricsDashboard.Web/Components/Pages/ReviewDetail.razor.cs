using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>One submission: each value beside the last one, with what stands out, and the accept button.</summary>
public sealed partial class ReviewDetail : ComponentBase
{
    /// <summary>domain.md 1.3: a change by more than a fifth wants a look.</summary>
    private const decimal Remarkable = 0.20m;

    private const string NoText = "无";

    private View? view;
    private SubmissionView? model;
    private IReadOnlyList<ExplainedWarning> warnings = [];
    private Names names = Names.None;
    private AcceptOutcome? result;
    private string? failure;
    private bool busy;
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
    public required Accept Acceptance { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private bool IsWaiting => model!.Row.State is SubmissionState.Submitted;

    private string? WhyNot => view!.Actor.MayReview(model!.Row.SentBy)
        ? null
        : model.Row.SentBy == view.Actor.Name ? "这是您本人报送的，须由其他市专班审核员接收。" : "接收由市专班审核员办理。";

    protected override async Task OnParametersSetAsync()
    {
        if (loaded == Id) return;
        loaded = Id;
        result = null;
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
                names = await People.OfAsync(context.Actor, model.History.Append(model.Row).SelectMany(row => new[] { row.SentBy, row.DecidedBy }), CancellationToken.None);
            view = context;
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private async Task AcceptOne()
    {
        if (busy || !IsWaiting) return;
        busy = true;
        try
        {
            result = await Acceptance.RunAsync(view!.Actor, [Id], Clock.Now, CancellationToken.None);
            await LoadAsync();
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
        finally
        {
            busy = false;
        }
    }

    // The sheet goes without saying where it is the form's own.
    private string PlaceText(Place place) =>
        place.Sheet is { } sheet && sheet != model!.Row.Form.Name ? $"{sheet} {place.Cell}" : place.Cell ?? "";

    private static string Text(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? FigureText.None;

    private static string Difference(SubmissionValueView value) => (value.Value - value.LastWeek) switch
    {
        null => FigureText.None,
        0 => "0",
        > 0 and var more => "+" + Text(more),
        var less => "−" + Text(-less),
    };

    private static string Hint(SubmissionValueView value)
    {
        if (value is not { Value: { } now, LastWeek: { } before }) return "";
        if (now < before && value.Element.Nature is Nature.Cumulative) return "累计值下降";
        return before != 0 && Math.Abs(now - before) > Math.Abs(before) * Remarkable ? "变动较大" : "";
    }
}
