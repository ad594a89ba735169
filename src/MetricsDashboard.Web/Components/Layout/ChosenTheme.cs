namespace MetricsDashboard.Web.Components.Layout;

/// <summary>
/// Light or dark, once somebody has chosen: kept in a cookie that app.js writes, so that the server draws every page in it from the first
/// byte, the static ones too. Where nothing was chosen, the reader's system decides.
/// </summary>
public static class ChosenTheme
{
    public const string Cookie = "metrics.theme";

    /// <summary>Name of the cascading value.</summary>
    public const string Cascade = "chosen-theme";

    public const string Light = "light";

    public const string Dark = "dark";

    public static string? Of(HttpContext context) => context.Request.Cookies[Cookie] switch
    {
        Dark => Dark,
        Light => Light,
        _ => null,
    };
}
