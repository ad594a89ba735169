using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Api;

/// <summary>What a query names, checked: every unknown code and every bad week is answered with its own sentence, all at once.</summary>
internal sealed class ApiQuery(Catalogue catalogue)
{
    private readonly List<string> faults = [];

    /// <summary>The refusal; null where everything is known.</summary>
    public IResult? Refusal => faults.Count == 0 ? null : Problems.Invalid(string.Concat(faults));

    public ReportingWeek? Week(string? text, string name = "week")
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (ReportingWeek.TryParse(text, out var week)) return week;
        faults.Add($"参数 {name} 的“{text}”不是统计周，应写作 2020-W39。");
        return null;
    }

    public ReportingWeek RequiredWeek(string? text, string name = "week")
    {
        if (string.IsNullOrWhiteSpace(text)) faults.Add($"缺少参数 {name}。");
        return Week(text, name) ?? default;
    }

    public Unit? Unit(string? code, bool isRequired = false) => Known(code, catalogue.FindUnit, "unit", "单位", isRequired);

    public Indicator? Indicator(string? code, bool isRequired = false) => Known(code, catalogue.FindIndicator, "indicator", "指标", isRequired);

    public DataElement? Element(string? code) => Known(code, catalogue.FindElement, "element", "填报项", isRequired: false);

    public Form? Form(string? code) => Known(code, catalogue.FindForm, "form", "报表", isRequired: false);

    public DateTimeOffset? Moment(string? text, string name)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (IsoTime.TryParse(text, out var moment)) return moment;
        faults.Add($"参数 {name} 的“{text}”不是 ISO 8601 时间。");
        return null;
    }

    private T? Known<T>(string? code, Func<string?, T?> find, string name, string what, bool isRequired)
        where T : class
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            if (isRequired) faults.Add($"缺少参数 {name}。");
            return null;
        }

        if (find(code) is { } found) return found;
        faults.Add($"没有代码为“{code}”的{what}。");
        return null;
    }
}
