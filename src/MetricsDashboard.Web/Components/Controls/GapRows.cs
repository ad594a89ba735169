using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>A part of a scope and what it adds to the gap.</summary>
/// <param name="Unit">The part.</param>
/// <param name="Value">As in a table.</param>
/// <param name="Sums">20 ÷ 400.</param>
/// <param name="Needed">How many the numerator must change by to meet the target: 16; — where it meets it.</param>
/// <param name="Share">66.67%.</param>
public sealed record GapRow(Unit Unit, string Value, string Sums, string Needed, string Share);

/// <summary>差距构成 of a scope that misses its target, in words.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Rows">Who makes up most first.</param>
/// <param name="Sentence">补齐前2个单位（乙县、丁县）即可达标.</param>
/// <param name="Needed">What the numbers needed are of: 分子应减少.</param>
public sealed record GapRows(Unit Scope, IReadOnlyList<GapRow> Rows, string Sentence, string Needed)
{
    /// <summary>
    /// Null where there is nothing to take apart: no target or met, no ratio of sums, units left out, or parts (of which some may not be
    /// readable) that do not make up the scope.
    /// </summary>
    public static GapRows? Of(Catalogue catalogue, Indicator indicator, Unit scope, WeekResults results)
    {
        if (indicator.Formula is not { IsGrowth: false, Denominator.Count: > 0 } formula || formula.Elements.Any(element => catalogue.Element(element).RollUp is not RollUp.Sum)) return null;
        if (results.Find(indicator.Code, scope.Code) is not { Light: Light.Yellow or Light.Red } whole) return null;
        if (catalogue.TargetOf(indicator.Code, scope.Code, whole.Week) is not { } target) return null;
        var parts = catalogue.ChildrenOf(scope.Code).Select(unit => results.Find(indicator.Code, unit.Code)).OfType<Snapshot>()
            .Where(part => part is { Numerator: not null, Denominator: not null }).ToList();
        if (parts.Sum(part => part.Numerator) != whole.Numerator || parts.Sum(part => part.Denominator) != whole.Denominator) return null;
        if (TargetGap.Of(target.Value, indicator.Direction, [.. parts.Select(part => new PartSums(part.Unit, part.Numerator!.Value, part.Denominator!.Value))]) is not { } gap) return null;
        var names = string.Join("、", gap.Parts.Take(gap.FillUp).Select(part => catalogue.Unit(part.Unit).ShortName));
        return new GapRows(
            scope,
            [.. gap.Parts.Select(Row)],
            gap.FillUp == 1 ? $"补齐{names}即可达标。" : $"补齐前{gap.FillUp}个单位（{names}）即可达标。",
            indicator.Direction is Direction.Lower ? "分子应减少" : "分子应增加");

        GapRow Row(GapPart part) => new(
            catalogue.Unit(part.Unit),
            FigureText.Table(parts.Find(snapshot => snapshot.Unit == part.Unit)!.Value, indicator),
            string.Create(CultureInfo.InvariantCulture, $"{part.Sums.Numerator} ÷ {part.Sums.Denominator}"),
            part.Excess > 0 ? Math.Ceiling(part.Excess).ToString("0", CultureInfo.InvariantCulture) : FigureText.None,
            part.Excess > 0 ? part.Share.ToString("F2", CultureInfo.InvariantCulture) + "%" : FigureText.None);
    }
}
