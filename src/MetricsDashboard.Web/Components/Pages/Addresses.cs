using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>Addresses of the pages: every view is a link.</summary>
internal static class Addresses
{
    public static string Overview(string unit, ReportingWeek week) => $"/?unit={Uri.EscapeDataString(unit)}&week={week}";

    public static string Indicator(string indicator, string unit, ReportingWeek week) =>
        $"/indicators/{Uri.EscapeDataString(indicator)}?unit={Uri.EscapeDataString(unit)}&week={week}";

    /// <summary>The indicators of a theme, of all units.</summary>
    public static string Theme(string letters) => $"/themes/{Uri.EscapeDataString(letters)}";

    /// <summary>单位: everything of one county or department.</summary>
    public static string Unit(string unit, ReportingWeek week) => $"/units?unit={Uri.EscapeDataString(unit)}&week={week}";

    public static string Explain(string indicator, string unit, ReportingWeek week) =>
        $"/explain?indicator={Uri.EscapeDataString(indicator)}&unit={Uri.EscapeDataString(unit)}&week={week}";

    /// <summary>我的任务 of a unit and week.</summary>
    public static string Duties(string unit, ReportingWeek week) => $"/submit?unit={Uri.EscapeDataString(unit)}&week={week}";

    public static string Correct(ReportingWeek week, DutyRow duty) =>
        $"/submit/correct?unit={Uri.EscapeDataString(duty.Unit.Code)}&week={week}&form={Uri.EscapeDataString(duty.Form.Code)}";

    /// <summary>Where a form is typed.</summary>
    public static string Type(DutyRow duty) =>
        $"/submit/type?unit={Uri.EscapeDataString(duty.Unit.Code)}&form={Uri.EscapeDataString(duty.Form.Code)}&week={duty.Week}";

    public static string Corrections(ReportingWeek week) => $"/corrections?week={week}";

    public static string Reporting(ReportingWeek week) => $"/reporting?week={week}";

    /// <summary>One unit's forms of a week.</summary>
    public static string Reporting(ReportingWeek week, string unit) => $"/reporting?week={week}&unit={Uri.EscapeDataString(unit)}";

    public static string ReportingAll(ReportingWeek week) => $"/reporting?week={week}&show=all";

    /// <summary>催报 of a week.</summary>
    public static string Chasing(ReportingWeek week) => $"/reporting/chasing?week={week}";

    public const string Sources = "/sources";

    public const string HeldTerms = "/sources/terms";

    public static string Source(Guid id) => $"/sources/{id}";

    public static string NewSource(string kind) => $"/sources/new?kind={Uri.EscapeDataString(kind)}";

    /// <summary>The words of a source for which rows wait.</summary>
    public static string HeldTermsOf(Guid source) => $"/sources/terms?source={source}";

    public static string RunsOf(Guid source) => $"/runs?source={source}";

    public static string FailedRunsOf(Guid source) => $"/runs?source={source}&state=Failed";

    public static string Run(Guid id) => $"/runs/{id}";

    public static string RejectedRows(Guid run) => $"/runs/{run}/rejected.csv";

    public static string Contacts(string unit) => $"/contacts?unit={Uri.EscapeDataString(unit)}";

    /// <summary>What was corrected of the figures of a published report since.</summary>
    public static string CorrectionsSince(ReportingWeek week) => $"/corrections?since={week}";

    public const string PublishedImport = "/published/import";

    public const string ProvinceTables = "/published/tables";

    /// <summary>The published figures of an indicator.</summary>
    public static string Published(string indicator) => $"/published?indicator={Uri.EscapeDataString(indicator)}";

    /// <summary>A provincial table; of an indicator alone the newest.</summary>
    public static string ProvinceTable(string indicator, FigurePeriod? period = null) =>
        $"{ProvinceTables}?indicator={Uri.EscapeDataString(indicator)}{(period is { } of ? $"&period={of.Text}" : "")}";

    public static string Submission(Guid id) => $"/review/{id}";

    /// <summary>The workbook of all of a unit's forms for a week, filled in as far as it can be.</summary>
    public static string Workbook(string unit, ReportingWeek week) => $"/api/v1/forms/all/workbook?unit={Uri.EscapeDataString(unit)}&week={week}";

    public static string Report(ReportRow report) => $"/reports/{report.Issue}?year={report.Period.Sunday.Year}";

    public static string ReportFile(ReportRow report, string format) => $"/reports/{report.Week}.{format}";

    /// <summary>Where the columns of another system's table are said.</summary>
    public static string CityFile(Guid id) => $"/city/{id}";

    public static string CityMapping(Guid id) => $"/city/mappings/{id}";

    public static string Verification(ReportingWeek week) => $"/verification?week={week}";

    /// <summary>申请更正 of one value.</summary>
    public static string Correct(VerifiedFigure figure) =>
        $"/submit/correct?unit={Uri.EscapeDataString(figure.Asked.Code)}&week={figure.Week}&form={Uri.EscapeDataString(figure.Form.Code)}&row={Uri.EscapeDataString(figure.RowUnit.Code)}&element={Uri.EscapeDataString(figure.Element.Code)}";

    /// <summary>The cases and cards of a unit in a week.</summary>
    public static string RedCards(string unit, ReportingWeek week) => $"/red-cards?unit={Uri.EscapeDataString(unit)}&week={week}";

    public static string Upload(Guid id) => $"/uploads/{id}";
}
