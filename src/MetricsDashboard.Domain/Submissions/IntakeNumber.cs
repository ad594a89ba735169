using System.Globalization;
using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>
/// What a cell says, read as a count. Full-width digits, thousands separators and surrounding blanks are taken without a word; a
/// percentage never is (design.md rule 1).
/// </summary>
/// <param name="Value">The count; null where it is none.</param>
/// <param name="Code">Code of the issue; null where there is none.</param>
/// <param name="Message">What is wrong and what to do; null where nothing is.</param>
internal readonly record struct IntakeNumber(long? Value, string? Code, string? Message)
{
    /// <summary>Reads a cell that is not blank against the range of its element.</summary>
    public static IntakeNumber Read(RawEntry entry, DataElement element)
    {
        if (entry.Kind is CellKind.Text or CellKind.Number && IsPlain(entry.Text, out var plain) && plain >= element.Minimum && !(plain > element.Maximum))
            return new IntakeNumber(plain, null, null);
        var shown = Quotation.Of(entry.Text);
        if (entry.Kind is CellKind.FormulaWithoutValue)
            return Wrong(IssueCodes.FormulaWithoutValue, $"{shown}是没有计算结果的公式：请用 Excel 或 WPS 打开并保存一次，或直接填写{element.Measure}数");
        var text = IntakeNames.Simplify(entry.Text);
        if (entry.Kind is CellKind.Percentage || text.EndsWith('%') || text.EndsWith('‰') || text.StartsWith("百分之", StringComparison.Ordinal))
            return Wrong(IssueCodes.Percentage, $"{shown}是百分比：只填数量，不填百分比。请改填{element.Measure}数，比率由系统计算");
        if (entry.Kind is CellKind.Other)
            return Wrong(IssueCodes.NotANumber, $"{shown}是日期、真假值或错误值，不是数字：请把单元格改为常规格式，只填以“{element.Measure}”为单位的整数");
        if (Number(text) is not { } number)
            return Wrong(IssueCodes.NotANumber, $"{shown}不是数字：请只填以“{element.Measure}”为单位的整数，不带文字和单位");
        if (number < 0) return Wrong(IssueCodes.Negative, $"{shown}小于0：{Quotation.Of(element.Name)}不会是负数，请核对后改正");
        if (number > long.MaxValue) return Wrong(IssueCodes.OutOfRange, $"{shown}超出了系统能保存的最大数，请核对后改正");
        if (number != decimal.Truncate(number)) return Wrong(IssueCodes.Fraction, $"{shown}不是整数：{element.Measure}数没有小数，请核对后改填整数");
        var value = (long)number;
        return value < element.Minimum || value > element.Maximum
            ? Wrong(IssueCodes.OutOfRange, $"{shown}超出允许范围（{Range(element)}），请核对后改正")
            : new IntakeNumber(value, null, null);
    }

    /// <summary>The number; decimal.MaxValue for one with more digits than decimal holds, null for none.</summary>
    private static decimal? Number(string simple)
    {
        if (IsPlain(simple, out var whole)) return whole;
        var text = simple.Replace('，', ',').Replace('−', '-').Replace('。', '.');
        var sign = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var integer = text[sign..(point < 0 ? text.Length : point)];
        var fraction = point < 0 ? "" : text[(point + 1)..];
        if (integer.Contains(',', StringComparison.Ordinal))
        {
            var groups = integer.Split(',');
            if (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(group => group.Length != 3)) return null;
            integer = string.Concat(groups);
        }

        if (integer.Length == 0 || !integer.All(char.IsAsciiDigit) || !fraction.All(char.IsAsciiDigit) || (point >= 0 && fraction.Length == 0)) return null;
        var negative = sign == 1 && text[0] == '-';
        var plain = $"{integer}.{fraction.TrimEnd('0')}".TrimEnd('.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? negative ? -value : value
            : negative ? decimal.MinValue : decimal.MaxValue;
    }

    private static bool IsPlain(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Range(DataElement element) => element.Maximum is { } maximum
        ? $"{element.Minimum}—{maximum}"
        : $"不小于{element.Minimum}";

    private static IntakeNumber Wrong(string code, string message) => new(null, code, message);
}
