using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Domain.Published;

/// <summary>A row of a provincial table as a file says it.</summary>
/// <param name="Where">第3行, or 单元格 A3.</param>
/// <param name="Place">Text of the place.</param>
/// <param name="Value">Text of the value.</param>
/// <param name="Rank">Text of the rank.</param>
public sealed record PlaceEntry(string Where, string Place, string Value, string Rank);

/// <summary>A provincial table as it was sent: texts, nothing judged yet.</summary>
/// <param name="Indicator">Code or name.</param>
/// <param name="PeriodKind">Week, month or date.</param>
/// <param name="Period">Text of the period.</param>
/// <param name="Document">Title and number of the document.</param>
/// <param name="Average">全省平均 as published; blank where the document does not state it.</param>
/// <param name="Rows">The places; a row named 全省, 全省平均 or 平均 is the average.</param>
public sealed record ProvinceTableEntry(string Indicator, string PeriodKind, string Period, string Document, string Average, IReadOnlyList<PlaceEntry> Rows)
{
    private const int MostRows = 200;
    private const int PlaceLength = 32;
    private static readonly string[] AverageNames = ["全省", "全省平均", "平均", "平均值", "全省平均值", "全省均值", "均值"];

    /// <summary>Gives the texts their meaning: the table, or every fault as a sentence that names row, field and value.</summary>
    /// <param name="catalogue">The catalogue in force.</param>
    /// <param name="today">Nothing that begins later can have been published.</param>
    public (ProvinceTable? Table, IReadOnlyList<string> Faults) Read(Catalogue.Catalogue catalogue, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var faults = new List<string>();
        var indicator = PublishedEntry.IndicatorOf(catalogue, Indicator);
        if (indicator is null) faults.Add(Indicator.Trim().Length == 0 ? $"没有选择{PublishedFields.Indicator}。" : $"{PublishedFields.Indicator}{Quotation.Of(Indicator.Trim())}不在指标目录里，请填写目录里的代码或名称。");
        var period = PeriodOf(faults, today);
        if (PublishedRules.Document(Document) is { } missing) faults.Add(missing);
        var places = Rows.Where(row => !IsAverage(row)).ToList();
        var average = AverageOf(faults, indicator);
        var rows = places.ConvertAll(row => RowOf(row, faults, indicator, places.Count));
        Together(catalogue, places, faults);
        return faults.Count == 0 ? (new ProvinceTable(indicator!.Code, period!.Value, Document.Trim(), average, rows), []) : (null, faults);
    }

    private FigurePeriod? PeriodOf(List<string> faults, DateOnly today)
    {
        if (PublishedEntry.KindOf(PeriodKind) is not { } kind)
        {
            faults.Add($"{PublishedFields.PeriodKind}{Quotation.Of(PeriodKind.Trim())}应为周、月或日。");
            return null;
        }

        if (Period.Trim().Length == 0) faults.Add($"没有填写{PublishedFields.Period}。");
        else if (FigurePeriod.TryParse(kind, IntakeNames.Simplify(Period), out var period))
        {
            faults.AddRange(PublishedRules.Periods(period, today).Select(fault => fault.Message));
            return period;
        }
        else faults.Add($"{PublishedFields.Period}{Quotation.Of(Period.Trim())}不是{PublishedRules.Example(kind)}。");
        return null;
    }

    private decimal? AverageOf(List<string> faults, Indicator? indicator)
    {
        var stated = Rows.Where(IsAverage).Select(row => (Prefix: row.Where + "：", row.Value)).ToList();
        if (Average.Trim().Length > 0) stated.Insert(0, ("", Average));
        decimal? found = null;
        foreach (var (prefix, text) in stated)
        {
            var (value, fault) = text.Trim().Length == 0 ? (null, $"{PublishedFields.Average}没有{PublishedFields.Value}，请补上或删去这一行。") : PublishedNumber.Value(text.Trim(), PublishedFields.Average, indicator);
            if (fault is not null) faults.Add(prefix + fault);
            else if (found is not null && found != value) faults.Add($"{prefix}{PublishedFields.Average}{Quotation.Of(text.Trim())}与另一处的“{found}”不一致，请只留一个。");
            found ??= value;
        }

        return found;
    }

    private static PlaceRow RowOf(PlaceEntry row, List<string> faults, Indicator? indicator, int count)
    {
        void Fault(string message) => faults.Add($"{row.Where}：{(row.Place.Trim().Length > 0 ? Quotation.Of(row.Place.Trim()) : "")}{message}");
        if (row.Place.Trim().Length == 0) Fault($"没有填写{PublishedFields.Place}。");
        if (row.Place.Trim().Length > PlaceLength) Fault($"的{PublishedFields.Place}超过{PlaceLength}字，请核对。");
        if (row.Value.Trim().Length == 0 && row.Rank.Trim().Length == 0) Fault($"既没有{PublishedFields.Value}，也没有{PublishedFields.PlaceRank}，请补上或删去这一行。");
        decimal? value = null;
        int? rank = null;
        if (row.Value.Trim().Length > 0)
        {
            (value, var fault) = PublishedNumber.Value(row.Value.Trim(), PublishedFields.Value, indicator);
            if (fault is not null) Fault("的" + fault);
        }

        if (row.Rank.Trim().Length > 0)
        {
            (rank, var fault) = PublishedNumber.Rank(row.Rank.Trim(), PublishedFields.PlaceRank);
            if (fault is not null) Fault("的" + fault);
            else if (rank < 1 || rank > count) Fault($"的{PublishedFields.PlaceRank}“{rank}”应为1—{count}（表中共{count}个地区），请核对。");
        }

        return new PlaceRow(row.Place.Trim(), value, rank);
    }

    private static void Together(Catalogue.Catalogue catalogue, List<PlaceEntry> places, List<string> faults)
    {
        if (places.Count > MostRows) faults.Add($"表中有{places.Count}个地区，一张表最多{MostRows}个，请核对文件。");
        if (places.Count < 2)
        {
            faults.Add($"表中只有{places.Count}个地区，至少要有两个；只有本市的数请录入单个公布值。");
            return;
        }

        foreach (var twice in places.Where(row => row.Place.Trim().Length > 0).GroupBy(row => ProvinceTable.Plain(row.Place)).Where(group => group.Count() > 1))
            faults.Add($"{string.Join("、", twice.Select(row => row.Where))}：{PublishedFields.Place}{Quotation.Of(twice.First().Place.Trim())}出现了{twice.Count()}次，请只留一行。");
        var city = catalogue.City.Name;
        if (!places.Exists(row => ProvinceTable.IsSame(row.Place, city))) faults.Add($"表中没有{Quotation.Of(city)}，无法比较，请核对{PublishedFields.Place}一列。");
    }

    private static bool IsAverage(PlaceEntry row) => AverageNames.Contains(IntakeNames.Simplify(row.Place));
}
