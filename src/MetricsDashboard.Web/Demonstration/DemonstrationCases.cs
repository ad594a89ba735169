using System.Globalization;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Web.Demonstration.Cases;
using MetricsDashboard.Web.Hosting;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Demonstration;

/// <summary>
/// The cases of the demonstration's source, made up so that their count is what the demonstration's files say, unit by unit and week by
/// week. The same every time. They are planned when first asked for and take some forty megabytes; the rows are made delivery by delivery.
/// </summary>
public sealed class DemonstrationCases(IOptions<MetricsOptions> options)
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "省电子监察平台（演示）";

    private readonly Lazy<Deliveries> deliveries = new(() => Plan(options.Value));

    /// <summary>
    /// What the source gives at each week's end: the versions since the week before, in the order of their time. The first week brings the
    /// cases that were open before it, as they stood.
    /// </summary>
    public IEnumerable<(ReportingWeek Week, IReadOnlyList<CaseRow> Rows)> Weeks() =>
        deliveries.Value.Weeks.Select((week, step) => (week, Rows(deliveries.Value.Versions[step])));

    /// <summary>What it gives on the day of the demonstration, a Tuesday, at half past eight: the versions since the last week's end.</summary>
    public IReadOnlyList<CaseRow> Today() => Rows(deliveries.Value.Versions[^1]);

    private static Deliveries Plan(MetricsOptions options)
    {
        var weeks = Directory.EnumerateFiles(options.DemonstrationDirectory, "*.csv").Select(Path.GetFileNameWithoutExtension)
            .Where(name => ReportingWeek.TryParse(name, out _)).Select(name => ReportingWeek.Parse(name!)).Order().ToList();
        var days = new CaseDays(new WorkCalendar(CalendarCsv.Load(options.SeedDirectory).Days), weeks);
        var items = CaseItems.Read(options.SeedDirectory);
        var versions = Enumerable.Range(0, weeks.Count + 1).Select(_ => new List<CaseVersion>()).ToList();
        var lives = new List<CaseLife>();
        foreach (var counts in CaseFigures.Read(options.DemonstrationDirectory, weeks))
        {
            var dice = new Dice(counts.Unit);
            var times = new CaseTimes(days, items(counts.Unit), dice, versions);
            foreach (var spell in CasePlan.Of(counts, dice))
            {
                times.Tell(spell);
                lives.Add(spell.Life);
                spell.Life.Sequence = lives.Count;
            }
        }

        Number(lives);
        foreach (var delivery in versions)
            delivery.Sort((a, b) => Then(a.At.CompareTo(b.At), a.Spell.Life.Sequence - b.Spell.Life.Sequence, a.Number - b.Number));
        return new Deliveries(weeks, days, versions);
    }

    /// <summary>Numbers grow with the acceptance: 41040020200700012345.</summary>
    private static void Number(List<CaseLife> lives)
    {
        lives.Sort((a, b) => Then(a.AcceptedAt.CompareTo(b.AcceptedAt), a.Sequence - b.Sequence));
        for (var i = 0; i < lives.Count; i++) lives[i].Sequence = i + 1;
    }

    private static int Then(int first, int second, int third = 0) => first != 0 ? first : second != 0 ? second : third;

    private IReadOnlyList<CaseRow> Rows(List<CaseVersion> versions) => [.. versions.Select(Row)];

    private CaseRow Row(CaseVersion version, int index)
    {
        var (spell, life) = (version.Spell, version.Spell.Life);
        var days = deliveries.Value.Days;
        return new CaseRow(
            $"第{index + 1}条", life.Number, version.Number.ToString(CultureInfo.InvariantCulture), life.Unit, life.Item.Code, life.Item.Name, Text(life.AcceptedAt),
            Text(days[spell.Promised]), Text(days[spell.Statutory]), version.IsCompleted ? Text(version.At) : "", Word(version.Card),
            Word(version.Cause), version.IsCompleted ? "completed" : "open", Text(version.At));
    }

    private static string Text(DateTime moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Word(Card card) => card switch
    {
        Card.Warning => "warning",
        Card.Yellow => "yellow",
        Card.Red => "red",
        _ => "none",
    };

    private static string Word(CardCause? cause) => cause switch
    {
        null => "",
        CardCause.System => "system",
        CardCause.Overdue => "overdue",
        CardCause.NotReturned => "not_returned",
        CardCause.StepOverdue => "step_overdue",
        _ => "other",
    };

    private sealed record Deliveries(IReadOnlyList<ReportingWeek> Weeks, CaseDays Days, IReadOnlyList<List<CaseVersion>> Versions);
}
