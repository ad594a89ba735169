using System.Globalization;
using System.Text.RegularExpressions;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Domain.Published;

/// <summary>Numbers of documents as people type or paste them: with 全角 digits, thousands separators, % or the indicator's unit.</summary>
internal static partial class PublishedNumber
{
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>The value, or what is wrong with it.</summary>
    public static (decimal? Value, string? Fault) Value(string text, string field, Indicator? indicator)
    {
        var plain = IntakeNames.Simplify(text).Replace('，', ',').Replace('−', '-');
        if (plain.EndsWith('%') && indicator is { IsPercentage: false })
            return (null, $"{field}{Quotation.Of(text)}是百分比，而{Quotation.Of(indicator.Name)}以{Quotation.Of(indicator.Unit)}为单位：请核对指标和数值。");
        if (indicator is not null && plain.EndsWith(indicator.Unit, StringComparison.Ordinal)) plain = plain[..^indicator.Unit.Length];
        else if (plain.EndsWith('%')) plain = plain[..^1];
        if (!Pattern().IsMatch(plain) || !decimal.TryParse(plain.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return (null, $"{field}{Quotation.Of(text)}不是数字：请只填数字，例如 1.00；文件只写了文字的，请填在{Quotation.Of(PublishedFields.RankText)}。");
        return indicator is not null && Fault(value, field, indicator) is { } fault ? (null, fault) : (value, null);
    }

    /// <summary>A rank from 1, also written 第9位 or 第9名, or what is wrong with it.</summary>
    public static (int? Rank, string? Fault) Rank(string text, string field)
    {
        var plain = IntakeNames.Simplify(text);
        if (plain.StartsWith('第')) plain = plain[1..];
        if (plain.EndsWith('位') || plain.EndsWith('名')) plain = plain[..^1];
        if (plain.EndsWith(".0", StringComparison.Ordinal)) plain = plain[..^2];
        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            ? (rank, null)
            : (null, $"{field}{Quotation.Of(text)}不是名次：请填从1开始的整数；“全省前三位”这样的说法不是名次，请填在{Quotation.Of(PublishedFields.RankText)}。");
    }

    /// <summary>Whether a value can be one of the indicator, at the indicator's decimals; null where it can.</summary>
    public static string? Fault(decimal value, string field, Indicator indicator)
    {
        var shown = value.ToString(CultureInfo.InvariantCulture);
        var decimals = indicator.Decimals;
        if (value != Math.Round(value, decimals))
            return $"{field}“{shown}”的小数超过{decimals}位：{Quotation.Of(indicator.Name)}{(decimals == 0 ? "没有小数" : $"保留{decimals}位小数")}，请核对。";
        if (indicator is { IsPercentage: true, Formula: { IsGrowth: false } } && value is < 0 or > 100)
            return $"{field}“{shown}”超出0—100：{Quotation.Of(indicator.Name)}是百分比，请核对。";
        if (indicator is { IsPercentage: false } && value < 0) return $"{field}“{shown}”小于0：{Quotation.Of(indicator.Name)}不会是负数，请核对。";
        return Math.Abs(value) > Largest ? $"{field}“{shown}”太大，请核对。" : null;
    }

    [GeneratedRegex(@"^[-+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,15})(\.[0-9]{1,9})?$")]
    private static partial Regex Pattern();
}
