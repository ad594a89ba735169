namespace MetricsDashboard.Reporting.Sentences;

/// <summary>A number in a sentence, formatted, with the relative address of its explanation.</summary>
public readonly record struct Number(string Text, string? Link);
