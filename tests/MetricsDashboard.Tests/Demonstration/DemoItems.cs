using static MetricsDashboard.Tests.Demonstration.DemoApportionment;

namespace MetricsDashboard.Tests.Demonstration;

/// <summary>
/// Government-service items. The last week is laid down first: for the departments as shares of the notice's totals, for the counties by
/// their quality. The weeks before lead up to it from lower shares.
/// </summary>
internal static class DemoItems
{
    private const int LastIndex = 11;

    /// <summary>In this week newly claimed items came in, whose elements were not complete yet.</summary>
    private const int NewItemsIndex = 7;

    public static void Fill(DemoFigures figures)
    {
        foreach (var end in Departments().Concat(DemoParameters.Counties.Select(County))) FillUnit(figures, end);
    }

    private static void FillUnit(DemoFigures figures, Ending end)
    {
        var unit = end.Unit;
        var added = Round(end.Total * 0.017m);
        var total = figures.Set("items_total", unit, i => i < NewItemsIndex ? end.Total - added : end.Total);
        var onApplication = Rising("items_on_application", end.OnApplication, 0.985m, total);
        var required = Rising("items_hall_required", end.HallRequired, 0.985m, total);
        Rising("items_hall_settled", end.HallSettled, 0.90m, required);
        var once = Rising("items_run_once", end.RunOnce, 0.93m, onApplication);
        Rising("items_no_visit", end.NoVisit, 0.80m, once);
        Rising("items_instant", end.Instant, 0.62m, onApplication);
        Rising("items_online", end.Online, 0.88m, onApplication);
        var address = Rising("items_with_online_address", end.WithAddress, 0.90m, onApplication);
        Rising("items_single_sign_on", end.SingleSignOn, 0.72m, address);
        Rising("items_elements_complete", end.Complete, 0.955m, total);
        var statutory = figures.Set("statutory_days", unit, i => i == LastIndex ? end.Statutory : Round((decimal)end.Statutory * onApplication[i] / end.OnApplication));
        figures.Set("promised_days", unit, i =>
        {
            var last = (decimal)end.Promised / end.Statutory;
            var first = Math.Min(0.95m, last + DemoNoise.Between(0.10m, 0.16m, unit, "promised"));
            return i == LastIndex ? end.Promised : Round(statutory[i] * (first + ((last - first) * Progress(unit, "promised", i))));
        });

        IReadOnlyList<long> Rising(string element, long last, decimal share, IReadOnlyList<long> cap) => figures.Set(element, unit, i =>
        {
            var first = last * Math.Min(1m, share + DemoNoise.Between(-0.04m, 0.04m, unit, element));
            return i == LastIndex ? last : Math.Min(cap[i], Round(first + ((last - first) * Progress(unit, element, i))));
        });
    }

    /// <summary>How much of the way from the first to the last week is covered: on the whole even, with slips.</summary>
    private static decimal Progress(string unit, string element, int week) => week is 0 or LastIndex
        ? week / LastIndex
        : (decimal)week / LastIndex + DemoNoise.Between(-0.04m, 0.05m, unit, element, week);

    private static List<Ending> Departments()
    {
        var units = DemoParameters.Departments;
        var total = units.Select(unit => unit.Items).ToArray();
        var onApplication = Spread(1300, total, 1m, 1m, "on application");
        var required = Spread(1312, total, 1m, 1m, "required");
        var once = Less(onApplication, 13, "once");
        var noVisit = Spread(923, once, 0.75m, 1.25m, "no visit");
        var instant = Spread(403, onApplication, 0.5m, 1.5m, "instant");
        var online = Less(onApplication, 26, "online");
        var address = Less(onApplication, 100, "address");
        var singleSignOn = Less(address, 120, "single sign-on");
        var complete = Less(total, 9, "complete");
        var statutory = units.Select((unit, i) => onApplication[i] * DemoNoise.Whole(12, 28, unit.Code, "statutory")).ToArray();
        statutory[4] += 4 - (statutory.Sum() % 4);
        var promised = Spread(statutory.Sum() / 4, statutory, 0.8m, 1.2m, "promised");
        return
        [
            .. units.Select((unit, i) => new Ending(
                unit.Code, total[i], onApplication[i], required[i], required[i], once[i], noVisit[i], instant[i], online[i], address[i], singleSignOn[i],
                complete[i], statutory[i], promised[i])),
        ];
    }

    private static long[] Spread(long sum, long[] caps, decimal low, decimal high, string name) =>
        Share(sum, [.. caps.Select((cap, i) => cap * DemoNoise.Between(low, high, i, name))], caps);

    private static long[] Less(long[] whole, long without, string name)
    {
        var gaps = Share(without, [.. whole.Select((value, i) => value * DemoNoise.Between(0.2m, 1.8m, i, name))], whole);
        return [.. whole.Zip(gaps, (value, gap) => value - gap)];
    }

    private static Ending County(DemoCounty county)
    {
        var onApplication = Part(county.Items, 0.95m, 0.98m, "on application");
        var required = Part(county.Items, 0.96m, 0.985m, "required");
        var once = Part(onApplication, 0.93m, 0.995m, "once");
        var address = Part(onApplication, 0.84m, 0.97m, "address");
        var statutory = onApplication * DemoNoise.Whole(16, 22, county.Code, "statutory");
        return new Ending(
            county.Code, county.Items, onApplication, required, Part(required, 0.91m, 1m, "settled"), once, Math.Min(once, Part(onApplication, 0.52m, 0.86m, "no visit")),
            Part(onApplication, 0.20m, 0.42m, "instant"), Part(onApplication, 0.84m, 0.99m, "online"), address, Part(address, 0.72m, 0.97m, "single sign-on"),
            Part(county.Items, 0.95m, 0.998m, "complete"), statutory, statutory - Part(statutory, 0.62m, 0.85m, "compression"));

        long Part(long whole, decimal worst, decimal best, string name)
        {
            var quality = Math.Clamp(county.Quality + DemoNoise.Whole(-12, 10, county.Code, name), 0, 100);
            return Math.Min(whole, Round(whole * (worst + ((best - worst) * quality / 100))));
        }
    }

    private sealed record Ending(
        string Unit, long Total, long OnApplication, long HallRequired, long HallSettled, long RunOnce, long NoVisit, long Instant, long Online,
        long WithAddress, long SingleSignOn, long Complete, long Statutory, long Promised);
}
