namespace MetricsDashboard.Tests.Demonstration;

/// <summary>
/// Numbers that look random and depend on nothing but their name and the fixed seed, so that adding a unit or an element leaves all other
/// figures as they are. Decimal throughout: the same on every machine.
/// </summary>
internal static class DemoNoise
{
    private const ulong Seed = 20200927;

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public static decimal Between(decimal low, decimal high, params ReadOnlySpan<object> name) => low + ((high - low) * (Hash(name) % 10001) / 10000m);

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public static int Whole(int low, int high, params ReadOnlySpan<object> name) => low + (int)(Hash(name) % (ulong)(high - low + 1));

    private static ulong Hash(ReadOnlySpan<object> name)
    {
        var hash = 14695981039346656037UL ^ Seed;
        foreach (var part in name)
        {
            foreach (var character in FormattableString.Invariant($"{part}/"))
            {
                hash = (hash ^ character) * 1099511628211UL;
            }
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return hash ^ (hash >> 31);
    }
}
