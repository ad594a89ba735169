using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>Rule 9: a result with every value behind it, and of each value the file, sheet and cell.</summary>
internal static class Explaining
{
    public static async Task<Explanation> RunAsync(
        MetricsDb db, Catalogue catalogue, Indicator indicator, Formula formula, Unit scope, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var week = snapshot.Week;
        var rowUnits = WeekCalculation.Scopes(catalogue, formula, week).GetValueOrDefault(scope.Code) ?? [];
        var units = rowUnits.Select(unit => unit.Code).ToList();
        var counting = await CountedValues.OpenAsync(db, cancellationToken);
        var current = await counting.BeforeAsync(week.Next.Key, formula.Elements, units, cancellationToken);
        var earlier = formula.IsGrowth ? await counting.BeforeAsync(week.Key, formula.Elements, units, cancellationToken) : [];
        var origins = await OriginsAsync(db, counting, catalogue, [.. current.Concat(earlier).Select(value => value.Week.Key).Distinct()], formula.Elements, units, cancellationToken);
        var figures = new WeekFigures(week, current);
        var before = new WeekFigures(await Periods.PreviousAsync(db, week, cancellationToken), earlier);
        var parts = RollUpCalculation.Parts(catalogue, formula, rowUnits, figures).Select(part => Part(catalogue, formula, part, figures, before, origins));
        return new Explanation(indicator, scope, week, Text(catalogue, formula), snapshot, [.. parts]);
    }

    /// <summary>The formula with names instead of codes.</summary>
    public static string Text(Catalogue catalogue, Formula formula)
    {
        var above = Sum(formula.Numerator);
        if (formula.IsGrowth) return $"（本周{above} − 上周{above}）÷ 上周{above}";
        if (formula.Denominator.Count == 0) return above;
        return $"{Bracketed(formula.Numerator)} ÷ {Bracketed(formula.Denominator)}";

        string Bracketed(IReadOnlyList<Term> terms) => terms.Count > 1 ? $"（{Sum(terms)}）" : Sum(terms);

        string Sum(IReadOnlyList<Term> terms) =>
            string.Concat(terms.Select((term, i) => (i == 0 ? term.Sign < 0 ? "−" : "" : term.Sign < 0 ? " − " : " + ") + catalogue.Element(term.Element).Name));
    }

    private static ExplainedPart Part(
        Catalogue catalogue, Formula formula, Part part, WeekFigures figures, WeekFigures before, Dictionary<(string, string, int), ExplainedValue> origins)
    {
        var values = formula.Elements.SelectMany(element => new[] { figures.Find(element, part.Unit.Code), formula.IsGrowth ? before.Find(element, part.Unit.Code) : null }
                .OfType<Figure>().Select(figure => (element, part.Unit.Code, figure.From.Key)).Distinct())
            .Where(origins.ContainsKey).Select(key => origins[key]).ToList();
        var totals = Totals(catalogue, formula, part, figures, before);
        return new ExplainedPart(part.Unit, part.Asked, part.State, totals.Numerator, totals.Denominator, values);
    }

    private static Totals Totals(Catalogue catalogue, Formula formula, Part part, WeekFigures figures, WeekFigures before)
    {
        if (part.State is PartState.Missing) return new Totals(null, null);
        if (!formula.IsGrowth) return RollUpCalculation.Total(catalogue, formula, [part.Unit], figures);
        var element = formula.Elements[0];
        return figures.Reported(element, part.Unit.Code) is { } now && before.Reported(element, part.Unit.Code) is { } last
            ? new Totals(now - last, last)
            : new Totals(null, null);
    }

    private static async Task<Dictionary<(string, string, int), ExplainedValue>> OriginsAsync(
        MetricsDb db, CountedValues counting, Catalogue catalogue, IReadOnlyCollection<int> weeks, IReadOnlyCollection<string> elements, IReadOnlyCollection<string> units,
        CancellationToken cancellationToken)
    {
        var used = db.Observations.AsNoTracking().Where(row => EF.Parameter(weeks).Contains(row.Week));
        if (Codes.ForQuery(elements) is { } wantedElements) used = used.Where(row => wantedElements.Contains(row.Element));
        if (Codes.ForQuery(units) is { } wantedUnits) used = used.Where(row => wantedUnits.Contains(row.Unit));
        var rows = await used
            .GroupJoin(db.Submissions, row => row.SubmissionId, submission => submission.Id, (row, found) => new { row, found })
            .SelectMany(pair => pair.found.DefaultIfEmpty(), (pair, submission) => new { pair.row, submission })
            .GroupJoin(db.Uploads, pair => pair.submission!.UploadId, upload => upload.Id, (pair, found) => new { pair.row, pair.submission, found })
            .SelectMany(
                pair => pair.found.DefaultIfEmpty(),
                (pair, upload) => new
                {
                    Observation = pair.row,
                    UploadId = (Guid?)upload!.Id,
                    upload.FileName,
                    pair.submission!.SentBy,
                    SentAt = (DateTimeOffset?)pair.submission.SentAt,
                })
            .ToListAsync(cancellationToken);
        var values = rows.Select(row => new ExplainedValue(catalogue.Element(row.Observation.Element), row.Observation.ToObservation(), row.UploadId, row.FileName, row.SentBy, row.SentAt)).ToList();
        var behind = await BehindAsync(db, values, cancellationToken);
        var counted = Pick(values);
        var others = Pick(values.Where(value => counted[Key(value)].Observation.Origin != value.Observation.Origin));
        return counted.ToDictionary(entry => entry.Key, entry => behind(entry.Value) with { Other = others.TryGetValue(entry.Key, out var other) ? behind(other) : null });

        static (string Element, string Unit, int Week) Key(ExplainedValue value) => (value.Observation.Element, value.Observation.Unit, value.Observation.Week.Key);

        Dictionary<(string, string, int), ExplainedValue> Pick(IEnumerable<ExplainedValue> of) =>
            counting.Pick(of, Key, value => (value.Observation.Origin, value.Observation.Revision)).ToDictionary(Key);
    }

    /// <summary>Adds to values counted from cases what they were counted from.</summary>
    private static async Task<Func<ExplainedValue, ExplainedValue>> BehindAsync(MetricsDb db, IReadOnlyList<ExplainedValue> values, CancellationToken cancellationToken)
    {
        var fromCases = values.Select(value => value.Observation).Where(value => value.Origin is Origin.Cases).ToList();
        if (fromCases.Count == 0) return value => value;
        var ids = fromCases.Select(value => value.RunId).OfType<Guid>().Distinct().ToList();
        var runs = await db.Runs.AsNoTracking().Where(run => EF.Parameter(ids).Contains(run.Id))
            .Join(db.IntakeSources, run => run.SourceId, source => source.Id, (run, source) => new { run.Id, run.StartedAt, source.Name }).ToDictionaryAsync(run => run.Id, cancellationToken);
        var moments = await CaseMoments.OfWeeksAsync(db, [.. fromCases.Select(value => value.Week.Key).Distinct()], cancellationToken);
        return value =>
        {
            if (value.Observation is not { Origin: Origin.Cases, Week: var week } observation) return value;
            var run = observation.RunId is { } id ? runs.GetValueOrDefault(id) : null;
            return value with { Cases = new CasesBehind(run?.Id, run?.Name, run?.StartedAt, moments.GetValueOrDefault(week.Key, observation.RecordedAt)) };
        };
    }
}
