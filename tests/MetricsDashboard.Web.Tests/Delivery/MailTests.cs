using MetricsDashboard.Domain.Submissions;
using MimeKit;

namespace MetricsDashboard.Web.Tests.Delivery;

public sealed class MailTests
{
    private const string Password = "geheim-passwort";

    [Fact]
    public async Task Deliver_Reminder_ArrivesOnceAndReads()
    {
        await using var server = new SmtpServer { Login = ("zhuanban", Password) };
        await using var outbox = await Outbox.CreateAsync([.. To(server), ("Mail:User", "zhuanban"), ("Mail:Password", Password), ("Metrics:PublicUrl", "https://zhuanban.example.cn/")]);

        for (var i = 0; i < 3; i++)
        {
            await outbox.RemindAsync();
            await outbox.DeliverAsync(TimeSpan.FromMinutes(1));
        }

        var mail = await ReadAsync(Assert.Single(server.Mails));
        var row = await outbox.RowAsync();
        Assert.Equal((DeliveryState.Sent, 1, null), (row.State, row.Attempts, row.LastError));
        Assert.Equal(("甲县逾期未报送（7月6日—7月12日）", "zhang@example.cn", $"{row.Id:N}@example.cn"), (mail.Subject, mail.To.ToString(), mail.MessageId));
        Assert.StartsWith("甲县还有《基本情况表》没有报送，报送期限（7月13日10:00）已过，请尽快报送。", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://zhuanban.example.cn/submit?unit=C1", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, outbox.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("zhang@example.cn", outbox.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_WrongPassword_SaysSoAndArrivesOnceItIsMended()
    {
        await using var server = new SmtpServer { Login = ("zhuanban", Password) };
        await using var outbox = await Outbox.CreateAsync([.. To(server), ("Mail:User", "zhuanban"), ("Mail:Password", "falsches-passwort")]);

        await outbox.DeliverAsync();

        var row = await outbox.RowAsync();
        Assert.Equal((DeliveryState.Queued, "邮件服务器不接受用户名或密码，请管理员核对 Mail:User 和 Mail:Password。"), (row.State, row.LastError));
        Assert.DoesNotContain("falsches-passwort", outbox.Log, StringComparison.Ordinal);
        outbox.Service<Web.Delivery.MailOptions>().Password = Password;
        await outbox.DeliverAsync(TimeSpan.FromSeconds(59));
        Assert.Empty(server.Mails);
        await outbox.DeliverAsync(TimeSpan.FromSeconds(1));
        Assert.Single(server.Mails);
        Assert.Equal((DeliveryState.Sent, null), ((await outbox.RowAsync()).State, (await outbox.RowAsync()).LastError));
    }

    [Fact]
    public async Task Deliver_RefusedConnection_IsTriedAgainUntilItIsGivenUp()
    {
        int port;
        await using (var gone = new SmtpServer()) port = gone.Port;
        await using var outbox = await Outbox.CreateAsync(To(port));

        for (var i = 0; i < Delivering.MaximumAttempts + 2; i++) await outbox.DeliverAsync(TimeSpan.FromHours(2));

        var row = await outbox.RowAsync();
        Assert.Equal((DeliveryState.Failed, Delivering.MaximumAttempts, "连接不上邮件服务器，或者连接中断。"), (row.State, row.Attempts, row.LastError));
    }

    [Fact]
    public async Task Deliver_SilentServer_IsGivenUpInTimeAndTriedAgain()
    {
        await using var server = new SmtpServer { IsSilent = true };
        await using var outbox = await Outbox.CreateAsync([.. To(server), ("Mail:Timeout", "00:00:00.3")]);

        await outbox.DeliverAsync();
        Assert.Equal((DeliveryState.Queued, "邮件服务器在规定时间内没有应答。"), ((await outbox.RowAsync()).State, (await outbox.RowAsync()).LastError));

        server.IsSilent = false;
        await outbox.DeliverAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(DeliveryState.Sent, (await outbox.RowAsync()).State);
    }

    [Theory]
    [InlineData("550 unknown", DeliveryState.Failed, "邮件服务器拒收收件地址（550）。")]
    [InlineData("451 try later", DeliveryState.Queued, "邮件服务器拒收收件地址（451）。")]
    public async Task Deliver_RefusedRecipient_IsTriedAgainOnlyWhereThatMayHelp(string answer, DeliveryState expected, string error)
    {
        await using var server = new SmtpServer { Recipient = answer };
        await using var outbox = await Outbox.CreateAsync(To(server));

        await outbox.DeliverAsync();

        var row = await outbox.RowAsync();
        Assert.Equal((expected, error), (row.State, row.LastError));
        Assert.Empty(server.Mails);
    }

    /// <summary>What the server took is sent, even if the goodbye fails.</summary>
    [Fact]
    public async Task Deliver_ServerThatHangsUp_HasSentAllTheSame()
    {
        await using var server = new SmtpServer { HangsUp = true };
        await using var outbox = await Outbox.CreateAsync(To(server));

        await outbox.DeliverAsync();
        await outbox.DeliverAsync(TimeSpan.FromHours(1));

        Assert.Single(server.Mails);
        Assert.Equal(DeliveryState.Sent, (await outbox.RowAsync()).State);
    }

    [Fact]
    public async Task Deliver_WithoutEncryptionThatWasAskedFor_SendsNothing()
    {
        await using var server = new SmtpServer();
        await using var outbox = await Outbox.CreateAsync([.. To(server).Where(setting => setting.Key != "Mail:Security")]);

        await outbox.DeliverAsync();

        Assert.Empty(server.Mails);
        Assert.Contains("Mail:Security", (await outbox.RowAsync()).LastError, StringComparison.Ordinal);
    }

    private static (string Key, string? Value)[] To(SmtpServer server) => To(server.Port);

    private static (string Key, string? Value)[] To(int port) =>
        [("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{port}"), ("Mail:Security", "None"), ("Mail:From", "周报系统 <zhuanban@example.cn>")];

    private static async Task<MimeMessage> ReadAsync(string mail) => await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail)));
}
