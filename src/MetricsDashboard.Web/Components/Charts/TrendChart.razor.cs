using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MetricsDashboard.Web.Components.Charts;

/// <summary>Hands a spec to the chart module, and again whenever it changed. Survives a lost circuit and a page left during the import.</summary>
public sealed partial class TrendChart : ComponentBase, IAsyncDisposable
{
    private ElementReference canvas;
    private IJSObjectReference? module;
    private TrendSpec? drawn;
    private bool disposed;

    /// <summary>What to draw.</summary>
    [Parameter, EditorRequired]
    public required TrendSpec Spec { get; set; }

    [Inject]
    public required IJSRuntime Script { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ReferenceEquals(drawn, Spec)) return;
        var spec = drawn = Spec;
        try
        {
            var loaded = module ?? await Script.InvokeAsync<IJSObjectReference>("import", "/" + Assets["js/chart.js"]);
            if (disposed)
            {
                await loaded.DisposeAsync();
                return;
            }

            module = loaded;
            await loaded.InvokeVoidAsync("draw", canvas, spec, "/" + Assets["_content/Vizor.ECharts/js/vizor-echarts-bundle-min.js"]);
        }
        catch (JSDisconnectedException)
        {
            // The reader has left: there is nobody to draw for.
        }
        catch (ObjectDisposedException) when (disposed)
        {
            // Disposed between import and draw.
        }
    }

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        if (module is not { } loaded) return;
        module = null;
        try
        {
            await loaded.InvokeVoidAsync("remove", canvas);
            await loaded.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The circuit is gone and the page with it.
        }
    }
}
