using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Charts;

/// <summary>The list that the marks of a trend refer to, and for the task force the form that adds to it.</summary>
public sealed partial class EventPanel : ComponentBase
{
    private readonly Attempt attempt = new();
    private Guid? withdrawn;
    private (string Indicator, string Unit)? filledFor;
    private DateOnly? day;
    private string text = "";
    private string indicator = "";
    private string unit = "";

    /// <summary>What the chart marks.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<EventRow> Events { get; set; }

    /// <summary>How it marks them, in the same order.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<TrendEvent> Marks { get; set; }

    /// <summary>Of those who wrote them down.</summary>
    [Parameter, EditorRequired]
    public required Names Names { get; set; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public required Unit City { get; set; }

    [Parameter, EditorRequired]
    public required Indicator Indicator { get; set; }

    /// <summary>The unit that the trend begins with.</summary>
    [Parameter, EditorRequired]
    public required Unit Scope { get; set; }

    /// <summary>First day shown.</summary>
    [Parameter, EditorRequired]
    public required DateOnly From { get; set; }

    /// <summary>Last day shown.</summary>
    [Parameter, EditorRequired]
    public required DateOnly To { get; set; }

    /// <summary>Something was added or withdrawn.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }

    [Inject]
    public required EventStore Store { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private bool MayWrite => EventStore.MayWrite(Actor);

    protected override void OnParametersSet()
    {
        if (filledFor == (Indicator.Code, Scope.Code)) return;
        filledFor = (Indicator.Code, Scope.Code);
        (day, text, indicator, unit, withdrawn) = (To, "", Indicator.Code, Scope.Code == City.Code ? "" : Scope.Code, null);
    }

    private Task AddAsync() => attempt.RunAsync(
        async () =>
        {
            if (day is not { } happened) throw new StateConflictException("请填写日期。");
            await Store.AddAsync(Actor, happened, text, Code(indicator), Code(unit), Clock.Now, CancellationToken.None);
            attempt.Message = From <= happened && happened <= To ? "大事已登记。" : "大事已登记。它的日期不在所示各周之内，图上看不到。";
            text = "";
        },
        () => OnChanged.InvokeAsync());

    private Task WithdrawAsync(EventRow row) => attempt.RunAsync(
        async () =>
        {
            withdrawn = null;
            await Store.WithdrawAsync(Actor, row.Id, Clock.Now, CancellationToken.None);
            attempt.Message = $"“{row.Text}”已撤销。";
        },
        () => OnChanged.InvokeAsync());

    private static string? Code(string chosen) => chosen.Length > 0 ? chosen : null;
}
