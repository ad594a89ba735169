namespace MetricsDashboard.Web.Commands;

/// <summary>
/// Arguments of the form <c>--Section:Key=value</c> are settings and may stand with any verb; everything else is the verb's own and is
/// checked strictly. A test host hands its settings over the same way, with them the host's three own keys and the bare names of sections.
/// </summary>
/// <param name="Settings">The settings.</param>
/// <param name="Rest">What the verbs read.</param>
public sealed record CommandSettings(string[] Settings, string[] Rest)
{
    private static readonly string[] HostKeys = ["environment", "contentRoot", "applicationName"];

    public static CommandSettings Of(string[] args)
    {
        var settings = args.ToLookup(IsSetting);
        return new CommandSettings([.. settings[true]], [.. settings[false]]);
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal)) return false;
        var end = argument.IndexOf('=', StringComparison.Ordinal);
        if (end < 0) return false;
        var key = argument[2..end];
        return key.Contains(':', StringComparison.Ordinal) || end == argument.Length - 1 || HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase);
    }
}
