namespace MetricsDashboard.Reporting;

/// <summary>Numerals in words, as headings and first places are written: 一, 十, 十二.</summary>
public static class ChineseNumerals
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>A number from 0 to 99.</summary>
    public static string Text(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 99);
        if (number < 10) return Digits[number].ToString();
        var tens = number / 10 == 1 ? "十" : $"{Digits[number / 10]}十";
        return number % 10 == 0 ? tens : tens + Digits[number % 10];
    }

    /// <summary>The numeral before a measure word: 两周, 三周.</summary>
    public static string Counting(int number) => number == 2 ? "两" : Text(number);
}
