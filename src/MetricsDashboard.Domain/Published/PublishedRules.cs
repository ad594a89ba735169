using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Domain.Published;

/// <summary>What a published figure must be before it is kept (design.md rule 1). Words such as 全省前三位 are words and never rank 3.</summary>
public static class PublishedRules
{
    /// <summary>Places that are ranked in the province: 17 cities and 济源示范区 (domain.md, fact 5).</summary>
    public const int Places = 18;

    /// <summary>Most characters of a document's name with its number.</summary>
    public const int DocumentLength = 300;

    /// <summary>Most characters of words of a rank.</summary>
    public const int RankTextLength = 100;

    /// <summary>Most characters of the name of a baseline.</summary>
    public const int LabelLength = 32;

    // Counties are ranked among all counties of the province, whose number changes.
    private const int LowestRank = 999;

    /// <summary>Everything that is wrong with a figure: sentences that name the field and the value.</summary>
    /// <param name="catalogue">The catalogue in force.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="today">Nothing that begins later can have been published.</param>
    public static IReadOnlyList<string> Faults(Catalogue.Catalogue catalogue, PublishedFigure figure, DateOnly today) => Faults(catalogue, figure, today, []);

    /// <summary>The same, but for fields that could not be read and are named already.</summary>
    internal static IReadOnlyList<string> Faults(Catalogue.Catalogue catalogue, PublishedFigure figure, DateOnly today, IReadOnlyCollection<string> told)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(figure);
        return
        [
            .. Codes(catalogue, figure).Concat(Periods(FigurePeriod.Of(figure), today)).Concat(Amounts(catalogue, figure)).Concat(Words(figure))
                .Where(fault => !told.Contains(fault.Field)).Select(fault => fault.Message),
        ];
    }

    /// <summary>What is wrong with a period.</summary>
    internal static IEnumerable<(string Field, string Message)> Periods(FigurePeriod period, DateOnly today)
    {
        const string field = PublishedFields.Period;
        if (!FigurePeriod.TryParse(period.Kind, period.Text, out var read) || read != period)
            yield return (field, $"{field}{Quotation.Of(period.Text)}不是{Example(period.Kind)}。");
        else if (period.First > today)
            yield return (field, $"{field}{Quotation.Of(period.FullName)}还没有到，不会已经公布，请核对。");
    }

    /// <summary>统计周，应写作该周的任意一天（例如 2020-09-21）.</summary>
    internal static string Example(PeriodKind kind) => kind switch
    {
        PeriodKind.Week => "统计周，应写作该周的任意一天（例如 2020-09-21）",
        PeriodKind.Month => "年月，应写作 2020-06",
        _ => "日期，应写作 2020-06-30",
    };

    /// <summary>What is wrong with the name of a document; null for nothing.</summary>
    public static string? Document(string? document) => string.IsNullOrWhiteSpace(document)
        ? $"没有填写{PublishedFields.Document}：请填写文件名称和文号，没有出处的数不能作公布值。"
        : document.Trim().Length > DocumentLength ? $"{PublishedFields.Document}超过{DocumentLength}字，请只写文件名称和文号。" : null;

    private static IEnumerable<(string Field, string Message)> Codes(Catalogue.Catalogue catalogue, PublishedFigure figure)
    {
        if (catalogue.FindIndicator(figure.Indicator) is null)
            yield return (PublishedFields.Indicator, $"{PublishedFields.Indicator}{Quotation.Of(figure.Indicator)}不在指标目录里，请填写目录里的代码或名称。");
        if (catalogue.FindUnit(figure.Unit) is null)
            yield return (PublishedFields.Unit, $"{PublishedFields.Unit}{Quotation.Of(figure.Unit)}不在单位目录里，请填写目录里的代码或名称。");
    }

    private static IEnumerable<(string Field, string Message)> Amounts(Catalogue.Catalogue catalogue, PublishedFigure figure)
    {
        const string value = PublishedFields.Value, rank = PublishedFields.Rank;
        if (figure.Value is null && figure.ProvinceRank is null && figure.RankText is null)
            yield return (value, $"{value}、{rank}、{PublishedFields.RankText}都没有填写，至少填一项。");
        if (figure.Value is { } given && catalogue.FindIndicator(figure.Indicator) is { } indicator && PublishedNumber.Fault(given, value, indicator) is { } fault)
            yield return (value, fault);
        if (figure.Bound is not Bound.Exact && figure.Value is null)
            yield return (value, $"{PublishedFields.Bound}选了“{(figure.Bound is Bound.AtLeast ? "以上" : "以内")}”，但没有填写{value}：请填写数值，或把范围改为等于。");
        if (figure.ProvinceRank is not { } place) yield break;
        var lowest = catalogue.FindUnit(figure.Unit) is { Kind: UnitKind.City or UnitKind.Municipal } ? Places : LowestRank;
        if (place < 1 || place > lowest) yield return (rank, $"{rank}“{place}”应为1—{lowest}的整数，请核对。");
    }

    private static IEnumerable<(string Field, string Message)> Words(PublishedFigure figure)
    {
        const string label = PublishedFields.Label, words = PublishedFields.RankText;
        if (figure.RankText is { } text)
        {
            if (PublishedNumber.Rank(text, words).Rank is not null) yield return (words, $"{words}{Quotation.Of(text)}是确定的名次，请改填在{PublishedFields.Rank}。");
            if (text.Length > RankTextLength) yield return (words, $"{words}{Quotation.Of(text)}超过{RankTextLength}字，请缩短。");
            if (figure.ProvinceRank is { } rank) yield return (words, $"{PublishedFields.Rank}“{rank}”和{words}{Quotation.Of(text)}只能填一项。");
        }

        if (figure.IsBaseline && figure.Label is null) yield return (label, $"{PublishedFields.Baseline}没有名称：请填写{label}，例如“6月”。");
        if (!figure.IsBaseline && figure.Label is { } name) yield return (label, $"{label}{Quotation.Of(name)}只用于基期：请选为基期，或者删去名称。");
        if (figure.Label is { Length: > LabelLength } longer) yield return (label, $"{label}{Quotation.Of(longer)}超过{LabelLength}字，请缩短。");
        if (figure.Document is not null && Document(figure.Document) is { } fault) yield return (PublishedFields.Document, fault);
        if (figure.Received is { } received && FigurePeriod.TryParse(figure.PeriodKind, figure.Period, out var period) && received.Sunday < period.First)
            yield return (PublishedFields.Received, $"{PublishedFields.Received}“{WeekName(received)}”早于{PublishedFields.Period}{Quotation.Of(period.FullName)}，请核对。");
    }

    private static string WeekName(Weeks.ReportingWeek week) => Weeks.WeekText.FullPeriod(week);
}
