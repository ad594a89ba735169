using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Typing;

/// <summary>
/// The input of a cell. It is drawn anew only where something of it changed: a form has a hundred, and an input that is drawn anew while
/// somebody types fast may miss what is typed.
/// </summary>
public sealed partial class TypedInput : ComponentBase
{
    private (TypedCell, string, Guid?, string?, bool)? shown;

    [Parameter, EditorRequired]
    public required TypedCell Cell { get; set; }

    [Parameter, EditorRequired]
    public required int Row { get; set; }

    [Parameter, EditorRequired]
    public required int Column { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Where what is said about the cell stands.</summary>
    [Parameter, EditorRequired]
    public required string DescribedBy { get; set; }

    [Parameter]
    public string? Style { get; set; }

    [Parameter]
    public bool IsWrong { get; set; }

    [Parameter]
    public EventCallback<TypedCell> OnTyped { get; set; }

    [Parameter]
    public EventCallback OnLeft { get; set; }

    private string Name => $"{Cell.Element.Code}|{Cell.Unit.Code}";

    private string? Invalid => IsWrong ? "true" : null;

    private (TypedCell, string, Guid?, string?, bool) Now => (Cell, Cell.Text, Cell.Version, Style, IsWrong);

    protected override bool ShouldRender()
    {
        if (shown == Now) return false;
        shown = Now;
        return true;
    }

    protected override void OnInitialized() => shown = Now;

    private Task TypeAsync(string? text)
    {
        Cell.Text = text ?? "";
        // The browser shows it already.
        shown = Now;
        return OnTyped.InvokeAsync(Cell);
    }
}
