namespace MetricsDashboard.Reporting.Formats;

/// <summary>A report links only into the system it came from: a stored document must not be able to send its reader elsewhere.</summary>
internal static class LocalLink
{
    /// <summary>The address as it stands in a file: absolute where the site is known, else as it is.</summary>
    public static string From(string link, Uri? site) => site is null ? Checked(link) : Absolute(link, site).AbsoluteUri;

    public static Uri Absolute(string link, Uri site) => new(site, Checked(link));

    private static string Checked(string link)
    {
        var local = link.Length > 0 && link[0] == '/' && (link.Length == 1 || link[1] is not ('/' or '\\')) && !link.Any(char.IsControl);
        return local ? link : throw new ArgumentException($"“{link}” is not an address within the system.", nameof(link));
    }
}
