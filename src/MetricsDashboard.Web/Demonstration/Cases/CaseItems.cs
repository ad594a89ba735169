using System.Globalization;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Demonstration.Cases;

/// <summary>An item 事项 of the demonstration.</summary>
/// <param name="Code">The unit's code and a number.</param>
/// <param name="Name">事项名称.</param>
/// <param name="Promised">Promised time in working days.</param>
/// <param name="Statutory">Statutory time in working days.</param>
/// <param name="Share">Of the unit's cases.</param>
/// <param name="RedShare">Of its cases with red cards.</param>
internal sealed record CaseItem(string Code, string Name, int Promised, int Statutory, int Share, int RedShare);

/// <summary>The items of a unit; those of all counties are the same, under codes of their own.</summary>
internal sealed class CaseItems
{
    private const string File = "demo-items.csv";
    private const string Counties = "County";

    // What is done within days, within weeks, and what takes longer.
    private static readonly int[] Limits = [5, 20, int.MaxValue];

    private readonly List<CaseItem>[] kinds;

    private CaseItems(IReadOnlyList<CaseItem> items) => kinds =
    [
        .. Limits.Select((limit, i) => items.Where(item => item.Promised <= limit && (i == 0 || item.Promised > Limits[i - 1])).ToList())
            .Select(kind => kind.Count > 0 ? kind : [.. items]),
    ];

    /// <summary>The items by unit.</summary>
    public static Func<string, CaseItems> Read(string directory)
    {
        var path = Path.Combine(directory, File);
        if (!System.IO.File.Exists(path)) throw new StartRefusedException($"没有找到演示事项文件 {path}。");
        var rows = System.IO.File.ReadLines(path).Skip(1).Select(line => line.Split(',')).ToLookup(row => row[0], StringComparer.Ordinal);
        return unit => new CaseItems([.. rows[rows.Contains(unit) ? unit : Counties].Select((row, i) => Item(unit, i + 1, row))]);
    }

    /// <summary>An item whose promised time is of the kind of so many working days.</summary>
    public CaseItem Pick(int days, bool red, Dice dice)
    {
        var items = kinds[Array.FindIndex(Limits, limit => days <= limit)];
        var left = dice.Below(items.Sum(Weight));
        return items.First(item => (left -= Weight(item)) < 0);

        int Weight(CaseItem item) => red ? item.RedShare : item.Share;
    }

    private static CaseItem Item(string unit, int number, string[] row) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{unit}-{number:000}"), row[1], Number(row[2]), Number(row[3]), Number(row[4]), Number(row[5]));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
