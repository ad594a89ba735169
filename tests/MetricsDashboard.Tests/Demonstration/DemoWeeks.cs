using System.Globalization;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Tests.CatalogueRules;

namespace MetricsDashboard.Tests.Demonstration;

/// <summary>The committed files of the demonstration, read and computed by the domain.</summary>
public static class DemoWeeks
{
    public static Domain.Catalogue.Catalogue Catalogue => SeedFiles.Demonstration;

    public static IReadOnlyList<ReportingWeek> Weeks { get; } = [.. DemoParameters.First.To(DemoParameters.Last)];

    public static ReportingWeek Last => DemoParameters.Last;

    /// <summary>Every count of every file.</summary>
    public static IReadOnlyList<CountedValue> Values { get; } =
    [
        .. Weeks.SelectMany(Read).Where(row => !Catalogue.Element(row.Element).IsText)
            .Select(row => new CountedValue(row.Element, row.Unit, row.Week, long.Parse(row.Value, CultureInfo.InvariantCulture))),
    ];

    /// <summary>Every text of every file, those left blank too.</summary>
    public static IReadOnlyList<(string Element, string Unit, ReportingWeek Week, string Value)> Texts { get; } =
        [.. Weeks.SelectMany(Read).Where(row => Catalogue.Element(row.Element).IsText)];

    /// <summary>The values by element, unit and week.</summary>
    public static IReadOnlyDictionary<(string Element, string Unit, ReportingWeek Week), long> ByKey { get; } =
        Values.ToDictionary(value => (value.Element, value.Unit, value.Week), value => value.Value);

    public static IReadOnlyList<WeekResults> Results { get; } = [.. Weeks.Select(Compute)];

    public static WeekResults Of(ReportingWeek week) => Results.Single(results => results.Week == week);

    public static WeekFigures Figures(ReportingWeek week) => new(week, Values);

    /// <summary>The files hold what asked units report; system elements are written by close-week.</summary>
    private static WeekResults Compute(ReportingWeek week) =>
        new(week, WeekCalculation.Compute(Catalogue, Figures(week), week == DemoParameters.First ? null : Figures(week.Previous)));

    private static IEnumerable<(string Element, string Unit, ReportingWeek Week, string Value)> Read(ReportingWeek week) =>
        CsvText.Table($"{week}.csv", File.ReadAllText(Repository.Path("db", "samples", "demo", $"{week}.csv"))).Rows.Select(row =>
            (row["element"], row["unit"], ReportingWeek.Parse(row["week"]), row["value"]));
}
