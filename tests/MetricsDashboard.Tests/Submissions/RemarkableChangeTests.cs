using MetricsDashboard.Domain.Submissions;
using Xunit;

namespace MetricsDashboard.Tests.Submissions;

public sealed class RemarkableChangeTests
{
    [Theory]
    [InlineData(120, 100, false)]
    [InlineData(121, 100, true)]
    [InlineData(80, 100, false)]
    [InlineData(79, 100, true)]
    [InlineData(9, 4, false)]
    [InlineData(10, 4, true)]
    [InlineData(5, 0, false)]
    [InlineData(6, 0, true)]
    [InlineData(0, 6, true)]
    [InlineData(long.MaxValue, 0, true)]
    public void Is_AtItsBorders_WantsMoreThanAFifthAndMoreThanFive(long value, long before, bool isRemarkable) =>
        Assert.Equal(isRemarkable, RemarkableChange.Is(value, before));
}
