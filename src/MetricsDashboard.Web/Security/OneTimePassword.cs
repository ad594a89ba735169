using System.Security.Cryptography;

namespace MetricsDashboard.Web.Security;

/// <summary>A password that is shown once and must be changed at the first sign-in. Without letters and digits that look alike.</summary>
public static class OneTimePassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    /// <summary>Sixteen characters in groups of four, about 70 bits, always with letters and digits.</summary>
    public static string Create()
    {
        string[] groups = [.. Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 3) + RandomNumberGenerator.GetString(Digits, 1))];
        return string.Join('-', groups);
    }
}
