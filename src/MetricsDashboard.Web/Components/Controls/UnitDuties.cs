using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>How a unit stands with the forms that it supplies itself in a week.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Expected">Forms owed.</param>
/// <param name="Accepted">Of these, accepted.</param>
/// <param name="Waiting">Sent, not yet reviewed.</param>
/// <param name="Open">Names of the forms that were not sent.</param>
public sealed record UnitDuties(Unit Unit, int Expected, int Accepted, int Waiting, IReadOnlyList<string> Open)
{
    /// <summary>应报57个单位，实报56个；石龙区未报送. What waits for review is said, because it does not count yet.</summary>
    public static string Sentence(IReadOnlyList<UnitDuties> units)
    {
        if (units.Count == 0) return "没有应报任务。";
        if (units is [var only]) return OfOne(only);
        var complete = units.Count(unit => unit.Accepted == unit.Expected);
        var waiting = units.Where(unit => unit.Open.Count == 0 && unit.Waiting > 0).ToList();
        var missing = units.Where(unit => unit.Open.Count > 0).Select(unit => unit.Unit).ToList();
        var text = $"应报{units.Count}个单位，实报{complete}个";
        if (waiting.Count > 0) text += $"，待审核{waiting.Count}个";
        return missing.Count == 0 && waiting.Count == 0
            ? text + "，各单位均已报送。"
            : missing.Count == 0 ? text + "。" : $"{text}；{UnitsBehind.Names(missing)}未报送。";
    }

    private static string OfOne(UnitDuties unit)
    {
        var text = $"应报{unit.Expected}张报表，已接收{unit.Accepted}张";
        if (unit.Waiting > 0) text += $"，待审核{unit.Waiting}张";
        return unit.Open.Count > 0 ? $"{text}；{string.Join("、", unit.Open)}未报送。" : text + "。";
    }
}
