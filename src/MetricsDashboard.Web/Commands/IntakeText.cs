using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Web.Components.Uploads;

namespace MetricsDashboard.Web.Commands;

/// <summary>An intake's answer for a person at a terminal: the state, the counts, the forms, every issue.</summary>
internal static class IntakeText
{
    public static string Of(IntakeOutcome outcome) => string.Join(Environment.NewLine, Lines(outcome));

    private static IEnumerable<string> Lines(IntakeOutcome outcome)
    {
        var counts = outcome.Counts;
        // The command line holds nothing: what was only checked was a dry run.
        yield return outcome.Status is IntakeStatus.Checked ? "检查通过，未保存" : outcome.Status.Name();
        yield return $"读取 {counts.Read}，新增 {counts.Created}，修改 {counts.Revised}，未变 {counts.Unchanged}，暂存 {counts.Held}，拒收 {counts.Rejected}";
        foreach (var receipt in outcome.Submissions) yield return $"{receipt.Unit} {receipt.Form} {receipt.Status.Name()} {receipt.Id}";
        foreach (var issue in outcome.Issues)
        {
            string?[] where = [issue.Sheet, issue.Cell, issue.Unit, issue.Element, issue.Value is { } value ? $"“{value}”" : null];
            yield return $"{issue.Severity.Name()} {string.Join(' ', where.Where(part => !string.IsNullOrEmpty(part)))}：{issue.Message}（{issue.Code}）";
        }
    }
}
