using System.Globalization;
using System.Text;
using static MetricsDashboard.Tests.Demonstration.DemoApportionment;

namespace MetricsDashboard.Tests.Demonstration;

/// <summary>The example townships, and what villages have: covered first with guides and training following, complete in the last week.</summary>
internal static class DemoTownships
{
    private const int LastIndex = 11;

    private const int FirstOrder = 1000;

    /// <summary>db/seed/demo-townships.csv, with the columns of units.csv.</summary>
    public static string File(IReadOnlyDictionary<string, string> countyNames)
    {
        var text = new StringBuilder("code,name,short_name,kind,parent,order,ranking_group,included,active,valid_from,valid_to\n");
        var order = FirstOrder;
        foreach (var county in DemoParameters.Counties)
        {
            for (var number = 1; number <= county.Townships + county.Extra; number++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{countyNames[county.Code]}示例乡镇{number:00}");
                var extra = number > county.Townships;
                text.Append(CultureInfo.InvariantCulture, $"{Code(county, number)},{name}{(extra ? "（为与通报129个相合增列）" : "")},")
                    .Append(CultureInfo.InvariantCulture, $"{name}{(extra ? "（增列）" : "")},Township,{county.Code},{order++},,yes,demo,,\n");
            }
        }

        return text.ToString();
    }

    public static void Fill(DemoFigures figures)
    {
        foreach (var county in DemoParameters.Counties)
        {
            var codes = Enumerable.Range(1, county.Townships + county.Extra).Select(number => Code(county, number)).ToList();
            var villages = Share(
                county.Villages,
                [.. codes.Select(code => DemoNoise.Between(0.6m, 1.4m, code, "villages"))],
                [.. codes.Select(_ => county.Villages)]);
            for (var i = 0; i < codes.Count; i++) FillTownship(figures, county, codes[i], villages[i]);
        }
    }

    private static string Code(DemoCounty county, int number) => string.Create(CultureInfo.InvariantCulture, $"{county.Code}{number:000}");

    private static void FillTownship(DemoFigures figures, DemoCounty county, string unit, long villages)
    {
        var complete = DemoNoise.Whole(4, LastIndex, unit, "complete");
        var first = DemoNoise.Between(0.25m, 0.55m, unit, "first") + (county.Quality * 0.002m);
        figures.Set("villages_required", unit, _ => villages);
        var covered = figures.Set("villages_covered", unit, i => i >= complete ? villages : (long)(villages * (first + ((1 - first) * i / complete))));
        figures.Set("townships_required", unit, _ => 1);
        figures.Set("townships_covered", unit, i => covered[i] * 10 >= villages * 7 ? 1 : 0);
        figures.Set("villages_with_guides", unit, i => (long)(covered[i] * Math.Min(1m, 0.70m + (0.02m * i) + (county.Quality * 0.001m))));
        var staff = villages + DemoNoise.Whole(4, 9, unit, "staff");
        figures.Set("rural_staff_required", unit, _ => staff);
        figures.Set("rural_staff_trained", unit, i => Math.Min(staff, (long)(staff * (0.40m + (0.045m * i) + (county.Quality * 0.0012m)))));
        figures.Set("village_online_items", unit, i => VillageItems(county, i));
    }

    /// <summary>In four steps; 石龙区 and 示范区 take the last one only in the last week.</summary>
    private static long VillageItems(DemoCounty county, int week)
    {
        var lead = county.Code == DemoParameters.MissingCounty || county.Quality <= 50 ? 0 : DemoNoise.Whole(1, 3, county.Code, "items");
        var step = Math.Clamp((week + lead + 1) / 3, 0, 4);
        return county.VillageItems - (4 - step) * 3;
    }
}
