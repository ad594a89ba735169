using MetricsDashboard.Web.Delivery;
using MetricsDashboard.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Delivery;

public sealed class DeliverySetupTests
{
    [Fact]
    public void Settings_None_SetUpNoChannel() => Assert.Empty(Read([]).InUse);

    [Fact]
    public void Settings_WithManyFaults_AreRefusedWithAllOfThemAndNoSecret()
    {
        var refused = Assert.Throws<StartRefusedException>(() => Read(
        [
            ("Mail:Host", "mail"), ("Mail:Port", "70000"), ("Mail:From", "niemand"), ("Mail:Password", "geheim-passwort"), ("Mail:Timeout", "01:00:00"),
            ("Webhook:Url", "ftp://geheim-token"), ("Webhook:Secret", "geheim"), ("Metrics:PublicUrl", "zhuanban"),
        ]));

        foreach (var key in new[] { "Mail:Port", "Mail:From", "Mail:User", "Mail:Timeout", "Webhook:Url", "Webhook:Secret", "Metrics:PublicUrl" }) Assert.Contains(key, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail:Port", "fünf")]
    [InlineData("Mail:Security", "Sicher")]
    [InlineData("Webhook:Format", "Feishu")]
    public void Settings_ThatCannotBeRead_AreNamed(string key, string value) =>
        Assert.Equal($"设置 {key} 的值写法不对，请按说明填写。", Assert.Throws<StartRefusedException>(() => Read([(key, value)])).Message);

    [Theory]
    [InlineData("Mail:Password", "Mail:Host")]
    [InlineData("Webhook:Secret", "Webhook:Url")]
    public void Settings_WithoutTheirAddress_AreRefused(string key, string missing) =>
        Assert.Contains($"{missing} 没有填写", Assert.Throws<StartRefusedException>(() => Read([(key, "geheim")])).Message, StringComparison.Ordinal);

    private static Channels Read((string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value)).Build();
        using var services = new ServiceCollection().AddMetricsDelivery(configuration).BuildServiceProvider();
        return services.GetRequiredService<Channels>();
    }
}
