using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Sources;

/// <summary>Loads a page of runs again: every two seconds while something runs, and now and then to see whether something began.</summary>
public sealed class Refresh : ComponentBase, IDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private const int Idle = 5;

    private readonly CancellationTokenSource leaving = new();

    /// <summary>Does something run?</summary>
    [Parameter, EditorRequired]
    public required bool IsRunning { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnTick { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required ILogger<Refresh> Log { get; set; }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _ = WatchAsync(leaving.Token);
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, Time);
        for (var tick = 1; await NextAsync(timer, cancellationToken); tick++)
        {
            if (!IsRunning && tick % Idle != 0) continue;
            try
            {
                await InvokeAsync(() => OnTick.InvokeAsync());
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // A spell without a database: the page stands still and is told afterwards.
                Log.LogWarning(fault, "The runs could not be loaded again");
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
