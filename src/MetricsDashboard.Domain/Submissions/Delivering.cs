namespace MetricsDashboard.Domain.Submissions;

/// <summary>A way to the outside on which reminders go beside the message within the system.</summary>
public enum DeliveryChannel
{
    /// <summary>邮件.</summary>
    Mail,

    /// <summary>群机器人: an HTTP address of a chat group's robot, or of a gateway.</summary>
    Webhook,
}

/// <summary>How far a delivery got.</summary>
public enum DeliveryState
{
    /// <summary>待发送, for the first time or again.</summary>
    Queued,

    /// <summary>发送中: somebody works on it until the lease ends.</summary>
    Sending,

    /// <summary>已发送: the other side took it.</summary>
    Sent,

    /// <summary>失败: it was given up.</summary>
    Failed,
}

/// <summary>How often and when a delivery is tried.</summary>
public static class Delivering
{
    /// <summary>The pauses after the attempts that failed, the last one excepted: a mail server that is restarted is met again, a dead one is left alone by the afternoon.</summary>
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2)];

    /// <summary>After so many attempts a delivery is given up.</summary>
    public static int MaximumAttempts => Pauses.Length + 1;

    /// <summary>How long to wait after a failed attempt; null where it was the last.</summary>
    /// <param name="attempts">Attempts made so far, from 1.</param>
    public static TimeSpan? PauseAfter(int attempts) => attempts < 1
        ? throw new ArgumentOutOfRangeException(nameof(attempts), attempts, "There was no attempt yet.")
        : attempts <= Pauses.Length ? Pauses[attempts - 1] : null;

    /// <summary>The channel's name on screen.</summary>
    public static string Name(this DeliveryChannel channel) => channel switch
    {
        DeliveryChannel.Mail => "邮件",
        DeliveryChannel.Webhook => "群机器人",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Unknown channel."),
    };

    /// <summary>The state's name on screen.</summary>
    public static string Name(this DeliveryState state) => state switch
    {
        DeliveryState.Queued => "待发送",
        DeliveryState.Sending => "发送中",
        DeliveryState.Sent => "已发送",
        DeliveryState.Failed => "失败",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
