using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>The themes that indicators are grouped by on screen: the letters of their internal number, which are themselves never shown.</summary>
internal static class Theme
{
    private const string Other = "其他指标";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["JC"] = "电子监察红黄牌",
        ["BL"] = "办件办理",
        ["SX"] = "事项便利度",
        ["HP"] = "好差评",
        ["XC"] = "乡村覆盖",
        ["YS"] = "“豫事办”",
        ["ZZ"] = "自助服务",
        ["JG"] = "“互联网+监管”",
        ["GG"] = "工程建设审批",
        ["SY"] = "政务信息系统上云",
        ["TX"] = "电子通行证",
        ["ZB"] = "专班工作",
    };

    /// <summary>The theme of an indicator; 其他指标 for letters that nobody has named yet.</summary>
    public static string Of(Indicator indicator) => Named(Letters(indicator));

    /// <summary>The letters by which the address of a theme's page names it.</summary>
    public static string Letters(Indicator indicator) => new([.. indicator.InternalNo.TakeWhile(char.IsAsciiLetter)]);

    /// <summary>The theme of such letters.</summary>
    public static string Named(string letters) => Names.GetValueOrDefault(letters, Other);
}
