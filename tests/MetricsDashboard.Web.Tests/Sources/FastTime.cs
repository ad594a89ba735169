using System.Collections.Concurrent;

namespace MetricsDashboard.Web.Tests.Sources;

/// <summary>A clock on which waits before a retry pass at once, and time limits only when <see cref="Elapse"/> says so.</summary>
internal sealed class FastTime : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<Held, bool> held = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Held(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Every time limit that runs is over.</summary>
    public void Elapse()
    {
        foreach (var timer in held.Keys) timer.Fire();
    }

    private sealed class Held(FastTime time, TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.held.TryRemove(this, out _);
            if (dueTime == Timeout.InfiniteTimeSpan) return true;
            if (dueTime > LongestWait) time.held[this] = true;
            else ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
            return true;
        }

        public void Fire()
        {
            if (time.held.TryRemove(this, out _)) callback(state);
        }

        public void Dispose() => time.held.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
