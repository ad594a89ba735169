namespace MetricsDashboard.Storage.Tests.Worlds;

internal static class Threads
{
    /// <summary>Runs the work on so many threads that all start together.</summary>
    public static async Task<IReadOnlyList<T>> RunAsync<T>(int count, Func<int, Task<T>> work)
    {
        using var start = new Barrier(count);
        return await Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Factory.StartNew(
            async () =>
            {
                start.SignalAndWait();
                return await work(i);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }
}
