using System.Globalization;
using System.Text;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>
/// The rows of <c>export</c> as RFC 4180 wants them, one line at a time, so that any number of rows streams through. Headings and codes
/// are data, not language: what is written here is read back by <see cref="IntakeReader"/>.
/// </summary>
public static class CsvExport
{
    /// <summary>The heading of <see cref="Row(Snapshot, Catalogue)"/>.</summary>
    public const string SnapshotHeading = "week,unit,indicator,numerator,denominator,value,reported,carried,expected,rank,light";

    /// <summary>The heading of <see cref="Row(Observation)"/>.</summary>
    public const string ObservationHeading = "week,unit,element,value,origin,revision,recorded_at";

    /// <summary>The column that follows where it is set which origin counts: true for the value that counts, false for the others.</summary>
    public const string CountsHeading = ",counts";

    /// <summary>A snapshot: percentages as 99.00, counts whole, blank where there is nothing.</summary>
    public static string Row(Snapshot snapshot, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(catalogue);
        var value = snapshot.Value?.ToString(catalogue.Indicator(snapshot.Indicator).IsPercentage ? "F2" : "0", CultureInfo.InvariantCulture);
        return Line(
            snapshot.Week.ToString(),
            snapshot.Unit,
            snapshot.Indicator,
            Text(snapshot.Numerator),
            Text(snapshot.Denominator),
            value,
            Text(snapshot.Coverage.Reported),
            Text(snapshot.Coverage.Carried),
            Text(snapshot.Coverage.Expected),
            Text(snapshot.Rank),
            Lower(snapshot.Light));
    }

    /// <summary>An observation, every revision of it; the time with its offset.</summary>
    public static string Row(Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        return Line(
            observation.Week.ToString(),
            observation.Unit,
            observation.Element,
            Text(observation.Value),
            Lower<Origin>(observation.Origin),
            Text(observation.Revision),
            observation.RecordedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
    }

    /// <summary>A form as a wide CSV, heading first: a line for each row unit of the units, a column for each element, blank where there is no value.</summary>
    /// <param name="catalogue">The catalogue in force.</param>
    /// <param name="form">The form.</param>
    /// <param name="week">The week.</param>
    /// <param name="asked">The units that owe it.</param>
    /// <param name="value">The value of element and row unit; null where there is none.</param>
    /// <param name="text">The text of a text element and row unit; null where there is none.</param>
    public static IEnumerable<string> Form(
        Catalogue catalogue, Form form, ReportingWeek week, IEnumerable<Unit> asked, Func<string, string, long?> value, Func<string, string, string?> text)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(text);
        var elements = catalogue.ElementsOf(form, week);
        yield return Line(["unit", "week", .. elements.Select(element => element.Code)]);
        foreach (var unit in asked.SelectMany(unit => catalogue.RowUnits(form, unit, week)))
            yield return Line([unit.Code, week.ToString(), .. elements.Select(element => element.IsText ? text(element.Code, unit.Code) : Text(value(element.Code, unit.Code)))]);
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Lower<T>(T? value)
        where T : struct, Enum => value is { } known ? char.ToLowerInvariant(known.ToString()[0]) + known.ToString()[1..] : null;

    private static string Line(params ReadOnlySpan<string?> fields)
    {
        var line = new StringBuilder();
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) line.Append(',');
            var field = fields[i] ?? "";
            if (field.AsSpan().IndexOfAny(",\"\r\n") < 0) line.Append(field);
            else line.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        return line.ToString();
    }
}
