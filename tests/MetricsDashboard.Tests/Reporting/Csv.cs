using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Tests.CatalogueRules;

namespace MetricsDashboard.Tests.Reporting;

/// <summary>A catalogue file that a test writes itself.</summary>
public static class Csv
{
    public static CatalogueTable Of(string file, string heading, IEnumerable<string> rows) => CsvText.Table(file, string.Join('\n', rows.Prepend(heading)));
}
