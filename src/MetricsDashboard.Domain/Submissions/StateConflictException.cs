namespace MetricsDashboard.Domain.Submissions;

/// <summary>What was asked does not go with the present state, for instance a week that is closed already. The message is a sentence in Chinese for the screen.</summary>
public sealed class StateConflictException : InvalidOperationException
{
    /// <summary>With the general sentence.</summary>
    public StateConflictException()
        : base("当前状态不允许此项操作，请刷新后再试。")
    {
    }

    /// <summary>With a sentence of its own.</summary>
    public StateConflictException(string message)
        : base(message)
    {
    }

    /// <summary>With a sentence of its own and its cause.</summary>
    public StateConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
