using static MetricsDashboard.Tests.Demonstration.DemoApportionment;

namespace MetricsDashboard.Tests.Demonstration;

/// <summary>
/// Cases, ratings and the cards of the electronic supervision, which watches what is open at the week's end or was completed within the
/// week. Cards stand on open cases alone.
/// </summary>
internal static class DemoCases
{
    private const int WeeksToRectify = 3;
    private const int WeeksBefore = 27;

    /// <summary>Cases open at the week's end; no form asks for them.</summary>
    private const string Open = "open";

    public static void Fill(DemoFigures figures)
    {
        foreach (var department in DemoParameters.Departments) FillUnit(figures, department.Code, department.Cases, 0.25m, 80);
        foreach (var county in DemoParameters.Counties) FillUnit(figures, county.Code, county.Cases, 0.45m, county.Quality);
        FillRedCards(figures);
    }

    private static void FillUnit(DemoFigures figures, string unit, long ordinary, decimal rated, int quality)
    {
        var accepted = figures.Set("cases_accepted", unit, Accepted);
        var completed = figures.Set("cases_completed", unit, i => Math.Min(accepted[i] + (accepted[i] / 20), Round(accepted[i] * DemoNoise.Between(0.93m, 1.04m, unit, "completed", i))));
        figures.Set("cases_completed_in_time", unit, i => completed[i] - Math.Min(completed[i], Round(completed[i] * Late(i))));
        var ratings = figures.Set("ratings_total", unit, i => Round(completed[i] * (rated + DemoNoise.Between(0m, 0.15m, unit, "ratings", i))));
        var satisfied = figures.Set("ratings_satisfied", unit, i => ratings[i] - Math.Min(ratings[i], Round(ratings[i] * DemoNoise.Between(0m, 0.03m, unit, "bad", i))));
        var usual = Round(ordinary * rated * 0.015m);
        figures.Set("bad_ratings_due", unit, Due);
        var unsettled = Math.Min(usual, DemoNoise.Whole(0, 2, unit, "open"));
        figures.Set("bad_ratings_rectified", unit, i => Due(i - WeeksToRectify) - unsettled);
        var open = figures.Set(Open, unit, i => Backlog() + Enumerable.Range(0, i + 1).Sum(week => accepted[week] - completed[week]));
        figures.Set("cases_monitored", unit, i => open[i] + completed[i]);

        long Backlog() => Round(ordinary * DemoNoise.Between(10.8m, 11.2m, unit, "backlog"));

        long Accepted(int week) => Math.Max(2, Round(ordinary * (DemoNoise.Between(0.88m, 1.12m, unit, "accepted", week) + (week * 0.004m))));

        decimal Late(int week) => ((100 - quality) * 0.0007m) + (0.001m * (11 - week)) + DemoNoise.Between(0m, 0.012m, unit, "late", week);

        long Due(int week) => (usual * (WeeksBefore + Math.Min(week, -1))) + Enumerable.Range(0, Math.Max(0, week + 1)).Sum(i => ratings[i] - satisfied[i]);
    }

    private static void FillRedCards(DemoFigures figures)
    {
        var factors = DemoParameters.Departments.Select(unit => (unit.Code, unit.RedFactor))
            .Concat(DemoParameters.Counties.Select(unit => (unit.Code, unit.RedFactor))).ToList();
        var red = factors.ToDictionary(unit => unit.Code, _ => new long[DemoParameters.WeekCount], StringComparer.Ordinal);
        for (var week = 0; week < DemoParameters.WeekCount; week++)
        {
            var pinned = Pinned(figures, week);
            var others = factors.Where(unit => !pinned.ContainsKey(unit.Code)).ToList();
            var monitored = others.Select(unit => figures["cases_monitored", unit.Code][week]).ToList();
            var all = factors.Sum(unit => figures["cases_monitored", unit.Code][week]);
            var total = Round(all * DemoParameters.CityRedRate[week] / 10000m);
            var weights = others.Select((unit, i) => monitored[i] * unit.RedFactor * DemoNoise.Between(0.85m, 1.15m, unit.Code, "red", week)).ToList();
            var caps = others.Select(unit => figures[Open, unit.Code][week] * 2 / 3).ToList();
            var shares = Share(total - pinned.Values.Sum(), weights, caps);
            foreach (var (code, count) in pinned) red[code][week] = count;
            for (var i = 0; i < others.Count; i++) red[others[i].Code][week] = shares[i];
        }

        foreach (var (unit, counts) in red)
        {
            figures["red_cards", unit] = counts;
            var (monitored, open) = (figures["cases_monitored", unit], figures[Open, unit]);
            figures.Set("yellow_cards", unit, i => Capped(i, 0.022m + (0.0055m * (11 - i)) + DemoNoise.Between(-0.006m, 0.006m, unit, "yellow", i)));
            figures.Set("early_warnings", unit, i => Capped(i, 0.038m + (0.0045m * (11 - i)) + DemoNoise.Between(-0.008m, 0.008m, unit, "warning", i)));

            long Capped(int week, decimal rate) => Math.Min((open[week] - counts[week]) / 3, Round(monitored[week] * rate));
        }
    }

    /// <summary>Counties whose red cards are laid down: the bad streak, and in the last week the tie.</summary>
    private static Dictionary<string, long> Pinned(DemoFigures figures, int week)
    {
        var streak = DemoParameters.BadStreakCounty;
        var pinned = new Dictionary<string, long>(StringComparer.Ordinal)
        {
            [streak] = Round(Monitored(streak) * DemoParameters.BadStreakRedRate[week] / 10000m),
        };
        if (week < DemoParameters.WeekCount - 1) return pinned;
        var (first, second) = (DemoParameters.TiedCounties[0], DemoParameters.TiedCounties[1]);
        var tie =
            (from a in Around(first)
             from b in Around(second)
             where Shown(a, first) == Shown(b, second)
             orderby Math.Abs(Shown(a, first) - 0.80m), a
             select (a, b)).First();
        (pinned[first], pinned[second]) = tie;
        return pinned;

        long Monitored(string unit) => figures["cases_monitored", unit][week];

        IEnumerable<int> Around(string unit) => Enumerable.Range((int)(Monitored(unit) * 6 / 1000), (int)(Monitored(unit) * 4 / 1000));

        decimal Shown(int cards, string unit) => decimal.Round(cards * 100m / Monitored(unit), 2, MidpointRounding.AwayFromZero);
    }
}
