using MailKit.Security;
using MimeKit;

namespace MetricsDashboard.Web.Delivery;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Not at all: for a server in the same house.</summary>
    None,

    /// <summary>Encrypted after the greeting; usual on port 587.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte; usual on port 465.</summary>
    Tls,
}

/// <summary>Settings under <c>Mail:</c>; without a host no mail is sent.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    public string Host { get; set; } = "";

    /// <summary>The usual port of <see cref="Security"/> unless set.</summary>
    public int? Port { get; set; }

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Blank for a server that asks for none.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The sender's address, with a name or without: 周报系统 &lt;zhuanban@example.gov.cn&gt;.</summary>
    public string From { get; set; } = "";

    /// <summary>Is the server's certificate looked up in the lists of withdrawn ones? A house without a way to them says no.</summary>
    public bool CheckRevocation { get; set; } = true;

    /// <summary>How long a mail may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    public bool IsSet => Host.Length > 0;

    internal int EffectivePort => Port ?? Security switch { MailSecurity.None => 25, MailSecurity.Tls => 465, _ => 587 };

    internal SecureSocketOptions SocketOptions => Security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>What is wrong with the settings, a sentence each. The password is never part of one.</summary>
    public IEnumerable<string> Faults()
    {
        if (!IsSet)
        {
            if (User.Length > 0 || Password.Length > 0 || From.Length > 0) yield return "设置 Mail:Host 没有填写，其他 Mail 设置不起作用；不发邮件的请全部去掉。";
            yield break;
        }

        if (EffectivePort is < 1 or > 65535) yield return $"设置 Mail:Port 的“{Port}”不是端口号，应为1至65535。";
        if (!MailboxAddress.TryParse(From, out var from) || !from.Address.Contains('@', StringComparison.Ordinal)) yield return $"设置 Mail:From 的“{From}”不是邮件地址。";
        if (User.Length > 0 != Password.Length > 0) yield return "设置 Mail:User 和 Mail:Password 应同时填写，或者都不填。";
        if (Timeout < TimeSpan.FromMilliseconds(100) || Timeout > TimeSpan.FromMinutes(1)) yield return $"设置 Mail:Timeout 的“{Timeout}”应在0.1秒至1分钟之间。";
    }
}
