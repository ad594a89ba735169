using System.Text;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Tests.Hosting;

/// <summary>A form filled with the same plausible count everywhere, as a long CSV: what a unit would send.</summary>
internal static class Filled
{
    public static string Csv(Catalogue catalogue, Unit asked, ReportingWeek week, long value = 7) => string.Join('\n', Lines(catalogue, asked, week, value).Prepend("unit,week,element,value"));

    public static byte[] Bytes(Catalogue catalogue, Unit asked, ReportingWeek week, long value = 7) => Encoding.UTF8.GetBytes(Csv(catalogue, asked, week, value));

    public static string Json(Catalogue catalogue, Unit asked, ReportingWeek week, long value = 7) => "[" + string.Join(',', Lines(catalogue, asked, week, value)
        .Select(line => line.Split(',')).Select(field => $$"""{"unit":"{{field[0]}}","week":"{{field[1]}}","element":"{{field[2]}}","value":{{field[3]}}}""")) + "]";

    private static IEnumerable<string> Lines(Catalogue catalogue, Unit asked, ReportingWeek week, long value) =>
        from form in catalogue.FormsOf(asked, week)
        where form.SuppliedBy is SuppliedBy.Unit && catalogue.ElementsOf(form, week).All(element => !element.IsText)
        from row in catalogue.RowUnits(form, asked, week)
        from element in catalogue.ElementsOf(form, week)
        select $"{row.Code},{week},{element.Code},{Math.Clamp(value, element.Minimum, element.Maximum ?? long.MaxValue)}";
}
