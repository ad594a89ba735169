using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Demonstration.Cases;

/// <summary>What a week's files say of a unit's cases: those that came and went, and those open at the end, with their cards.</summary>
internal readonly record struct CaseCounts(int Accepted, int Completed, int Late, int Open, int Warned, int Yellow, int Red);

/// <summary>The counts of a unit: before the first week, of each week, and of the week that is not over.</summary>
internal sealed record UnitCounts(string Unit, CaseCounts Before, IReadOnlyList<CaseCounts> Weeks)
{
    /// <summary>Of the present week, two days in: a share of the last week's. Nobody compares them with a file.</summary>
    public CaseCounts Present(Dice dice)
    {
        var last = Weeks[^1];
        var (accepted, completed) = (dice.Share(last.Accepted, 230), dice.Share(last.Completed, 230));
        return new CaseCounts(
            accepted, completed, Math.Min(dice.Share(completed, 25), last.Red), last.Open + accepted - completed, dice.Share(last.Warned, 550), last.Yellow,
            last.Red - Math.Min(last.Red, dice.Share(last.Red, 15)));
    }
}

/// <summary>The counts that the demonstration's files hold.</summary>
internal static class CaseFigures
{
    public static IReadOnlyList<UnitCounts> Read(string directory, IReadOnlyList<ReportingWeek> weeks)
    {
        var files = weeks.Select(week => Read(Path.Combine(directory, $"{week}.csv"))).ToList();
        return [.. files[^1].Keys.Where(unit => files[^1][unit].ContainsKey(NamedCodes.CasesMonitored)).Select(unit => Of(unit, files))];
    }

    private static UnitCounts Of(string unit, List<Dictionary<string, Dictionary<string, int>>> files)
    {
        var weeks = files.Select(file => file.TryGetValue(unit, out var values) && values.ContainsKey(NamedCodes.CasesMonitored) ? Counts(values) : (CaseCounts?)null).ToList();
        var known = weeks.Select((counts, i) => counts ?? Between(weeks[i - 1]!.Value, weeks[i + 1]!.Value)).ToList();
        var first = known[0];
        var open = first.Open - first.Accepted + first.Completed;
        // There was a little more of everything, as far as there were cases.
        var red = Math.Min(first.Red * 104 / 100, open * 2 / 3);
        var before = new CaseCounts(0, 0, 0, open, Math.Min(first.Warned, (open - red) / 3), Math.Min(first.Yellow, (open - red) / 3), red);
        return new UnitCounts(unit, before, known);
    }

    /// <summary>A week for which nothing was sent: what came is as in the weeks about it, what went follows from what was left.</summary>
    private static CaseCounts Between(CaseCounts before, CaseCounts after)
    {
        var accepted = (before.Accepted + after.Accepted) / 2;
        var open = after.Open - after.Accepted + after.Completed;
        return new CaseCounts(
            accepted, before.Open + accepted - open, (before.Late + after.Late) / 2, open, (before.Warned + after.Warned) / 2, (before.Yellow + after.Yellow) / 2, (before.Red + after.Red) / 2);
    }

    private static CaseCounts Counts(Dictionary<string, int> values)
    {
        var completed = values[NamedCodes.CasesCompleted];
        return new CaseCounts(
            values[NamedCodes.CasesAccepted], completed, completed - values[NamedCodes.CasesCompletedInTime], values[NamedCodes.CasesMonitored] - completed,
            values[NamedCodes.EarlyWarnings], values[NamedCodes.YellowCards], values[NamedCodes.RedCards]);
    }

    /// <summary>The counts of a file by unit and element; texts are left out.</summary>
    private static Dictionary<string, Dictionary<string, int>> Read(string path)
    {
        var units = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            var fields = line.Split(',');
            if (fields.Length != 4 || !int.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out var value)) continue;
            if (!units.TryGetValue(fields[0], out var values)) units.Add(fields[0], values = new Dictionary<string, int>(StringComparer.Ordinal));
            values[fields[2]] = value;
        }

        return units;
    }
}
