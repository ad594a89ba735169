namespace MetricsDashboard.Reporting.Formats;

/// <summary>A report links only into the system it came from: a stored document must not be able to send its reader elsewhere.</summary>
internal static class LocalLink
{
    public static string Checked(string link)
    {
        var local = link.Length > 1 && link[0] == '/' && link[1] is not ('/' or '\\') && !link.Any(char.IsControl);
        return local ? link : throw new ArgumentException($"“{link}” is not an address within the system.", nameof(link));
    }
}
