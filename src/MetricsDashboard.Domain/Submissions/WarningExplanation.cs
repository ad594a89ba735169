namespace MetricsDashboard.Domain.Submissions;

/// <summary>What the sender says to a warning (design.md rule 11).</summary>
/// <param name="Code">Code of the warning; see <see cref="IssueCodes"/>.</param>
/// <param name="Unit">Name of the unit that it names; null where it names none.</param>
/// <param name="Element">Name of the element that it names; null where it names none.</param>
/// <param name="Warning">Its sentence, which tells warnings apart that name no element.</param>
/// <param name="Text">The explanation, at most <see cref="Longest"/> characters.</param>
public sealed record WarningExplanation(string Code, string? Unit, string? Element, string Warning, string Text)
{
    /// <summary>An explanation has at most so many characters; a line break is one.</summary>
    public const int Longest = 200;

    /// <summary>The explanation of a warning.</summary>
    public static WarningExplanation Of(IntakeIssue warning, string text)
    {
        ArgumentNullException.ThrowIfNull(warning);
        return new WarningExplanation(warning.Code, warning.Unit, warning.Element, warning.Message, text);
    }

    /// <summary>The warnings that nothing is said to.</summary>
    public static IReadOnlyList<IntakeIssue> Missing(IEnumerable<IntakeIssue> issues, IReadOnlyCollection<WarningExplanation> explanations) =>
        [.. issues.Where(issue => issue.Severity is Severity.Warning && !explanations.Any(explanation => explanation.Explains(issue) && !string.IsNullOrWhiteSpace(explanation.Text)))];

    /// <summary>Is this the explanation of a warning? The same value checked again may give another sentence, because the values before it changed.</summary>
    public bool Explains(IntakeIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return issue.Code == Code && issue.Unit == Unit && issue.Element == Element && (Element is not null || issue.Message == Warning);
    }
}
