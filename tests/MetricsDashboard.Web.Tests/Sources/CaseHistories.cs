using System.Globalization;
using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Web.Tests.Sources;

/// <summary>
/// Lives of cases over twelve weeks, and what of them counts at a week's end. The count is made from the rows alone, case by case and as simply as
/// it can be said; it shares nothing with the program.
/// </summary>
internal static class CaseHistories
{
    public static readonly DateTime Start = new(2020, 7, 6);
    public const int Weeks = 12;
    private static readonly string[] Units = ["410421", "410422", "410423", "410425", "410481", "410402", "410403", "410411", "410404", "410472", "410471"];

    /// <summary>Rows of so many cases, version by version. Nothing happens near midnight, so that a clock that is off by hours moves nothing into another week.</summary>
    public static IReadOnlyList<CaseRow> Rows(int cases, int seed)
    {
        var random = new Random(seed);
        var rows = new List<CaseRow>(cases * 2);
        for (var i = 0; i < cases; i++)
        {
            var accepted = Daytime(random, Start.AddDays(random.Next(Weeks * 7)));
            var (promised, statutory) = (accepted.Date.AddDays(random.Next(3, 15)), accepted.Date.AddDays(random.Next(16, 40)));
            var unit = Units[random.Next(Units.Length)];
            var version = 1;
            Add(accepted, "none", "", "open", null);
            var at = accepted;
            if (random.Next(4) == 0)
            {
                at = Later(promised);
                Add(at, "yellow", "overdue", "open", null);
                if (random.Next(2) == 0)
                {
                    at = Later(statutory);
                    Add(at, "red", random.Next(3) == 0 ? "system" : "overdue", "open", null);
                    if (random.Next(5) == 0) Add(at = Later(at), "none", "", "open", null);
                }
            }

            if (random.Next(5) > 0)
            {
                at = Later(at.AddDays(random.Next(20)));
                var isLeft = rows[^1].Card == "red" && random.Next(4) == 0;
                Add(at, isLeft ? "red" : "none", isLeft ? "not_returned" : "", "completed", at);
                if (isLeft) Add(Later(at.AddDays(random.Next(10))), "none", "", "completed", at);
            }

            DateTime Later(DateTime than) => Daytime(random, than.Date.AddDays(1));

            void Add(DateTime since, string card, string cause, string status, DateTime? completed)
            {
                if (since >= Start.AddDays(Weeks * 7)) return;
                rows.Add(new CaseRow(
                    "", $"4104{i:00000000}", $"{version++}", unit, $"{unit}-{i % 7:000}", $"事项{i % 7}", Text(accepted), promised.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    statutory.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), completed is { } done ? Text(done) : "", card, cause, status, Text(since)));
            }
        }

        return rows;
    }

    /// <summary>Unit, element and count at the end of the week with an index from 0.</summary>
    public static IReadOnlyDictionary<(string Unit, string Element), long> Count(IEnumerable<CaseRow> rows, int week)
    {
        var (start, end) = (Start.AddDays(week * 7), Start.AddDays((week + 1) * 7));
        var counts = Units.SelectMany(unit => new[] { "cases_monitored", "red_cards", "yellow_cards", "early_warnings", "cases_accepted", "cases_completed", "cases_completed_in_time" }.Select(element => (unit, element)))
            .ToDictionary(key => key, _ => 0L);
        foreach (var versions in rows.GroupBy(row => row.CaseNo).Select(group => group.OrderBy(row => int.Parse(row.Version, CultureInfo.InvariantCulture)).ToList()))
        {
            var accepted = Time(versions[0].AcceptedAt);
            if (accepted >= end) continue;

            // The first version that is known stands from the acceptance on.
            var row = versions.Where((version, i) => i == 0 || Time(version.UpdatedAt) <= end).Last();
            var completed = row.CompletedAt.Length > 0 ? Time(row.CompletedAt) : (DateTime?)null;
            var isCompletedInWeek = completed >= start && completed < end;
            if (accepted >= start) counts[(row.Unit, "cases_accepted")]++;
            if (isCompletedInWeek) counts[(row.Unit, "cases_completed")]++;
            if (isCompletedInWeek && completed < Time(row.PromisedDue).AddDays(1)) counts[(row.Unit, "cases_completed_in_time")]++;
            var isOpen = row.Status == "open" || completed >= end;

            // Where the beginning of a case got lost, its card before the first version that is known is derived.
            var card = row == versions[0] && row.Card != "none" && Time(row.UpdatedAt) > end ? isOpen ? Derived(row, end) : "none" : row.Card;
            if (isOpen || isCompletedInWeek || card != "none") counts[(row.Unit, "cases_monitored")]++;
            if (card == "warning") counts[(row.Unit, "early_warnings")]++;
            if (card == "red") counts[(row.Unit, "red_cards")]++;
            if (card == "yellow") counts[(row.Unit, "yellow_cards")]++;
        }

        return counts;
    }

    /// <summary>By the standard thresholds; there is no holiday in these weeks.</summary>
    private static string Derived(CaseRow row, DateTime at)
    {
        var promised = Time(row.PromisedDue);
        if (at >= Time(row.StatutoryDue).AddDays(1)) return "red";
        if (at >= promised.AddDays(1)) return "yellow";
        var warning = promised;
        while (warning.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) warning = warning.AddDays(-1);
        do warning = warning.AddDays(-1);
        while (warning.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        return at > warning ? "warning" : "none";
    }

    private static DateTime Daytime(Random random, DateTime day) => day.AddHours(9).AddMinutes(random.Next(480));

    private static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(DateTime moment) => moment.ToString("s", CultureInfo.InvariantCulture);
}
