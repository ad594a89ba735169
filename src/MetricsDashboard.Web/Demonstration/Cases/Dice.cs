namespace MetricsDashboard.Web.Demonstration.Cases;

/// <summary>Numbers that look random and are the same on every machine and in every run: they follow from the seed alone.</summary>
internal sealed class Dice
{
    private ulong state = 14695981039346656037UL;

    public Dice(string seed)
    {
        foreach (var character in seed) state = (state ^ character) * 1099511628211UL;
    }

    /// <summary>From 0 to one less than the count.</summary>
    public int Below(int count)
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)count);
    }

    /// <summary>Both included; the first where the last lies before it.</summary>
    public int Between(int first, int last) => last > first ? first + Below(last - first + 1) : first;

    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>A share in thousandths, rounded up or down so that many shares add up to the share of the whole.</summary>
    public int Share(int count, int thousandths) => ((count * thousandths) + Below(1000)) / 1000;
}
