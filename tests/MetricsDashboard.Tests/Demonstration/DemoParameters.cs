using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Tests.Demonstration;

/// <summary>A county of the demonstration.</summary>
/// <param name="Code">Code.</param>
/// <param name="Townships">Townships (design.md 5a).</param>
/// <param name="Extra">Further townships that make the notice's 129.</param>
/// <param name="Villages">Villages in the last week.</param>
/// <param name="Items">Government-service items in the last week.</param>
/// <param name="Cases">Cases accepted in an ordinary week.</param>
/// <param name="RedFactor">Red-card rate in proportion to the city's.</param>
/// <param name="Quality">0 to 100: where its shares lie between the worst and the best of the city.</param>
/// <param name="Users">豫事办 users in the last week.</param>
/// <param name="TaskForceFrom">Index of the week from which it has a task force; 12 for never.</param>
/// <param name="VillageItems">Items that its villages offer online in the last week.</param>
internal sealed record DemoCounty(
    string Code, int Townships, int Extra, long Villages, long Items, long Cases, decimal RedFactor, int Quality, long Users, int TaskForceFrom, int VillageItems);

/// <summary>A department of the demonstration.</summary>
/// <param name="Number">D01 to D46.</param>
/// <param name="Items">Government-service items in the last week; together 1344.</param>
/// <param name="Cases">Cases accepted in an ordinary week.</param>
/// <param name="RedFactor">Red-card rate in proportion to the city's.</param>
internal sealed record DemoDepartment(int Number, long Items, long Cases, decimal RedFactor)
{
    public string Code => FormattableString.Invariant($"410400-D{Number:00}");
}

/// <summary>What the demonstration is made of. The notice's figures of 2020-09-27 are the last week's (notice-figures.csv, role demo).</summary>
internal static class DemoParameters
{
    public const string City = "410400";
    public const string Municipal = "410400-M";

    /// <summary>石龙区 sends nothing for W33, in no form.</summary>
    public const string MissingCounty = "410404";

    /// <summary>湛河区: rising for three weeks, last of all for two.</summary>
    public const string BadStreakCounty = "410411";

    public static readonly ReportingWeek First = new(2020, 28);
    public static readonly ReportingWeek Last = new(2020, 39);
    public static readonly ReportingWeek MissingWeek = new(2020, 33);
    public static readonly int WeekCount = Last.WeeksSince(First) + 1;

    /// <summary>宝丰县 and 舞钢市 show the same red-card rate in the last week.</summary>
    public static readonly IReadOnlyList<string> TiedCounties = ["410421", "410481"];

    /// <summary>The city's red-card rate in hundredths of a percent: falling, with rebounds in W30 and W35.</summary>
    public static readonly IReadOnlyList<int> CityRedRate = [3342, 3015, 3108, 2476, 1893, 1347, 838, 905, 486, 264, 135, 100];

    /// <summary>湛河区's own, in hundredths of a percent.</summary>
    public static readonly IReadOnlyList<int> BadStreakRedRate = [3120, 2794, 2655, 2012, 1418, 956, 511, 342, 159, 196, 231, 286];

    /// <summary>Synthetic ranks in the province by the red-card rate, W28 to W38; the rank of W39 is the notice's.</summary>
    public static readonly IReadOnlyList<int> ProvinceRanks = [15, 15, 16, 15, 14, 13, 12, 13, 12, 12, 11];

    public static readonly IReadOnlyList<DemoCounty> Counties =
    [
        new("410421", 13, 0, 300, 905, 310, 0.80m, 90, 87316, 0, 19),
        new("410422", 18, 0, 530, 868, 330, 1.15m, 72, 112905, 0, 18),
        new("410423", 24, 0, 550, 842, 360, 1.30m, 60, 118642, 2, 18),
        new("410425", 15, 0, 350, 886, 290, 0.55m, 95, 92477, 0, 20),
        new("410481", 14, 0, 190, 874, 240, 0.80m, 88, 54208, 0, 18),
        new("410402", 11, 2, 100, 356, 260, 0.90m, 80, 78951, 0, 18),
        new("410403", 12, 0, 90, 312, 250, 0.62m, 84, 69443, 0, 18),
        new("410411", 10, 0, 115, 338, 230, 1.00m, 55, 63820, 1, 18),
        new("410404", 4, 0, 35, 224, 76, 1.20m, 66, 9736, 4, 18),
        new("410472", 4, 0, 54, 186, 82, 1.45m, 50, 12588, 12, 18),
        new("410471", 2, 0, 36, 205, 90, 0.95m, 78, 10327, 5, 18),
    ];

    public static readonly IReadOnlyList<DemoDepartment> Departments =
    [
        new(1, 38, 18, 0.9m), new(2, 39, 22, 0.8m), new(3, 12, 6, 0.6m), new(4, 20, 8, 0.7m), new(5, 90, 260, 0.5m), new(6, 36, 24, 0.9m),
        new(7, 34, 20, 0.8m), new(8, 22, 12, 0.7m), new(9, 72, 190, 0.8m), new(10, 76, 48, 1.6m), new(11, 42, 26, 1.1m), new(12, 66, 62, 1.5m),
        new(13, 46, 44, 1.2m), new(14, 70, 70, 1.0m), new(15, 40, 14, 0.9m), new(16, 62, 30, 1.0m), new(17, 24, 14, 0.7m), new(18, 45, 24, 0.9m),
        new(19, 60, 56, 1.0m), new(20, 14, 12, 0.6m), new(21, 38, 22, 1.2m), new(22, 3, 2, 0.4m), new(23, 86, 150, 0.7m), new(24, 6, 5, 0.3m),
        new(25, 22, 92, 0.8m), new(26, 36, 16, 1.0m), new(27, 4, 2, 0.4m), new(28, 14, 7, 0.9m), new(29, 10, 4, 0.5m), new(30, 5, 2, 0.4m),
        new(31, 9, 3, 0.5m), new(32, 18, 5, 0.6m), new(33, 7, 3, 0.5m), new(34, 22, 9, 0.7m), new(35, 8, 4, 0.5m), new(36, 6, 6, 0.6m),
        new(37, 12, 16, 0.7m), new(38, 40, 180, 0.6m), new(39, 20, 170, 0.7m), new(40, 18, 210, 1.4m), new(41, 16, 64, 1.3m), new(42, 9, 3, 0.6m),
        new(43, 11, 18, 0.8m), new(44, 6, 11, 1.0m), new(45, 5, 3, 0.6m), new(46, 5, 2, 0.4m),
    ];
}
