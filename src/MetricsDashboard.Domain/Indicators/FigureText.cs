using System.Globalization;
using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Domain.Indicators;

/// <summary>Displayed values as text (design.md rule 14, domain.md section 5).</summary>
public static class FigureText
{
    /// <summary>What stands where there is no value.</summary>
    public const string None = "—";

    /// <summary>In a table, without unit: 1.00, 99.00, 1344.</summary>
    public static string Table(decimal? value, Indicator indicator) =>
        value is { } shown ? shown.ToString(indicator.IsPercentage ? "F" + indicator.Decimals : "0", CultureInfo.InvariantCulture) : None;

    /// <summary>
    /// In a sentence, with unit: 1.00%, 99%, 1344项, 21.27万家. Counts from 10000 are written in 万 where two decimals say them exactly.
    /// </summary>
    public static string Sentence(decimal value, Indicator indicator) => indicator.IsPercentage
        ? Percent(value, indicator)
        : Count((long)value) + indicator.Unit;

    /// <summary>A percentage in a sentence by the indicator's style: 1.00% or 99%.</summary>
    public static string Percent(decimal value, Indicator indicator) =>
        value.ToString(indicator.TextStyle is TextStyle.Fixed ? "F" + indicator.Decimals : "0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>A count in a sentence, without unit: 11052, 21.27万.</summary>
    public static string Count(long value) => Math.Abs(value) >= 10000 && value % 100 == 0
        ? (value / 10000m).ToString("0.##", CultureInfo.InvariantCulture) + "万"
        : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A difference of percentages: 0.35个百分点, always two decimals, without sign.</summary>
    public static string Points(decimal difference) => PointsAlone(difference) + "个百分点";

    /// <summary>The number of a difference of percentages alone, for 分别提高0.35个、0.40个百分点.</summary>
    public static string PointsAlone(decimal difference) => Math.Abs(difference).ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>A difference of an indicator's values, with unit and without sign: 0.35个百分点, 5件.</summary>
    public static string Difference(decimal difference, Indicator indicator) =>
        indicator.IsPercentage ? Points(difference) : Count((long)Math.Abs(difference)) + indicator.Unit;
}
