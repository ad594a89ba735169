using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>How cases become figures, as the definition of an indicator of cards prints it.</summary>
internal static class CardDefinition
{
    /// <summary>When a card, a case and a completion count.</summary>
    public const string Counting = "红牌、黄牌、预警计到消除为止，统计时点仍在的都计入；来源显示红黄牌的以来源为准，不显示的按阈值推算。"
        + "纳入监察的办件包括在办、本周办结和红黄牌未消除的；按期办结以承诺办结时限为准，没有承诺时限的以法定办结时限为准。";

    private static readonly HashSet<string> Counted = new(StringComparer.Ordinal)
    {
        NamedCodes.RedCards, NamedCodes.YellowCards, NamedCodes.EarlyWarnings, NamedCodes.CasesMonitored, NamedCodes.CasesCompletedInTime,
    };

    /// <summary>Does the indicator use a count that cards or the supervision of cases decide?</summary>
    public static bool IsCounted(Indicator indicator) => indicator.Formula is { } formula && formula.Elements.Any(Counted.Contains);
}
