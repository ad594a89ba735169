namespace MetricsDashboard.Web.Security;

/// <summary>Where somebody wanted to go before signing in. Only addresses of this very site are followed.</summary>
public static class ReturnUrl
{
    public static string Local(string? address) => IsLocal(address) ? address! : "/";

    private static bool IsLocal(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal)
        && !address.Any(char.IsControl);
}
