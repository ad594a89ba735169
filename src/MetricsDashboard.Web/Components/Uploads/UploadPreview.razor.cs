using System.Globalization;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Flow;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Uploads;

/// <summary>What would be sent, beside what was last sent, with a place for each explanation that is asked for; works without script.</summary>
public sealed partial class UploadPreview : ComponentBase
{
    /// <summary>Of fewer than so many a percentage says nothing: from 1 to 2 is no doubling worth a word.</summary>
    private const long SmallestBase = 20;

    private const int MostWhole = 12;

    [Parameter, EditorRequired]
    public required UploadView View { get; set; }

    [Parameter, EditorRequired]
    public required PreviewedUpload Upload { get; set; }

    /// <summary>A form with rows shows first what is new; of the other forms every value is shown, unless they are many.</summary>
    private (IReadOnlyList<PreviewedValue> Changed, IReadOnlyList<PreviewedValue> Same) Split(PreviewedForm form)
    {
        if (form.Form.Rows is null && Upload.Forms.Count <= MostWhole) return (form.Values, []);
        var parts = form.Values.ToLookup(value => value.IsSame && value.Issues.Count == 0);
        return ([.. parts[false]], [.. parts[true]]);
    }

    private bool IsAsked(PreviewedValue value) => value.Issues.Any(i => View.Outcome!.Issues[i].WantsExplanation());

    private string? Said(IntakeIssue issue) => View.Explanations.FirstOrDefault(explanation => explanation.Explains(issue))?.Text;

    private static ReportingWeek? CommonWeek(PreviewedForm form) =>
        form.Values.Select(value => value.Last?.Week).OfType<ReportingWeek>().Distinct().ToList() is [var only] ? only : null;

    private string Since(PreviewedForm form) => CommonWeek(form) is { } week
        ? $"“上次”是{WeekText.Period(Upload.PeriodOf(week))}的数。"
        : form.Values.All(value => value.Last is null) ? "以前没有报送过。" : "“上次”后面是那个数的统计周期。";

    private string Last(PreviewedForm form, PreviewedValue value) => value.Last is not { } last
        ? FigureText.None
        : CommonWeek(form) is null ? $"{Number(last.Value)}（{WeekText.Period(Upload.PeriodOf(last.Week))}）" : Number(last.Value);

    private static string Now(PreviewedValue value) => value.Value is { } now ? Number(now) : value.Text.Length > 0 ? value.Text : "未填";

    private static string Change(PreviewedValue value)
    {
        if (value.Value is not { } now) return FigureText.None;
        if (value.Last is not { Value: var last }) return "首次填报";
        if (now == last) return "与上次一致";
        var sign = now > last ? "+" : "−";
        var amount = Math.Abs(now - last);
        var percent = last >= SmallestBase ? $"（{sign}{new Ratio(amount, last).Percent(1)!.Value.ToString("0.0", CultureInfo.InvariantCulture)}%）" : "";
        return sign + Number(amount) + percent;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
