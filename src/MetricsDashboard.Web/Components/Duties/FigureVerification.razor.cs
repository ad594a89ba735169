using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Duties;

/// <summary>数据核对: a unit's people confirm or object to figures that others sent of it.</summary>
public sealed partial class FigureVerification : ComponentBase
{
    /// <summary>More figures than these are folded up, form by form, until somebody wants to see them.</summary>
    private const int ShownWhole = 20;

    private (Guid, string, string)? objecting;

    [Parameter, EditorRequired]
    public required View View { get; set; }

    /// <summary>Of one week.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<VerifiedFigure> Figures { get; set; }

    [Parameter, EditorRequired]
    public required Names Names { get; set; }

    [Parameter, EditorRequired]
    public required Errand Errand { get; set; }

    [Inject]
    public required VerificationStore Verifications { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private string Summary => string.Join("，", Figures.GroupBy(figure => figure.State).OrderBy(group => group.Key).Select(group => $"{group.Key.Name()}{group.Count()}个"));

    private static string Name(VerifiedFigure figure) => figure.Form.Rows is null ? figure.Element.Name : $"{figure.RowUnit.ShortName}{figure.Element.Name}";

    private Task<bool> ConfirmAllAsync(VerifiedFigure first, IEnumerable<VerifiedFigure> sent)
    {
        FigureKey[] open = [.. sent.Where(figure => figure.State is VerificationState.Open).Select(figure => new FigureKey(figure.Element.Code, figure.RowUnit.Code))];
        return Errand.RunAsync($"《{first.Form.Name}》{open.Length}个数已确认无误。", () => SayAsync(first, open, confirm: true, null));
    }

    private Task<bool> ConfirmAsync(VerifiedFigure figure) => Errand.RunAsync(
        $"{Name(figure)}已确认无误。", () => SayAsync(figure, [new FigureKey(figure.Element.Code, figure.RowUnit.Code)], confirm: true, null));

    private async Task ObjectAsync(VerifiedFigure figure, string reason)
    {
        var isDone = await Errand.RunAsync(
            $"对{Name(figure)}的异议已提交市专班。", () => SayAsync(figure, [new FigureKey(figure.Element.Code, figure.RowUnit.Code)], confirm: false, reason));
        if (isDone) objecting = null;
    }

    private Task<int> SayAsync(VerifiedFigure figure, IReadOnlyCollection<FigureKey> figures, bool confirm, string? reason) =>
        Verifications.SayAsync(View.Actor, figure.SubmissionId, figures, confirm, reason, Clock.Now, CancellationToken.None);
}
