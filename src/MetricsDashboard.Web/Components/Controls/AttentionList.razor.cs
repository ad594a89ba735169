using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>需要关注, by reason; long lists show their beginning first.</summary>
public sealed partial class AttentionList : ComponentBase
{
    private const int First = 5;

    private readonly HashSet<AttentionKind> all = [];

    /// <summary>What needs attention.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Attention> Items { get; set; }

    /// <summary>Address of an indicator in a unit.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string, string> Address { get; set; }

    private IEnumerable<Attention> Shown(IGrouping<AttentionKind, Attention> group) => all.Contains(group.Key) ? group : group.Take(First);

    private static string Heading(AttentionKind kind) => kind switch
    {
        AttentionKind.OffTarget => "未达标",
        AttentionKind.WorseTwice => "连续两周变差",
        AttentionKind.NotReported => "未报送",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
