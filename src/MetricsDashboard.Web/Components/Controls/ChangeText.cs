using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>How a change is judged, in a word that stands beside every colour and arrow.</summary>
public enum Goodness
{
    /// <summary>向好.</summary>
    Better,

    /// <summary>变差.</summary>
    Worse,

    /// <summary>Nothing to judge.</summary>
    Neutral,
}

/// <summary>Changes, movements, targets and reasons in words (design.md rules 3, 7, 8, 14).</summary>
internal static class ChangeText
{
    /// <summary>较上周下降0.35个百分点; 与上周基本持平 where only the true values differ. Empty where nothing can be compared.</summary>
    public static string AgainstLastWeek(Indicator indicator, Snapshot snapshot)
    {
        if (snapshot.Change is not { } change) return "";
        var text = change.Amount == 0
            ? change.IsExactlyZero ? "与上周持平" : "与上周基本持平"
            : $"较上周{Verb(indicator, change.Amount)}{Amount(indicator, change.Amount)}";
        return change.Whole ? text : $"{text}（按两周均报送的{change.Units}个单位计算）";
    }

    /// <summary>Is it a change for the better?</summary>
    public static Goodness Judge(Indicator indicator, decimal amount) => (indicator.Direction, Math.Sign(amount)) switch
    {
        (Direction.None, _) or (_, 0) => Goodness.Neutral,
        (Direction.Higher, 1) or (Direction.Lower, -1) => Goodness.Better,
        _ => Goodness.Worse,
    };

    /// <summary>向好, 变差 or nothing.</summary>
    public static string Word(this Goodness goodness) => goodness switch
    {
        Goodness.Better => "向好",
        Goodness.Worse => "变差",
        _ => "",
    };

    /// <summary>0.35个百分点, or 12项.</summary>
    public static string Amount(Indicator indicator, decimal difference) => indicator.IsPercentage
        ? FigureText.Points(difference)
        : Math.Abs(difference).ToString("0", CultureInfo.InvariantCulture) + indicator.Unit;

    /// <summary>With sign for a table: +0.35, −12, 0.00.</summary>
    public static string Signed(Indicator indicator, decimal? difference)
    {
        if (difference is not { } amount) return FigureText.None;
        var size = Math.Abs(amount).ToString(indicator.IsPercentage ? "F2" : "0", CultureInfo.InvariantCulture);
        return Math.Sign(amount) switch { 1 => "+" + size, -1 => "−" + size, _ => size };
    }

    /// <summary>上升2位, 下降1位, 持平; empty where either week has no rank.</summary>
    public static string Movement(int? places) => places switch
    {
        null => "",
        0 => "持平",
        > 0 => $"上升{places}位",
        _ => $"下降{-places}位",
    };

    /// <summary>目标≤1.00%, 目标≥70%.</summary>
    public static string Target(Indicator indicator, Target target) =>
        $"目标{(indicator.Direction is Direction.Lower ? "≤" : "≥")}{FigureText.Sentence(target.Value, indicator)}";

    /// <summary>优于目标0.12个百分点, 距目标还差0.35个百分点, 正好达到目标.</summary>
    public static string Distance(Indicator indicator, decimal value, Target target)
    {
        var difference = value - target.Value;
        if (difference == 0) return "正好达到目标";
        var better = indicator.Direction is Direction.Lower ? difference < 0 : difference > 0;
        return better ? $"优于目标{Amount(indicator, difference)}" : $"距目标还差{Amount(indicator, difference)}";
    }

    /// <summary>Why a unit stands apart from the ranking.</summary>
    public static string Reason(Unranked reason) => reason switch
    {
        Unranked.NotReported => "未报送",
        Unranked.Carried => "沿用上周",
        Unranked.SmallBase => "样本不足",
        Unranked.NoValue => "分母为0",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };

    /// <summary>Percentages rise and fall; counts grow and shrink.</summary>
    private static string Verb(Indicator indicator, decimal amount) => (indicator.IsPercentage, amount > 0) switch
    {
        (true, true) => "上升",
        (true, false) => "下降",
        (false, true) => "增加",
        _ => "减少",
    };
}
