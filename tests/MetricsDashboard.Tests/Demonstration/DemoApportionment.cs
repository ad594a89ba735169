namespace MetricsDashboard.Tests.Demonstration;

/// <summary>Shares a total out in whole numbers, so that the parts add up to it exactly.</summary>
internal static class DemoApportionment
{
    /// <summary>Shares by weight; no part exceeds its cap; the largest fractions get what rounding leaves.</summary>
    public static long[] Share(long total, IReadOnlyList<decimal> weights, IReadOnlyList<long> caps)
    {
        var parts = new long[weights.Count];
        for (var left = total; left > 0; left = total - parts.Sum())
        {
            var open = Enumerable.Range(0, parts.Length).Where(i => parts[i] < caps[i] && weights[i] > 0).ToList();
            if (open.Count == 0) throw new InvalidOperationException($"{left} of {total} do not fit under the caps.");
            var sum = open.Sum(i => weights[i]);
            var shares = open.ToDictionary(i => i, i => Math.Min(left * weights[i] / sum, caps[i] - parts[i]));
            foreach (var i in open) parts[i] += (long)shares[i];
            if (open.Any(i => shares[i] >= 1)) continue;
            foreach (var i in open.OrderByDescending(i => shares[i]).ThenBy(i => i).Take((int)left)) parts[i]++;
        }

        return parts;
    }

    /// <summary>Rounds half up; the figures are never negative.</summary>
    public static long Round(decimal value) => (long)decimal.Round(value, MidpointRounding.AwayFromZero);
}
