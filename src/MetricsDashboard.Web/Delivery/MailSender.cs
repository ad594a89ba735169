using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MetricsDashboard.Storage.Stores;
using MimeKit;

namespace MetricsDashboard.Web.Delivery;

/// <summary>
/// Sends a mail. Its Message-Id is the delivery's own, the same at every attempt, by which a server or reader knows one that came twice.
/// </summary>
public sealed class MailSender(MailOptions options, DeliveryText texts)
{
    private const int FirstPermanent = 500;

    /// <exception cref="DeliveryFailedException">The server did not take it.</exception>
    public async Task SendAsync(ClaimedDelivery delivery, CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(options.Timeout);
        using var client = new SmtpClient { CheckCertificateRevocation = options.CheckRevocation, Timeout = (int)options.Timeout.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(options.Host, options.EffectivePort, options.SocketOptions, timer.Token);
            if (options.User.Length > 0) await client.AuthenticateAsync(options.User, options.Password, timer.Token);
            using var message = Message(delivery);
            await client.SendAsync(message, timer.Token);
        }
        catch (Exception fault) when (Failure(fault, cancellationToken) is { } failure)
        {
            throw failure;
        }

        await ByeAsync(client, timer.Token);
    }

    internal MimeMessage Message(ClaimedDelivery delivery)
    {
        var from = MailboxAddress.Parse(options.From);
        var link = texts.Link(delivery) is { } address ? $"\n\n办理：{address}" : "";
        var message = new MimeMessage
        {
            MessageId = $"{delivery.Id:N}@{from.Domain}",
            Subject = texts.Subject(delivery),
            Date = delivery.CreatedAt,
            Body = new TextPart("plain") { Text = $"{texts.Text(delivery)}{link}\n\n本邮件由系统自动发出，请勿直接回复。\n" },
        };
        message.From.Add(from);
        message.To.Add(MailboxAddress.Parse(delivery.Recipient!));
        // Holiday replies to a machine help nobody.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>What an exception means; null for what is none of the other side's doing.</summary>
    private static DeliveryFailedException? Failure(Exception fault, CancellationToken stopping) => fault switch
    {
        OperationCanceledException when stopping.IsCancellationRequested => null,
        OperationCanceledException or TimeoutException => new("邮件服务器在规定时间内没有应答。", retry: true, isUnreachable: true, fault),
        AuthenticationException => new("邮件服务器不接受用户名或密码，请管理员核对 Mail:User 和 Mail:Password。", retry: true, isUnreachable: true, fault),
        SslHandshakeException => new("与邮件服务器建立加密连接失败，请管理员核对 Mail:Security 和服务器证书。", retry: true, isUnreachable: true, fault),
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused => Refused(refused, "收件地址"),
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refused => new($"邮件服务器不接受发件地址（{(int)refused.StatusCode}），请管理员核对 Mail:From。", retry: true, isUnreachable: true, refused),
        SmtpCommandException refused => Refused(refused, "这封邮件"),
        ParseException => new("收件地址不是邮件地址，请在联系人中改正。", retry: false, isUnreachable: false, fault),
        NotSupportedException => new("邮件服务器不支持所设置的加密或登录方式，请管理员核对 Mail:Security 和 Mail:User。", retry: true, isUnreachable: true, fault),
        SocketException or IOException or ProtocolException or ServiceNotConnectedException => new("连接不上邮件服务器，或者连接中断。", retry: true, isUnreachable: true, fault),
        _ => null,
    };

    private static DeliveryFailedException Refused(SmtpCommandException refused, string what) =>
        new($"邮件服务器拒收{what}（{(int)refused.StatusCode}）。", retry: (int)refused.StatusCode < FirstPermanent, isUnreachable: false, refused);

    /// <summary>The mail is taken already; whoever fails at the goodbye has nothing to send again.</summary>
    private static async Task ByeAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or SocketException or ProtocolException or CommandException)
        {
            // Closing the connection follows anyway.
        }
    }
}
