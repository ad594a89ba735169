using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Web.Delivery;
using MetricsDashboard.Web.Tests.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace MetricsDashboard.Web.Tests.Delivery;

public sealed class WebhookTests
{
    private const string Secret = "geheimer-schluessel-0001";

    [Fact]
    public async Task Deliver_Json_ArrivesOnceSignedOverTimestampAndBody()
    {
        await using var server = await RobotServer.StartAsync();
        await using var outbox = await Outbox.CreateAsync(("Webhook:Url", server.Url), ("Webhook:Secret", Secret), ("Metrics:PublicUrl", "https://zhuanban.example.cn"));

        for (var i = 0; i < 3; i++)
        {
            await outbox.RemindAsync();
            await outbox.DeliverAsync(TimeSpan.FromMinutes(1));
        }

        var posted = Assert.Single(server.Posted);
        var (row, timestamp) = (await outbox.RowAsync(), posted.Headers[WebhookSender.TimestampHeader]);
        Assert.Equal(DeliveryState.Sent, row.State);
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp + "\n"), .. posted.Body];
        Assert.Equal("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)), posted.Headers[WebhookSender.SignatureHeader]);
        Assert.Equal(TestCity.Moment(SmallCity.First, 10).AddMinutes(1).ToUnixTimeSeconds(), long.Parse(timestamp, CultureInfo.InvariantCulture));
        Assert.Equal(row.Id.ToString(), posted.Headers[WebhookSender.IdHeader]);
        using var body = JsonDocument.Parse(posted.Body);
        Assert.Equal(row.Id, body.RootElement.GetProperty("id").GetGuid());
        Assert.StartsWith("报送期限（7月13日10:00）已过，以下6个单位还有报表没有报送，请尽快报送：甲县（1张）、", body.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://zhuanban.example.cn/reporting/chasing?week=2020-W28", body.RootElement.GetProperty("link").GetString());
        AssertSilentOnSecrets(outbox);
    }

    [Theory]
    [InlineData(500, DeliveryState.Queued, "群机器人的接口暂时不能接收（500）。")]
    [InlineData(429, DeliveryState.Queued, "群机器人的接口暂时不能接收（429）。")]
    [InlineData(403, DeliveryState.Failed, "群机器人的接口拒收（403），请管理员核对 Webhook 设置。")]
    [InlineData(307, DeliveryState.Failed, "群机器人的接口拒收（307），请管理员核对 Webhook 设置。")]
    public async Task Deliver_RefusedByStatus_IsTriedAgainOnlyWhereThatMayHelp(int status, DeliveryState expected, string error)
    {
        await using var server = await RobotServer.StartAsync();
        await using var outbox = await Outbox.CreateAsync(("Webhook:Url", server.Url), ("Webhook:Secret", Secret));
        server.Answer = (status, "<html>");

        await outbox.DeliverAsync();

        var row = await outbox.RowAsync();
        Assert.Equal((expected, error), (row.State, row.LastError));
        if (expected is DeliveryState.Queued)
        {
            server.Answer = (204, "");
            await outbox.DeliverAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(DeliveryState.Sent, (await outbox.RowAsync()).State);
            Assert.Single(server.Posted.Select(posted => posted.Headers[WebhookSender.IdHeader]).Distinct());
        }

        AssertSilentOnSecrets(outbox);
    }

    [Fact]
    public async Task Deliver_SilentOrGone_SaysWhich()
    {
        var server = await RobotServer.StartAsync();
        server.IsSilent = true;
        await using var outbox = await Outbox.CreateAsync(("Webhook:Url", server.Url), ("Webhook:Secret", Secret), ("Webhook:Timeout", "00:00:00.3"));

        await outbox.DeliverAsync();
        Assert.Equal((DeliveryState.Queued, "群机器人的接口在规定时间内没有应答。"), ((await outbox.RowAsync()).State, (await outbox.RowAsync()).LastError));
        await server.DisposeAsync();
        await outbox.DeliverAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((DeliveryState.Queued, "连接不上群机器人的接口，或者连接中断。"), ((await outbox.RowAsync()).State, (await outbox.RowAsync()).LastError));
        AssertSilentOnSecrets(outbox);
    }

    [Fact]
    public async Task Deliver_DingTalk_SignsTheAddressAndSendsText()
    {
        await using var server = await RobotServer.StartAsync();
        await using var outbox = await Outbox.CreateAsync(("Webhook:Url", server.Url), ("Webhook:Secret", Secret), ("Webhook:Format", "DingTalk"));

        await outbox.DeliverAsync();

        var posted = Assert.Single(server.Posted);
        var query = QueryHelpers.ParseQuery(posted.Query);
        var timestamp = query["timestamp"].ToString();
        Assert.Equal(TestCity.Moment(SmallCity.First, 10).ToUnixTimeMilliseconds(), long.Parse(timestamp, CultureInfo.InvariantCulture));
        Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{timestamp}\n{Secret}"))), query["sign"].ToString());
        Assert.StartsWith("""{"msgtype":"text","text":{"content":"6个单位逾期未报送（7月6日—7月12日）\n报送期限""", posted.Text, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Sent, (await outbox.RowAsync()).State);
        AssertSilentOnSecrets(outbox);
    }

    /// <summary>A robot refuses with status 200 and a code.</summary>
    [Theory]
    [InlineData("""{"errcode":310000,"errmsg":"sign not match"}""", "errcode 310000")]
    [InlineData("<html>", "应答无法识别")]
    public async Task Deliver_RefusedByTheRobot_IsNotTakenForSent(string answer, string said)
    {
        await using var server = await RobotServer.StartAsync();
        await using var outbox = await Outbox.CreateAsync(("Webhook:Url", server.Url), ("Webhook:Format", "WeCom"));
        server.Answer = (200, answer);

        await outbox.DeliverAsync();

        var row = await outbox.RowAsync();
        Assert.Equal(DeliveryState.Queued, row.State);
        Assert.Contains(said, row.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public void WeCom_LongText_StaysWithinTheBytesItTakes()
    {
        var body = RobotText.WeCom("题", new string('县', 3000));

        using var document = JsonDocument.Parse(body);
        var content = document.RootElement.GetProperty("text").GetProperty("content").GetString()!;
        Assert.InRange(Encoding.UTF8.GetByteCount(content), 2040, 2048);
        Assert.EndsWith("……（其余见系统）", content, StringComparison.Ordinal);
    }

    private static void AssertSilentOnSecrets(Outbox outbox)
    {
        Assert.Contains("Delivery", outbox.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, outbox.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim-token", outbox.Log, StringComparison.Ordinal);
    }
}
