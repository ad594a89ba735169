using MetricsDashboard.Domain.Submissions;
using Xunit;

namespace MetricsDashboard.Tests.Submissions;

public sealed class DeliveringTests
{
    [Fact]
    public void Pauses_GrowAndEnd()
    {
        var pauses = Enumerable.Range(1, Delivering.MaximumAttempts).Select(Delivering.PauseAfter).ToList();

        Assert.Null(pauses[^1]);
        Assert.All(pauses.Zip(pauses.Skip(1)).SkipLast(1), pair => Assert.True(pair.First < pair.Second));
        Assert.Null(Delivering.PauseAfter(Delivering.MaximumAttempts + 1));
    }

    [Fact]
    public void PauseAfter_NoAttempt_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Delivering.PauseAfter(0));
}
