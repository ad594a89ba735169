namespace MetricsDashboard.Domain.Submissions;

/// <summary>变动较大: which changes a reviewer's eye is led to (domain.md 1.3). It decides nothing else.</summary>
public static class RemarkableChange
{
    /// <summary>A change up to this share of the earlier value is ordinary.</summary>
    public const int Percent = 20;

    /// <summary>A change up to this many, in the element's own measure, is ordinary whatever its share.</summary>
    public const int Floor = 5;

    /// <summary>Did a value change by more than 20 % and by more than 5? From 0 every change by more than 5 counts.</summary>
    /// <param name="value">The value reported.</param>
    /// <param name="before">The newest earlier value.</param>
    public static bool Is(long value, long before)
    {
        var change = Math.Abs((decimal)value - before);
        return change > Floor && change * 100 > Math.Abs((decimal)before) * Percent;
    }
}
