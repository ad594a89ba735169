using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>Why something needs attention.</summary>
public enum AttentionKind
{
    /// <summary>未达标.</summary>
    OffTarget,

    /// <summary>连续两周变差.</summary>
    WorseTwice,

    /// <summary>未报送.</summary>
    NotReported,
}

/// <summary>One line of 需要关注.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">Which; null for a missing report.</param>
/// <param name="Text">What, in a sentence.</param>
public sealed record Attention(AttentionKind Kind, Unit Unit, Indicator? Indicator, string Text)
{
    /// <summary>What needs attention within a scope: below target, worse in two weeks running, not reported; the scope itself first.</summary>
    public static IReadOnlyList<Attention> Of(
        Catalogue catalogue, Unit scope, WeekResults current, WeekResults? previous, IReadOnlyList<UnitDuties> reporting)
    {
        var units = catalogue.Units
            .Where(unit => unit.Kind is not UnitKind.Township && UnitsBehind.IsWithin(catalogue, unit, scope))
            .OrderBy(unit => unit.Code == scope.Code ? 0 : 1).ToList();
        var indicators = catalogue.Indicators.Where(indicator => indicator.InReport).ToList();
        return
        [
            .. from unit in units from indicator in indicators select OffTarget(catalogue, unit, indicator, current) into found where found is not null select found,
            .. from unit in units from indicator in indicators select WorseTwice(unit, indicator, current, previous) into found where found is not null select found,
            .. reporting.Where(unit => unit.Open.Count > 0 && UnitsBehind.IsWithin(catalogue, unit.Unit, scope))
                .Select(unit => new Attention(AttentionKind.NotReported, unit.Unit, null, $"{unit.Unit.ShortName}未报送：{string.Join("、", unit.Open)}")),
        ];
    }

    private static Attention? OffTarget(Catalogue catalogue, Unit unit, Indicator indicator, WeekResults current)
    {
        if (current.Find(indicator.Code, unit.Code) is not { Light: Light.Red, Value: { } value }) return null;
        var target = catalogue.TargetOf(indicator.Code, unit.Code, current.Week);
        return target is null
            ? null
            : new Attention(
                AttentionKind.OffTarget, unit, indicator,
                $"{unit.ShortName}{indicator.Name}{FigureText.Sentence(value, indicator)}，{ChangeText.Distance(indicator, value, target)}");
    }

    private static Attention? WorseTwice(Unit unit, Indicator indicator, WeekResults current, WeekResults? previous)
    {
        if (current.Find(indicator.Code, unit.Code) is not { Change: { Whole: true } now, Value: { } value }) return null;
        if (previous?.Find(indicator.Code, unit.Code)?.Change is not { Whole: true } before) return null;
        if (ChangeText.Judge(indicator, now.Amount) is not Goodness.Worse || ChangeText.Judge(indicator, before.Amount) is not Goodness.Worse) return null;
        return new Attention(
            AttentionKind.WorseTwice, unit, indicator,
            $"{unit.ShortName}{indicator.Name}{FigureText.Sentence(value, indicator)}，连续两周{(now.Amount > 0 ? "上升" : "下降")}，本周{ChangeText.Amount(indicator, now.Amount)}");
    }
}
