using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Domain.Indicators;

/// <summary>红黄绿灯: the displayed value against its target (design.md rule 8). No target, no light.</summary>
public enum Light
{
    /// <summary>达标.</summary>
    Green,

    /// <summary>接近目标.</summary>
    Yellow,

    /// <summary>未达标.</summary>
    Red,
}

/// <summary>Judging a displayed value.</summary>
public static class Lights
{
    /// <summary>The light of a displayed value; null without a target, or where the indicator has no direction.</summary>
    public static Light? Of(decimal value, Target? target, Direction direction)
    {
        if (target is null || direction is Direction.None) return null;
        if (Meets(value, target.Value, direction)) return Light.Green;
        return target.YellowLimit is { } limit && Meets(value, limit, direction) ? Light.Yellow : Light.Red;
    }

    /// <summary>达标, 接近目标 or 未达标.</summary>
    public static string Text(this Light light) => light switch
    {
        Light.Green => "达标",
        Light.Yellow => "接近目标",
        Light.Red => "未达标",
        _ => throw new ArgumentOutOfRangeException(nameof(light), light, "Unknown light."),
    };

    private static bool Meets(decimal value, decimal limit, Direction direction) =>
        direction is Direction.Higher ? value >= limit : value <= limit;
}
