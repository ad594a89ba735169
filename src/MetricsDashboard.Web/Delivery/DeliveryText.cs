using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Hosting;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Delivery;

/// <summary>A delivery as people outside read it: with the whole address of the page, and marked where the figures are the demonstration's.</summary>
public sealed class DeliveryText(Installed installed, IOptions<MetricsOptions> options)
{
    private const string Demonstration = "【演示数据】";

    public string Subject(ClaimedDelivery delivery) => installed.IsDemonstration ? Demonstration + delivery.Subject : delivery.Subject;

    public string Text(ClaimedDelivery delivery) => installed.IsDemonstration ? Demonstration + delivery.Text : delivery.Text;

    /// <summary>The address of the page where it is dealt with; null where nobody told the program its own address.</summary>
    public string? Link(ClaimedDelivery delivery) => delivery.Link is { } path && options.Value.PublicUrl is { Length: > 0 } site ? site.TrimEnd('/') + path : null;
}
