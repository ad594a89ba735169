using System.Globalization;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Demonstration;
using MetricsDashboard.Web.Hosting;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Tests.Demonstration;

/// <summary>What was found at a week's end.</summary>
internal sealed record CountedWeek(
    ReportingWeek Week, IReadOnlyDictionary<(string Unit, string Element), long> Counts, IReadOnlyList<CaseState> Red, IReadOnlyList<CaseState> Differing);

/// <summary>All deliveries of the demonstration's source, taken once for all tests.</summary>
internal sealed class CountedDeliveries
{
    private static readonly Lazy<CountedDeliveries> Once = new(() => new CountedDeliveries());

    private CountedDeliveries()
    {
        var demonstration = New();
        var count = new CaseCount();
        foreach (var (week, rows) in demonstration.Weeks())
        {
            Order(rows, week.Monday, week.Sunday, first: Weeks.Count == 0);
            var end = ChinaTime.Start(week.Next.Monday);
            count.Take(rows, end);
            Weeks.Add(new CountedWeek(week, count.At(week), RedAt(end), count.DifferingAt(end)));
        }

        var today = demonstration.Today();
        Order(today, Now.Date.AddDays(-1), Now.Date, first: false);
        count.Take(today, Now.Moment);
        Today = new CountedWeek(Weeks[^1].Week.Next, count.At(Weeks[^1].Week.Next), RedAt(Now.Moment), count.DifferingAt(Now.Moment));
        Cases = [.. count.Cases];
        ClearedWithoutRight = count.ClearedWithoutRight;
        Faults = [.. Misplaced, .. count.Faults];

        IReadOnlyList<CaseState> RedAt(DateTimeOffset moment) => [.. count.Cases.Where(state => state.CardAt(moment) is Card.Red)];
    }

    public static CountedDeliveries All => Once.Value;

    /// <summary>The demonstration's clock.</summary>
    public static (DateOnly Date, DateTimeOffset Moment) Now { get; } = (new DateOnly(2020, 9, 29), BusinessClock.At(new DateOnly(2020, 9, 29), 9));

    public List<CountedWeek> Weeks { get; } = [];

    public CountedWeek Today { get; }

    public IReadOnlyList<CaseState> Cases { get; }

    /// <summary>Rows that were not understood, came out of order, or are of a time in which nobody works.</summary>
    public IReadOnlyList<string> Faults { get; }

    public IReadOnlyList<string> ClearedWithoutRight { get; }

    private List<string> Misplaced { get; } = [];

    public static DemonstrationCases New() => new(Options.Create(new MetricsOptions()));

    private void Order(IReadOnlyList<CaseRow> rows, DateOnly monday, DateOnly last, bool first)
    {
        var before = DateTime.MinValue;
        foreach (var row in rows)
        {
            var at = DateTime.Parse(row.UpdatedAt, CultureInfo.InvariantCulture);
            var day = DateOnly.FromDateTime(at);
            if (at < before) Misplaced.Add($"{row.Place} {row.UpdatedAt} is before the row before it.");
            if (day > last || (day < monday && !first)) Misplaced.Add($"{row.Place} {row.UpdatedAt} is not of the delivery.");
            if (!CaseCount.Calendar.IsWorkday(day) || at.Hour is < 8 or >= 18) Misplaced.Add($"{row.Place} {row.UpdatedAt} is a time in which nobody works.");
            before = at;
        }
    }
}
