using System.Globalization;
using System.Text;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Charts;
using MetricsDashboard.Web.Components.Pages;

namespace MetricsDashboard.Web.Components.Origins;

/// <summary>What the comparison shows, as a CSV file that a spreadsheet opens.</summary>
internal static class OriginsCsv
{
    public static string Of(WeekRow week, IReadOnlyList<OriginDifference> rows)
    {
        var text = new StringBuilder("\uFEFF统计周,单位,填报项,计量单位,报表报送,办件数据,相差,相差比例,采用\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', new[]
            {
                View.NameOf(week), row.Unit.ShortName, row.Element.Name, row.Element.Measure, Number(row.Sent), Number(row.FromCases), Number(row.Difference),
                OriginText.Share(row).Replace('−', '-').Replace("+", "", StringComparison.Ordinal), row.Counts.Name(),
            }.Select(TrendCsv.Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>The file as a link that the browser saves by itself.</summary>
    public static string Link(WeekRow week, IReadOnlyList<OriginDifference> rows) => "data:text/csv;charset=utf-8," + Uri.EscapeDataString(Of(week, rows));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
