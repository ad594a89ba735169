using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>What was typed into the form of a published figure.</summary>
/// <param name="Entry">The texts.</param>
/// <param name="Reason">Why it is corrected.</param>
public sealed record SentFigure(PublishedEntry Entry, string Reason);

/// <summary>The form of a published figure, to enter one or to correct it.</summary>
public sealed partial class PublishedForm : ComponentBase
{
    private string indicator = "";
    private string unit = "";
    private PeriodKind kind;
    private string period = "";
    private string value = "";
    private string bound = "=";
    private string rank = "";
    private string words = "";
    private string baseline = "no";
    private string label = "";
    private string document = "";
    private string number = "";
    private string received = "";
    private string reason = "";

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required Catalogue Catalogue { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<WeekRow> Weeks { get; set; }

    /// <summary>What the form begins with.</summary>
    [Parameter, EditorRequired]
    public required PublishedEntry Entry { get; set; }

    /// <summary>Is it a correction?</summary>
    [Parameter]
    public bool WantsReason { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<SentFigure> OnSave { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    private IEnumerable<ReportingWeek> Received => Weeks.SelectMany(week => week.Period.First.To(week.Period.Last))
        .Concat(ReportingWeek.TryParse(received, out var own) ? [own] : []).Distinct().OrderByDescending(week => week);

    protected override void OnInitialized()
    {
        (indicator, unit, period, value, bound, rank, words) = (Entry.Indicator, Entry.Unit, Entry.Period, Entry.Value, Entry.Bound.Length == 0 ? "=" : Entry.Bound, Entry.Rank, Entry.RankText);
        (baseline, label, document, received) = (Entry.Baseline.Length == 0 ? "no" : Entry.Baseline, Entry.Label, Entry.Document, Entry.Received);
        kind = Enum.Parse<PeriodKind>(Entry.PeriodKind);
    }

    private Task SaveAsync() => OnSave.InvokeAsync(new SentFigure(
        Entry with
        {
            Indicator = indicator,
            Unit = unit,
            PeriodKind = kind.ToString(),
            Period = period,
            Value = value,
            Bound = bound,
            Rank = rank,
            RankText = words,
            Baseline = baseline,
            Label = baseline == "yes" ? label : "",
            Document = number.Trim().Length == 0 ? document : $"{document.Trim()}（{number.Trim()}）",
            Received = received,
        },
        reason));
}
