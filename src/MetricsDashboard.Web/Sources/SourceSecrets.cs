using System.Security.Cryptography;
using MetricsDashboard.Domain.Submissions;
using Microsoft.AspNetCore.DataProtection;

namespace MetricsDashboard.Web.Sources;

/// <summary>Passwords and tokens of sources: encrypted before they are stored, and read only where a source is asked.</summary>
public sealed class SourceSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("MetricsDashboard.Sources");

    public string Protect(string secret) => protector.Protect(secret);

    /// <exception cref="StateConflictException">It was encrypted under a key that is gone.</exception>
    public string Unprotect(string secret)
    {
        try
        {
            return protector.Unprotect(secret);
        }
        catch (CryptographicException fault)
        {
            throw new StateConflictException("数据源的密码或令牌无法解密：当时的加密密钥已经丢失。请管理员在数据源里重新填写密码或令牌。", fault);
        }
    }
}
