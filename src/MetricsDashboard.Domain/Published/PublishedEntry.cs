using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Published;

/// <summary>A published figure as somebody typed it, or as a row of a file says it: texts, nothing judged yet.</summary>
/// <param name="Where">第3行; empty for the form of a page.</param>
public sealed record PublishedEntry(string Where)
{
    /// <summary>Code or name.</summary>
    public string Indicator { get; init; } = "";

    /// <summary>Code or name.</summary>
    public string Unit { get; init; } = "";

    /// <summary>week, month, date, or 周, 月, 日.</summary>
    public string PeriodKind { get; init; } = "";

    /// <summary>2020-W39, 2020-06 or 2020-06-30.</summary>
    public string Period { get; init; } = "";

    /// <summary>Value; blank where only a rank or words were published.</summary>
    public string Value { get; init; } = "";

    /// <summary>=, &gt;= or &lt;=, or in words; blank is =.</summary>
    public string Bound { get; init; } = "";

    /// <summary>Rank in the province.</summary>
    public string Rank { get; init; } = "";

    /// <summary>Words such as 全省前三位.</summary>
    public string RankText { get; init; } = "";

    /// <summary>yes or no, 是 or 否; blank is no.</summary>
    public string Baseline { get; init; } = "";

    /// <summary>Name of the baseline.</summary>
    public string Label { get; init; } = "";

    /// <summary>Title and number of the document.</summary>
    public string Document { get; init; } = "";

    /// <summary>The week in which the document came in; blank where that is not known.</summary>
    public string Received { get; init; } = "";

