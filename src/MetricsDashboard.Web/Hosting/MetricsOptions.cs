using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Hosting;

/// <summary>Settings under <c>Metrics:</c>; environment variables are written <c>METRICS__DATADIRECTORY</c>.</summary>
public sealed class MetricsOptions
{
    public const string Section = "Metrics";

    /// <summary>Where the embedded database lives; below the working folder unless absolute.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>The first week, 2020-W39; blank for the week of the first start.</summary>
    public string? FirstWeek { get; set; }

    /// <summary>The catalogue's files; those beside the program unless set.</summary>
    public string SeedDirectory { get; set; } = Path.Combine(AppContext.BaseDirectory, "seed");

    /// <summary>The demonstration's files; those beside the program unless set.</summary>
    public string DemonstrationDirectory { get; set; } = Path.Combine(AppContext.BaseDirectory, "demonstration");

    /// <summary>Largest file that is taken in, in bytes.</summary>
    public long UploadLimit { get; set; } = 20 * 1024 * 1024;

    /// <summary>Largest file of cases that is taken in, in bytes.</summary>
    public long CaseFileLimit { get; set; } = 512L * 1024 * 1024;

    /// <summary>The address under which people reach the program, for links in mails and chat groups; blank for no links.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>The first week that is set; null for none.</summary>
    public ReportingWeek? ParsedFirstWeek => string.IsNullOrWhiteSpace(FirstWeek)
        ? null
        : ReportingWeek.TryParse(FirstWeek, out var week) ? week : throw new StartRefusedException($"设置 Metrics:FirstWeek 的“{FirstWeek}”不是统计周，应写作 2020-W39。");
}
