using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MetricsDashboard.Web.Components.Typing;

/// <summary>What the browser kept of a cell, and the state of the cell that it was typed over.</summary>
public sealed record KeptText(string Cell, string Text, Guid? Version);

/// <summary>The grid itself: an input for each cell, with everything that is said about it beside it. Keys and paste are the browser's part.</summary>
public sealed partial class TypedGrid : ComponentBase, IAsyncDisposable
{
    private ElementReference root;
    private DotNetObjectReference<TypedGrid>? self;
    private IJSObjectReference? module;
    private bool disposed;

    [Parameter, EditorRequired]
    public required TypedForm Form { get; set; }

    /// <summary>What the checks say; null before the first.</summary>
    [Parameter]
    public TypedCheck? Check { get; set; }

    /// <summary>Something was typed.</summary>
    [Parameter]
    public EventCallback<TypedCell> OnTyped { get; set; }

    /// <summary>A cell was left.</summary>
    [Parameter]
    public EventCallback OnLeft { get; set; }

    /// <summary>A block was pasted, or a conflict settled: what is to be kept at once, with a sentence about it or none.</summary>
    [Parameter]
    public EventCallback<string?> OnChanged { get; set; }

    [Inject]
    public required IJSRuntime Script { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    /// <summary>A block of a spreadsheet, pasted into a cell.</summary>
    [JSInvokable]
    public Task PasteAsync(int row, int column, string text) => InvokeAsync(async () =>
    {
        var (said, filled) = Form.Sheet.Paste(row, column, PastedBlock.Parse(text));
        await ForgetAsync(filled.Select(NameOf));
        await OnChanged.InvokeAsync(said);
    });

    /// <summary>Tells the browser which cells are kept, so that it may forget them.</summary>
    public Task SettledAsync(IEnumerable<TypedCell> cells) =>
        CallAsync(loaded => loaded.InvokeVoidAsync("settled", root, cells.Select(cell => new KeptText(NameOf(cell), cell.Saved, null)).ToArray()).AsTask());

    /// <summary>Tells the browser that the form was sent or thrown away, so that nothing typed before comes back.</summary>
    public Task ForgetAsync() => CallAsync(loaded => loaded.InvokeVoidAsync("forget", root).AsTask());

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        try
        {
            module = await Script.InvokeAsync<IJSObjectReference>("import", "/" + Assets["js/grid.js"]);
        }
        catch (JSDisconnectedException)
        {
            return;
        }

        if (disposed) return;
        self = DotNetObjectReference.Create(this);
        KeptText[] kept = [];
        await CallAsync(async loaded => kept = await loaded.InvokeAsync<KeptText[]?>("attach", root, self, $"metrics.typed|{Form.View.Actor.Name}|{Form.Week.Week}|{Form.Duty.Unit.Code}|{Form.Form.Code}") ?? []);
        var idle = new List<string>();
        foreach (var text in kept)
        {
            var cell = text.Cell.Split('|') is [var element, var unit] ? Form.Sheet.Find(element, unit) : null;
            cell?.Restore(text.Text, text.Version);
            if (cell is not { IsDirty: true }) idle.Add(text.Cell);
        }

        if (idle.Count > 0) await ForgetAsync(idle);
        if (kept.Length > 0) await OnChanged.InvokeAsync(null);
    }

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        await CallAsync(async loaded =>
        {
            await loaded.InvokeVoidAsync("detach", root);
            await loaded.DisposeAsync();
        });
        self?.Dispose();
    }

    private async Task CallAsync(Func<IJSObjectReference, Task> call)
    {
        if (module is not { } loaded) return;
        try
        {
            await call(loaded);
        }
        catch (JSDisconnectedException)
        {
            // Nobody is there any more; what was typed is kept on both sides.
        }
    }

    private Task TypeAsync(TypedCell cell, string? text)
    {
        cell.Text = text ?? "";
        return OnTyped.InvokeAsync(cell);
    }

    private async Task SettleAsync(TypedCell cell, bool takeMine)
    {
        cell.Settle(takeMine);
        await ForgetAsync([NameOf(cell)]);
        await OnChanged.InvokeAsync(null);
    }

    private Task ForgetAsync(IEnumerable<string> cells) => CallAsync(loaded => loaded.InvokeVoidAsync("forget", root, cells.ToArray()).AsTask());

    // What is still blank is counted, not complained of cell by cell.
    private IEnumerable<IntakeIssue> IssuesOf(TypedCell cell) =>
        Check?.Issues.Where(issue => issue.Code != IssueCodes.Blank && issue.ElementCode == cell.Element.Code && issue.UnitCode == cell.Unit.Code) ?? [];

    private bool IsWrong(TypedCell cell) => IssuesOf(cell).Any(issue => issue.Severity is Severity.Error);

    private string Style(TypedCell cell) => IssuesOf(cell).Select(issue => (Severity?)issue.Severity).Min() switch
    {
        Severity.Error => "wrong",
        Severity.Warning => "asked",
        _ => cell.Text.Length == 0 && !cell.Element.Optional ? "open" : "",
    };

    private string Change(TypedCell cell)
    {
        if (cell.Element.IsText || Check is null || !Check.Values.TryGetValue(cell.Key, out var now) || !Form.Last.TryGetValue(cell.Key, out var last)) return FigureText.None;
        return (now - last.Value) switch
        {
            0 => "0",
            > 0 and var more => string.Create(CultureInfo.InvariantCulture, $"+{more}"),
            var less => string.Create(CultureInfo.InvariantCulture, $"−{-less}"),
        };
    }

    private string? LastOf(TypedCell cell) => cell.Element.IsText
        ? Form.LastTexts.GetValueOrDefault(cell.Key)
        : Form.Last.TryGetValue(cell.Key, out var last) ? last.Value.ToString(CultureInfo.InvariantCulture) : null;

    private string Label(TypedCell cell) => Form.HasRows ? cell.Unit.ShortName + cell.Element.Name : cell.Element.Name;

    private static string NameOf(TypedCell cell) => $"{cell.Element.Code}|{cell.Unit.Code}";

    private static string Measure(TypedCell cell) => cell.Element.IsText ? "" : $"（{cell.Element.Measure}）";

    private static string Said(TypedCell cell, string text) => text.Length == 0 ? "空白" : cell.Element.IsText ? Quotation.Of(text) : $" {text}";

    private static string Length(TypedCell cell) => $"{cell.Text.ReplaceLineEndings("\n").EnumerateRunes().Count()}/{DataElement.LongestText}字";
}
