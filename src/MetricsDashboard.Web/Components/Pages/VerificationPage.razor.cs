using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>数据核对: objections that wait for an answer, and how far each unit has got with the figures that others sent of it.</summary>
public sealed partial class VerificationPage : ComponentBase
{
    private static readonly VerificationState[] States = Enum.GetValues<VerificationState>();

    // What wants attention comes first: one objection outweighs what is confirmed, and what is open outweighs what is settled.
    private static readonly VerificationState[] Weight =
        [VerificationState.Objected, VerificationState.Adopted, VerificationState.Open, VerificationState.Explained, VerificationState.Confirmed];

    private readonly Attempt attempt = new();

    private View? view;
    private WeekRow? week;
    private IReadOnlyList<VerifiedFigure> objections = [];
    private IReadOnlyList<UnitRow> units = [];
    private Names names = Names.None;
    private string? failure;
    private (Guid, string, string)? explaining;

    [SupplyParameterFromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required VerificationStore Store { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private bool MayAnswer => view?.Actor.Role is Role.CityReviewer;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var loaded = await Views.LoadAsync();
            objections = await Store.ObjectionsAsync(loaded.Actor, CancellationToken.None);
            week = loaded.WeekOf(AskedWeek);
            var figures = week is { } of ? await Store.OfWeekAsync(loaded.Actor, of.Week, null, CancellationToken.None) : [];
            units = [.. figures.GroupBy(figure => figure.Asked).Select(Row)];
            names = await People.OfAsync(loaded.Actor, objections.SelectMany(figure => figure.Said).Select(word => word.WrittenBy), CancellationToken.None);
            view = loaded;
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private static UnitRow Row(IGrouping<Unit, VerifiedFigure> sent)
    {
        var counts = sent.GroupBy(figure => figure.State).ToDictionary(group => group.Key, group => group.Count());
        return new UnitRow(sent.Key, [.. sent.Select(figure => (figure.SubmissionId, figure.Form.Name)).Distinct()], Weight.First(counts.ContainsKey), counts);
    }

    private static string Title(VerifiedFigure figure) => figure.RowUnit.Code == figure.Asked.Code
        ? $"{figure.Asked.ShortName}{figure.Element.Name}"
        : $"{figure.Asked.ShortName}{figure.RowUnit.ShortName}{figure.Element.Name}";

    /// <summary>What was accepted changes by a correction; what still waits is sent back or sent again.</summary>
    private Task AdoptAsync(VerifiedFigure figure) => attempt.RunAsync(
        async () =>
        {
            await Store.AnswerAsync(view!.Actor, figure.SubmissionId, figure.Element.Code, figure.RowUnit.Code, adopt: true, null, Clock.Now, CancellationToken.None);
            Navigation.NavigateTo(Onward(figure));
        },
        LoadAsync);

    private static string Onward(VerifiedFigure figure) => figure.Submission is SubmissionState.Accepted ? Addresses.Correct(figure) : Addresses.Submission(figure.SubmissionId);

    private Task ExplainAsync(VerifiedFigure figure, string answer) => attempt.RunAsync(
        async () =>
        {
            await Store.AnswerAsync(view!.Actor, figure.SubmissionId, figure.Element.Code, figure.RowUnit.Code, adopt: false, answer, Clock.Now, CancellationToken.None);
            (attempt.Message, explaining) = ($"已答复对{Title(figure)}的异议。", null);
        },
        LoadAsync);

    private sealed record UnitRow(Unit Unit, IReadOnlyList<(Guid Id, string Form)> Forms, VerificationState State, IReadOnlyDictionary<VerificationState, int> Counts);
}
