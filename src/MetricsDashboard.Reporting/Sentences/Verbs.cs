using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Verbs by direction and by what is good.</summary>
public static class Verbs
{
    /// <summary>下降, 上升, 提高 of percentages; 增加, 减少 of counts.</summary>
    public static string Moves(Indicator indicator, bool rises) => (indicator.IsPercentage, rises) switch
    {
        (true, true) => indicator.Direction is Direction.Higher ? "提高" : "上升",
        (true, false) => "下降",
        (false, true) => "增加",
        (false, false) => "减少",
    };

    /// <summary>降至, 升至: where a value or a place went.</summary>
    public static string GoesTo(bool up) => up ? "升至" : "降至";

    /// <summary>Is the change for the better? Null where the indicator is not judged or the value did not move.</summary>
    public static bool? IsBetter(Change? change, Indicator indicator) => change is null || change.IsFlat
        ? null
        : IsBetter(change.Rises, indicator);

    /// <summary>Is rising (or falling) for the better? Null where the indicator is not judged.</summary>
    public static bool? IsBetter(bool rises, Indicator indicator) =>
        indicator.Direction is Direction.None ? null : rises == indicator.Direction is Direction.Higher;
}
