using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Tests.Demonstration;

/// <summary>Takes the deliveries of a source one after the other, by the domain's rules and nothing else, and counts.</summary>
internal sealed class CaseCount
{
    private static readonly MetricsOptions Options = new();

    private readonly Dictionary<string, CaseState> cases = new(StringComparer.Ordinal);

    public static WorkCalendar Calendar { get; } = new(CalendarCsv.Load(Options.SeedDirectory).Days);

    public static CaseVocabulary Vocabulary { get; } = new(CatalogueCsv.Load(Options.SeedDirectory, demonstration: true).Catalogue!, []);

    public List<string> Faults { get; } = [];

    /// <summary>Open cases whose red card went although the system was not at fault.</summary>
    public List<string> ClearedWithoutRight { get; } = [];

    public ICollection<CaseState> Cases => cases.Values;

    /// <summary>Takes a delivery; what a case was before it is forgotten.</summary>
    public void Take(IReadOnlyList<CaseRow> rows, DateTimeOffset now)
    {
        var reading = new CaseReading(Vocabulary, now);
        foreach (var row in rows)
        {
            var outcome = reading.Read(row);
            if (outcome.Facts is not { } facts)
            {
                Faults.Add($"{row.CaseNo}: {outcome.Fault ?? outcome.Unknown.ToString()}");
                continue;
            }

            var known = cases.GetValueOrDefault(facts.CaseNo);
            if (known is not null && (facts.Version <= known.Facts.Version || !(facts.UpdatedAt > known.From))) Faults.Add($"{row.CaseNo} {row.Version}: not later than the version before.");
            if (known?.Facts is { Card: Card.Red, Cause: not CardCause.System } && facts is { Status: CaseStatus.Open, Card: not Card.Red }) ClearedWithoutRight.Add(facts.CaseNo);
            var since = known?.Facts.Card == facts.Card ? known?.CardSince : facts.UpdatedAt;
            var moments = CardThresholds.Standard.Of(facts.PromisedDue, facts.StatutoryDue, Calendar);
            cases[facts.CaseNo] = new CaseState(facts, known is null ? facts.AcceptedAt : facts.UpdatedAt!.Value, null, moments, since);
        }
    }

    /// <summary>The seven numbers at a week's end.</summary>
    public Dictionary<(string Unit, string Element), long> At(ReportingWeek week)
    {
        var (start, end) = (ChinaTime.Start(week.Monday), ChinaTime.Start(week.Next.Monday));
        var counts = new Dictionary<(string Unit, string Element), long>();
        foreach (var state in cases.Values)
        {
            var (facts, card) = (state.Facts, state.CardAt(end));
            var completed = facts.CompletedAt >= start && facts.CompletedAt < end;
            Count(NamedCodes.CasesMonitored, state.IsMonitored(start, end));
            Count(NamedCodes.CasesAccepted, facts.AcceptedAt >= start && facts.AcceptedAt < end);
            Count(NamedCodes.CasesCompleted, completed);
            Count(NamedCodes.CasesCompletedInTime, completed && facts.IsInTime);
            Count(NamedCodes.RedCards, card is Card.Red);
            Count(NamedCodes.YellowCards, card is Card.Yellow);
            Count(NamedCodes.EarlyWarnings, card is Card.Warning);

            void Count(string element, bool counts) => Add((facts.Unit, element), counts ? 1 : 0);
        }

        return counts;

        void Add((string, string) key, long count) => counts[key] = counts.GetValueOrDefault(key) + count;
    }

    /// <summary>The open cases whose card is not the one that follows from their time limits.</summary>
    public IReadOnlyList<CaseState> DifferingAt(DateTimeOffset moment) =>
        [.. cases.Values.Where(state => state.IsOpenAt(moment) && state.CardAt(moment) != state.Moments.At(moment))];
}
