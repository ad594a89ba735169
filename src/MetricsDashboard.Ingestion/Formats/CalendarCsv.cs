using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>The holidays and shifted workdays of calendar.csv: date, kind (Holiday or Workday), name.</summary>
public static class CalendarCsv
{
    private const string File = "calendar.csv";
    private static readonly string[] Columns = ["date", "kind", "name"];

    /// <summary>Reads the file; none of it counts where something is wrong. A folder without the file has no holidays.</summary>
    public static (IReadOnlyList<CalendarDay> Days, IReadOnlyList<CatalogueFault> Faults) Load(string directory)
    {
        var faults = new List<CatalogueFault>();
        var days = new Dictionary<DateOnly, CalendarDay>();
        foreach (var row in CatalogueCsv.ReadFile(directory, File, Columns, optional: true, faults).Rows)
        {
            if (faults.Count > 0 && faults.Exists(fault => fault.Line == 1)) break;
            var (date, kind, name) = (row.Fields.GetValueOrDefault("date", "").Trim(), row.Fields.GetValueOrDefault("kind", "").Trim(), row.Fields.GetValueOrDefault("name", "").Trim());
            if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                faults.Add(new CatalogueFault(File, row.Line, $"date“{date}”不是日期，应写作 2020-10-01"));
            else if (!Enum.TryParse<DayKind>(kind, ignoreCase: false, out var known) || !Enum.IsDefined(known))
                faults.Add(new CatalogueFault(File, row.Line, $"kind“{kind}”应为 Holiday 或 Workday"));
            else if (name.Length == 0)
                faults.Add(new CatalogueFault(File, row.Line, "缺少节日名称（name）"));
            else if (!days.TryAdd(day, new CalendarDay(day, known, name)))
                faults.Add(new CatalogueFault(File, row.Line, $"{date} 出现了两次"));
        }

        return faults.Count > 0 ? ([], faults) : ([.. days.Values], []);
    }
}
