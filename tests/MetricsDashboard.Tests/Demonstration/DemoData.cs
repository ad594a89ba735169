using System.Globalization;
using System.Text;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Tests.CatalogueRules;

namespace MetricsDashboard.Tests.Demonstration;

/// <summary>
/// Writes the demonstration's files: townships, synthetic ranks and one long CSV a week. Everything is made up except the last week's
/// totals, which are the notice's. No system elements: close-week writes those.
/// </summary>
public static class DemoData
{
    /// <summary>Path below db/ and text of each file.</summary>
    public static IReadOnlyDictionary<string, string> Files()
    {
        var units = SeedFiles.Table("units.csv");
        var townships = DemoTownships.File(units.Rows.ToDictionary(row => row["code"], row => row["short_name"], StringComparer.Ordinal));
        var catalogue = SeedFiles.Build(SeedFiles.Tables(CsvText.Table("demo-townships.csv", townships)));
        var figures = new DemoFigures();
        DemoItems.Fill(figures);
        DemoCases.Fill(figures);
        DemoTownships.Fill(figures);
        DemoCityFigures.Fill(figures);
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["seed/demo-townships.csv"] = townships,
            ["seed/demo-published-figures.csv"] = PublishedFigures(),
        };
        foreach (var week in DemoParameters.First.To(DemoParameters.Last)) files[$"samples/demo/{week}.csv"] = Week(catalogue, figures, week);
        return files;
    }

    private static string Week(Domain.Catalogue.Catalogue catalogue, DemoFigures figures, ReportingWeek week)
    {
        var text = new StringBuilder("unit,week,element,value\n");
        var index = week.WeeksSince(DemoParameters.First);
        foreach (var form in catalogue.Forms)
        {
            foreach (var asked in catalogue.AskedUnits(form, week))
            {
                if (asked.Code == DemoParameters.MissingCounty && week == DemoParameters.MissingWeek) continue;
                foreach (var row in catalogue.RowUnits(form, asked, week))
                {
                    foreach (var element in catalogue.ElementsOf(form, week))
                    {
                        var value = element.IsText
                            ? DemoProgress.Text(element, row.Code, week, figures)
                            : figures[element.Code, row.Code][index].ToString(CultureInfo.InvariantCulture);
                        text.Append(CultureInfo.InvariantCulture, $"{row.Code},{week},{element.Code},{value}\n");
                    }
                }
            }
        }

        return text.ToString();
    }

    private static string PublishedFigures()
    {
        var text = new StringBuilder("indicator,unit,period_kind,period,value,bound,province_rank,rank_text,baseline,label,document\n");
        for (var i = 0; i < DemoParameters.ProvinceRanks.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"red-card-rate,{DemoParameters.City},week,{DemoParameters.First.AddWeeks(i)},,,{DemoParameters.ProvinceRanks[i]},,,,演示数据\n");
        }

        return text.ToString();
    }
}
