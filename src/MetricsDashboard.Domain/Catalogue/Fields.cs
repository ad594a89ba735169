using System.Globalization;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Catalogue;

/// <summary>Reads typed values of a row and collects its faults instead of stopping at the first.</summary>
internal sealed class Fields(CatalogueRow row)
{
    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;

    public string this[string column] => row[column];

    public void Fault(string message) => faults.Add(message);

    public T Fault<T>(string message)
        where T : struct
    {
        faults.Add(message);
        return default;
    }

    public T Missing<T>(string column)
        where T : struct => Fault<T>($"{column} 列不能为空");

    /// <summary>Columns that have no meaning for a kind of row.</summary>
    public void Blank(string kind, params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (row[column].Length > 0) Fault($"{column} 列应为空：{kind}填报项没有这一项");
        }
    }

    public string? Optional(string column) => row[column] is { Length: > 0 } text ? text : null;

    public string Required(string column)
    {
        if (row[column].Length == 0) Fault($"{column} 列不能为空");
        return row[column];
    }

    public string Code(string column, int length)
    {
        var code = Required(column);
        if (code.Length > length) Fault($"{column} 列“{code}”超过{length}个字符");
        if (code.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))) Fault($"{column} 列“{code}”只能用字母、数字、-、_ 和 .");
        return code;
    }

    public bool YesNo(string column, bool whenBlank) => row[column] switch
    {
        "" => whenBlank,
        "yes" => true,
        "no" => false,
        var other => Fault<bool>($"{column} 列“{other}”应为 yes 或 no"),
    };

    public long? Whole(string column) => row[column] is not { Length: > 0 } text
        ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : Fault<long>($"{column} 列“{text}”不是整数");

    public decimal? Number(string column) => row[column] is not { Length: > 0 } text
        ? null
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : Fault<decimal>($"{column} 列“{text}”不是数字");

    public ReportingWeek? Week(string column) => row[column] is not { Length: > 0 } text
        ? null
        : ReportingWeek.TryParse(text, out var week) ? week : Fault<ReportingWeek>($"{column} 列“{text}”不是统计周，应写作 2020-W39");

    public T Choice<T>(string column)
        where T : struct, Enum => Choose<T>(column, Required(column));

    public IReadOnlyList<T> Choices<T>(string column)
        where T : struct, Enum => [.. Required(column).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text => Choose<T>(column, text))];

    /// <summary>A range such as 0..1, 0.. or blank, which is 0 and above.</summary>
    public (long Minimum, long? Maximum) Range(string column)
    {
        if (row[column] is not { Length: > 0 } text) return (0, null);
        var parts = text.Split("..");
        if (parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var minimum)
            && (parts[1].Length == 0 || long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            long? maximum = parts[1].Length == 0 ? null : long.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture);
            if (maximum is null || minimum <= maximum) return (minimum, maximum);
        }

        Fault($"{column} 列“{text}”应写作 0..1");
        return (0, null);
    }

    /// <summary>Blank is the default; - in the first column is no judgement at all, - in the second no floor.</summary>
    public ChangeThreshold? Change(string percentColumn, string floorColumn)
    {
        var usual = ChangeThreshold.Default;
        if (row[percentColumn] == "-")
        {
            if (row[floorColumn] is not ("" or "-")) Fault($"{percentColumn} 列为 - 时，{floorColumn} 列应为空");
            return null;
        }

        var percent = Number(percentColumn) ?? usual.Percent;
        var floor = row[floorColumn] == "-" ? 0 : Whole(floorColumn) ?? usual.Floor;
        if (percent <= 0) Fault($"{percentColumn} 列“{row[percentColumn]}”应大于0，或写 - 表示不检查");
        if (floor < 0) Fault($"{floorColumn} 列“{row[floorColumn]}”不能小于0");
        return new ChangeThreshold(percent, floor);
    }

    private T Choose<T>(string column, string text)
        where T : struct, Enum
    {
        if (text.Length == 0) return default;
        if (text.All(char.IsAsciiLetter) && Enum.TryParse<T>(text, ignoreCase: true, out var value)) return value;
        return Fault<T>($"{column} 列“{text}”应为 {string.Join("、", Enum.GetNames<T>())} 之一");
    }
}