    /// <summary>The texts of a figure, for correcting it.</summary>
    public static PublishedEntry Of(PublishedFigure figure, string where = "")
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new PublishedEntry(where)
        {
            Indicator = figure.Indicator,
            Unit = figure.Unit,
            PeriodKind = figure.PeriodKind.ToString(),
            Period = figure.Period,
            Value = figure.Value is { } value ? value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) : "",
            Bound = figure.Bound switch { Catalogue.Bound.AtLeast => ">=", Catalogue.Bound.AtMost => "<=", _ => "=" },
            Rank = figure.ProvinceRank?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
            RankText = figure.RankText ?? "",
            Baseline = figure.IsBaseline ? "yes" : "no",
            Label = figure.Label ?? "",
            Document = figure.Document ?? "",
            Received = figure.Received?.ToString() ?? "",
        };
    }

    /// <summary>Gives the texts their meaning: the figure, or every fault as a sentence that names field and value.</summary>
    /// <param name="catalogue">The catalogue in force.</param>
    /// <param name="today">Nothing that begins later can have been published.</param>
    public (PublishedFigure? Figure, IReadOnlyList<string> Faults) Read(Catalogue.Catalogue catalogue, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var faults = new Faulty(Where);
        var indicator = IndicatorOf(catalogue, Indicator);
        var unit = new IntakeNames(catalogue).Unit(Unit) ?? catalogue.FindUnit(Unit.Trim());
        if (Indicator.Trim().Length == 0) faults.Add(PublishedFields.Indicator, $"没有填写{PublishedFields.Indicator}。");
        if (Unit.Trim().Length == 0) faults.Add(PublishedFields.Unit, $"没有填写{PublishedFields.Unit}。");
        var period = PeriodOf(faults);
        var value = Amount(faults, indicator);
        var rank = Number(faults);
        var figure = new PublishedFigure(
            indicator?.Code ?? Indicator.Trim(), unit?.Code ?? Unit.Trim(), period?.Kind ?? Catalogue.PeriodKind.Week, period?.Text ?? "", value,
            BoundOf(faults), rank, Blank(RankText), YesNo(faults), Blank(Label), Blank(Document), Week(faults));
        faults.Judge(catalogue, figure, today);
        return (faults.Sentences.Count == 0 ? figure : null, faults.Sentences);
    }

    /// <summary>The indicator with a code or name; null where there is none, or more than one of that name.</summary>
    internal static Indicator? IndicatorOf(Catalogue.Catalogue catalogue, string text)
    {
        var key = IntakeNames.Simplify(text);
        if (catalogue.FindIndicator(key) is { } coded) return coded;
        var named = catalogue.Indicators.Where(indicator => IntakeNames.Simplify(indicator.Name) == key).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>The kind that a text names; null where it names none.</summary>
    internal static PeriodKind? KindOf(string text) => IntakeNames.Simplify(text).ToUpperInvariant() switch
    {
        "WEEK" or "周" or "统计周" => Catalogue.PeriodKind.Week,
        "MONTH" or "月" or "月份" => Catalogue.PeriodKind.Month,
        "DATE" or "日" or "日期" => Catalogue.PeriodKind.Date,
        _ => null,
    };

    private FigurePeriod? PeriodOf(Faulty faults)
    {
        if (KindOf(PeriodKind) is not { } kind)
        {
            faults.Add(PublishedFields.Period, $"{PublishedFields.PeriodKind}{Quotation.Of(PeriodKind.Trim())}应为周、月或日（week、month、date）。");
            return null;
        }

        if (FigurePeriod.TryParse(kind, IntakeNames.Simplify(Period), out var period)) return period;
        faults.Add(PublishedFields.Period, Period.Trim().Length == 0 ? $"没有填写{PublishedFields.Period}。" : $"{PublishedFields.Period}{Quotation.Of(Period.Trim())}不是{PublishedRules.Example(kind)}。");
        return null;
    }

    private decimal? Amount(Faulty faults, Indicator? indicator)
    {
        if (Value.Trim().Length == 0) return null;
        var (value, fault) = PublishedNumber.Value(Value.Trim(), PublishedFields.Value, indicator);
        if (fault is not null) faults.Add(PublishedFields.Value, fault);
        return value;
    }

    private int? Number(Faulty faults)
    {
        if (Rank.Trim().Length == 0) return null;
        var (rank, fault) = PublishedNumber.Rank(Rank.Trim(), PublishedFields.Rank);
        if (fault is not null)
        {
            // Something was meant there, so nothing is missing for want of it.
            faults.Add(PublishedFields.Rank, fault);
            if (Value.Trim().Length == 0) faults.IsTold(PublishedFields.Value);
        }

        return rank;
    }

    private ReportingWeek? Week(Faulty faults)
    {
        if (Received.Trim().Length == 0) return null;
        if (FigurePeriod.TryParse(Catalogue.PeriodKind.Week, IntakeNames.Simplify(Received), out var period)) return ReportingWeek.Parse(period.Text);
        faults.Add(PublishedFields.Received, $"{PublishedFields.Received}{Quotation.Of(Received.Trim())}不是{PublishedRules.Example(Catalogue.PeriodKind.Week)}。");
        return null;
    }

    private Bound BoundOf(Faulty faults)
    {
        switch (IntakeNames.Simplify(Bound))
        {
            case "" or "=" or "等于":
                return Catalogue.Bound.Exact;
            case ">=" or "≥" or "以上":
                return Catalogue.Bound.AtLeast;
            case "<=" or "≤" or "以内":
                return Catalogue.Bound.AtMost;
            default:
                faults.Add(PublishedFields.Bound, $"{PublishedFields.Bound}{Quotation.Of(Bound.Trim())}应为等于、以上或以内（=、>=、<=）。");
                return Catalogue.Bound.Exact;
        }
    }

    private bool YesNo(Faulty faults)
    {
        switch (IntakeNames.Simplify(Baseline).ToUpperInvariant())
        {
            case "" or "NO" or "否":
                return false;
            case "YES" or "是":
                return true;
            default:
                faults.Add(PublishedFields.Label, $"{PublishedFields.Baseline}{Quotation.Of(Baseline.Trim())}应为是或否（yes、no）。");
                return false;
        }
    }

    private static string? Blank(string text) => text.Trim() is { Length: > 0 } given ? given : null;

    /// <summary>The faults of one entry, and the fields that are named already.</summary>
    private sealed class Faulty(string where)
    {
        private readonly HashSet<string> told = [];

        public List<string> Sentences { get; } = [];

        public void IsTold(string field) => told.Add(field);

        public void Add(string field, string fault)
        {
            told.Add(field);
            Sentences.Add(where.Length == 0 ? fault : $"{where}：{fault}");
        }

        public void Judge(Catalogue.Catalogue catalogue, PublishedFigure figure, DateOnly today)
        {
            foreach (var fault in PublishedRules.Faults(catalogue, figure, today, told)) Add("", fault);
        }
    }
}
