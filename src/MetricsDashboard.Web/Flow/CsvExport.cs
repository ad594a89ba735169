using System.Globalization;
using System.Text.Json;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Flow;

/// <summary>Rows of exports. Codes, numbers and times only, so that nothing needs quoting and a script reads them with a comma.</summary>
public static class CsvExport
{
    public const string SnapshotHeading = "week,unit,indicator,numerator,denominator,value,reported,carried,expected,rank,light";
    public const string ObservationHeading = "week,unit,element,value,origin,revision,recorded_at";
    public const string FormHeading = "unit,week,element,value";

    public static string Row(Snapshot row, Indicator indicator) => Join(
        row.Week.ToString(), row.Unit, row.Indicator, Text(row.Numerator), Text(row.Denominator), row.Value is null ? "" : FigureText.Table(row.Value, indicator),
        Text(row.Coverage.Reported), Text(row.Coverage.Carried), Text(row.Coverage.Expected), Text(row.Rank), Name(row.Light));

    public static string Row(Observation row) => Join(
        row.Week.ToString(), row.Unit, row.Element, Text(row.Value), Name(row.Origin), Text(row.Revision),
        BusinessClock.Local(row.RecordedAt).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));

    public static string FormRow(string unit, string week, string element, long value) => Join(unit, week, element, Text(value));

    private static string Join(params ReadOnlySpan<string> fields) => string.Join(',', fields);

    private static string Text(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Name(Origin origin) => JsonNamingPolicy.CamelCase.ConvertName(origin.ToString());

    private static string Name(Light? light) => light is { } shown ? JsonNamingPolicy.CamelCase.ConvertName(shown.ToString()) : "";
}
