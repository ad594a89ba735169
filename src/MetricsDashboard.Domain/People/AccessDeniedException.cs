namespace MetricsDashboard.Domain.People;

/// <summary>An actor asked for what the role or the unit scope does not allow (design.md rule 12). The message is a sentence in Chinese for the screen.</summary>
public sealed class AccessDeniedException : UnauthorizedAccessException
{
    /// <summary>With the general sentence.</summary>
    public AccessDeniedException()
        : base("您没有权限进行此项操作。")
    {
    }

    /// <summary>With a sentence of its own.</summary>
    public AccessDeniedException(string message)
        : base(message)
    {
    }

    /// <summary>With a sentence of its own and its cause.</summary>
    public AccessDeniedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
