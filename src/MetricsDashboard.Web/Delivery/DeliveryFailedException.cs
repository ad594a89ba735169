namespace MetricsDashboard.Web.Delivery;

/// <summary>The other side did not take a delivery. The message is a sentence in Chinese without addresses, passwords or keys.</summary>
/// <param name="message">The sentence, which is kept and shown.</param>
/// <param name="retry">May another attempt end better?</param>
/// <param name="isUnreachable">Would every other delivery on this channel end the same way now?</param>
/// <param name="cause">What was thrown; never logged, because it may quote what was sent.</param>
public sealed class DeliveryFailedException(string message, bool retry, bool isUnreachable, Exception? cause = null) : Exception(message, cause)
{
    public bool Retry { get; } = retry;

    public bool IsUnreachable { get; } = isUnreachable;
}
