using System.Globalization;
using System.Text;

namespace MetricsDashboard.Web.Components.Charts;

/// <summary>What the chart and its table show, as a CSV file that a spreadsheet opens; made of the same spec, so it cannot differ.</summary>
internal static class TrendCsv
{
    /// <summary>One row a week and unit, with a byte-order mark for spreadsheets.</summary>
    public static string Of(TrendSpec spec)
    {
        var text = new StringBuilder("\uFEFF统计周,单位,").Append(Cell(spec.Title)).Append(",计量单位,分子,分母,目标,说明\r\n");
        foreach (var series in spec.Series)
        {
            for (var i = 0; i < spec.Weeks.Count; i++)
            {
                var point = series.Points[i];
                var parts = point.Parts.Split(" ÷ ");
                var target = ReferenceEquals(series, spec.Series[0]) ? spec.Target?.Values[i] : null;
                text.AppendJoin(',', new[]
                {
                    spec.Weeks[i].Heading, series.Name, Number(point.Value, spec.Decimals), spec.Measure,
                    parts.Length == 2 ? parts[0] : "", parts.Length == 2 ? parts[1] : "", Number(target, spec.Decimals), point.Note,
                }.Select(Cell)).Append("\r\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The file as a link that the browser saves by itself: nothing has to be asked of the server again.</summary>
    public static string Link(TrendSpec spec) => "data:text/csv;charset=utf-8," + Uri.EscapeDataString(Of(spec));

    private static string Number(decimal? value, int decimals) =>
        value?.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) ?? "";

    /// <summary>A field of a CSV file, quoted where it has to be.</summary>
    public static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
