using MetricsDashboard.Ingestion.Formats.Cases;

namespace MetricsDashboard.Ingestion.Sources.Http;

/// <summary>How pages follow each other.</summary>
internal enum Paging
{
    None,
    Page,
    Cursor,
    Link,
}

/// <summary>The settings of an HTTP source, understood.</summary>
internal sealed class HttpSettings(SourceSettings settings)
{
    public SourceSettings Texts => settings;

    public Uri Url { get; } = new(settings[HttpFields.Url]);

    public CaseFormat Format { get; } = settings[HttpFields.Format] switch { "csv" => CaseFormat.Csv, "jsonl" => CaseFormat.JsonLines, _ => CaseFormat.Json };

    public Paging Paging { get; } = settings[HttpFields.Paging] switch { "page" => Paging.Page, "cursor" => Paging.Cursor, "link" => Paging.Link, _ => Paging.None };

    public string SinceParameter => settings[HttpFields.SinceParameter];

    public string MarkPath => settings[HttpFields.MarkPath];

    public long RunBytes => settings.Number(HttpFields.RunMegabytes) * 1024 * 1024;

    public PageLimits Limits { get; } = new(
        TimeSpan.FromSeconds(settings.Number(HttpFields.PageSeconds)),
        settings.Number(HttpFields.PageMegabytes) * 1024 * 1024,
        settings[HttpFields.Format] == "json");

    public CaseLayout Layout(string prefix, Action<string> mark) => settings.Layout with
    {
        Path = settings[HttpFields.RowsPath],
        Prefix = prefix,
        MarkField = SinceParameter.Length > 0 ? settings[HttpFields.MarkField] : "",
        OnMark = mark,
    };

    /// <summary>The bytes of a fingerprint, with or without separators; null where it is none.</summary>
    public static byte[]? Fingerprint(string text)
    {
        var digits = text.Replace(":", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return digits.Length == 64 && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
    }
}
