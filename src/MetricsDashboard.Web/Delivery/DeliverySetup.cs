using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Delivery;

/// <summary>The channels that are set up: nothing is written into the outbox for any other.</summary>
public sealed record Channels(IReadOnlyCollection<DeliveryChannel> InUse);

/// <summary>Reads the settings of the ways to the outside, and refuses to start with wrong ones rather than fail on a Monday at ten.</summary>
public static class DeliverySetup
{
    /// <exception cref="StartRefusedException">The settings are wrong; all faults at once.</exception>
    public static IServiceCollection AddMetricsDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        var faults = new List<string>();
        var mail = Read<MailOptions>(configuration, MailOptions.Section, faults);
        var webhook = Read<WebhookOptions>(configuration, WebhookOptions.Section, faults);
        var site = configuration[$"{MetricsOptions.Section}:{nameof(MetricsOptions.PublicUrl)}"];
        faults.AddRange(mail?.Faults() ?? []);
        faults.AddRange(webhook?.Faults() ?? []);
        if (!string.IsNullOrEmpty(site) && (!Uri.TryCreate(site, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)))
            faults.Add($"设置 Metrics:PublicUrl 的“{site}”不是以 https:// 或 http:// 开头的地址。");
        if (faults.Count > 0) throw new StartRefusedException(string.Join(Environment.NewLine, faults));

        services.AddSingleton(mail!).AddSingleton(webhook!).AddSingleton(new Channels([.. InUse(mail!, webhook!)]));
        services.AddScoped<MailSender>().AddScoped<WebhookSender>().AddScoped<DeliveryText>();
        // The factory's own logging writes addresses, and a robot's address is its key. A redirect would carry the signature elsewhere.
        services.AddHttpClient(WebhookSender.Client, client => client.Timeout = Timeout.InfiniteTimeSpan).RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, ActivityHeadersPropagator = null });
        return services;
    }

    private static IEnumerable<DeliveryChannel> InUse(MailOptions mail, WebhookOptions webhook)
    {
        if (mail.IsSet) yield return DeliveryChannel.Mail;
        if (webhook.IsSet) yield return DeliveryChannel.Webhook;
    }

    private static T? Read<T>(IConfiguration configuration, string section, List<string> faults)
        where T : class, new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException fault)
        {
            // The message names the key; the value may be a secret in the wrong place.
            var key = configuration.GetSection(section).GetChildren().Select(child => child.Path).FirstOrDefault(path => fault.Message.Contains($"'{path}'", StringComparison.OrdinalIgnoreCase)) ?? section;
            faults.Add($"设置 {key} 的值写法不对，请按说明填写。");
            return null;
        }
    }
}
