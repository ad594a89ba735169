using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Domain.Submissions.Checks;

/// <summary>A check of a form whose values have been read.</summary>
/// <param name="Code">Code of its issues.</param>
/// <param name="Severity">Does it refuse the file, want an explanation, or only say something?</param>
/// <param name="Find">What it finds in a form.</param>
internal sealed record GradedCheck(string Code, Severity Severity, Func<FormFigures, IEnumerable<Finding>> Find);

/// <summary>What a check found.</summary>
/// <param name="At">Index of the value at which it is shown.</param>
/// <param name="Message">Which unit and element, what is remarkable, what to do: a sentence in Chinese.</param>
/// <param name="Total">The unit whose total is meant; null where it is the value itself.</param>
internal readonly record struct Finding(int At, string Message, Unit? Total = null);

/// <summary>
/// Every check that goes beyond a single cell (domain.md 1.3): a further one is added here and nowhere else. Of a cell that fell, changed
/// and lies outside its usual range, one warning says it all: the fall before the change, the change before the range. Errors stand first: what they name is corrected, not explained.
/// </summary>
internal static class GradedChecks
{
    public static IReadOnlyList<GradedCheck> All { get; } =
    [
        new(IssueCodes.ExceedsMaximum, Severity.Error, MaximumCheck.Find),
        new(IssueCodes.CumulativeFell, Severity.Warning, FallCheck.Find),
        new(IssueCodes.LargeChange, Severity.Warning, ChangeCheck.Find),
        new(IssueCodes.Outlier, Severity.Warning, OutlierCheck.Find),
        new(IssueCodes.IndicatorChanged, Severity.Warning, IndicatorCheck.Find),
        new(IssueCodes.UnchangedFlow, Severity.Note, UnchangedCheck.Find),
        new(IssueCodes.CasesDiffer, Severity.Note, CasesCheck.Find),
    ];
}
