namespace MetricsDashboard.Domain.Submissions;

/// <summary>What is said in the course of a 核对: the unit about a figure that others sent of it, the city's reviewer about an objection.</summary>
public enum VerificationKind
{
    /// <summary>确认无误, by the unit.</summary>
    Confirmed,

    /// <summary>提出异议, by the unit, with the reason.</summary>
    Objected,

    /// <summary>采纳, by the reviewer: a correction follows.</summary>
    Adopted,

    /// <summary>说明原因, by the reviewer: the figure stands.</summary>
    Explained,
}

/// <summary>Where the 核对 of a figure stands.</summary>
public enum VerificationState
{
    /// <summary>未核对.</summary>
    Open,

    /// <summary>已确认.</summary>
    Confirmed,

    /// <summary>有异议, without an answer yet.</summary>
    Objected,

    /// <summary>异议已采纳: the correction is under way.</summary>
    Adopted,

    /// <summary>异议已答复: the figure stands.</summary>
    Explained,
}

/// <summary>One thing said, kept for good.</summary>
/// <param name="Kind">What is said.</param>
/// <param name="Value">The value that it is said of.</param>
/// <param name="Text">The reason, or the answer; null where none is needed.</param>
/// <param name="WrittenBy">Who says it.</param>
/// <param name="WrittenAt">When.</param>
public sealed record VerificationWord(VerificationKind Kind, long Value, string? Text, string WrittenBy, DateTimeOffset WrittenAt);

/// <summary>Rules of 核对.</summary>
public static class Verification
{
    /// <summary>The state of a figure: what was last said of the value that it has now. What was said of an earlier value says nothing of this one.</summary>
    /// <param name="value">The value now.</param>
    /// <param name="said">What was said, the oldest first.</param>
    public static VerificationState StateOf(long value, IReadOnlyList<VerificationWord> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return said.LastOrDefault(word => word.Value == value)?.Kind switch
        {
            null => VerificationState.Open,
            VerificationKind.Confirmed => VerificationState.Confirmed,
            VerificationKind.Objected => VerificationState.Objected,
            VerificationKind.Adopted => VerificationState.Adopted,
            _ => VerificationState.Explained,
        };
    }

    /// <summary>The name on screen.</summary>
    public static string Name(this VerificationState state) => state switch
    {
        VerificationState.Open => "未核对",
        VerificationState.Confirmed => "已确认",
        VerificationState.Objected => "有异议",
        VerificationState.Adopted => "异议已采纳",
        VerificationState.Explained => "异议已答复",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
