using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;

namespace MetricsDashboard.Domain.Published;

/// <summary>
/// What is remarkable about a provincial table: it may be published so, but it is more often a slip of the pen. Whoever enters it confirms
/// it with a sentence.
/// </summary>
public static class ProvinceTableRemarks
{
    private const int Shown = 3;

    /// <summary>Everything remarkable, sentences in Chinese.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="city">Our city.</param>
    /// <param name="table">The table.</param>
    /// <param name="own">The single figure published for the same period; null where there is none.</param>
    public static IReadOnlyList<string> Of(Indicator indicator, Unit city, ProvinceTable table, PublishedFigure? own)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(table);
        return [.. Count(table), .. Contradictions(indicator, table), .. Gaps(table), .. AverageOf(indicator, table), .. Differences(indicator, city, table, own)];
    }

    private static IEnumerable<string> Count(ProvinceTable table)
    {
        if (table.Rows.Count != PublishedRules.Places) yield return $"表中有{table.Rows.Count}个地区，全省参加排名的是{PublishedRules.Places}个（17个省辖市和济源示范区）。";
    }

    /// <summary>A better value with a worse rank. Equal displayed values may stand on different ranks, because the document may rank unrounded ones.</summary>
    private static IEnumerable<string> Contradictions(Indicator indicator, ProvinceTable table)
    {
        if (indicator.Direction is Direction.None) yield break;
        var both = table.Rows.Where(row => row is { Value: not null, Rank: not null }).OrderBy(row => row.Rank).ThenBy(row => Badness(row)).ToList();
        var wrong = both.Zip(both.Skip(1)).Where(pair => Badness(pair.Second) < Badness(pair.First) || (pair.First.Rank == pair.Second.Rank && pair.First.Value != pair.Second.Value)).ToList();
        foreach (var (first, second) in wrong.Take(Shown))
            yield return $"“{first.Place}”第{first.Rank}位（{Text(first)}），“{second.Place}”第{second.Rank}位（{Text(second)}），名次与数值不一致（{(indicator.Direction is Direction.Lower ? "数值越低名次越前" : "数值越高名次越前")}）。";
        if (wrong.Count > Shown) yield return $"名次与数值不一致的还有{wrong.Count - Shown}处。";

        decimal Badness(PlaceRow row) => indicator.Direction is Direction.Lower ? row.Value!.Value : -row.Value!.Value;
        string Text(PlaceRow row) => FigureText.Sentence(row.Value!.Value, indicator);
    }

    private static IEnumerable<string> Gaps(ProvinceTable table)
    {
        if (table.Rows.Any(row => row.Rank is null)) yield break;
        var expected = 1;
        foreach (var group in table.Rows.GroupBy(row => row.Rank!.Value).OrderBy(group => group.Key))
        {
            if (group.Key != expected)
            {
                yield return $"名次不连续：第{expected}位之后应有的名次对不上（出现第{group.Key}位），请核对并列的名次。";
                yield break;
            }

            expected += group.Count();
        }
    }

    private static IEnumerable<string> AverageOf(Indicator indicator, ProvinceTable table)
    {
        var values = table.Rows.Where(row => row.Value is not null).Select(row => row.Value!.Value).ToList();
        if (table.Average is { } average && values.Count > 0 && (average < values.Min() || average > values.Max()))
            yield return $"全省平均{FigureText.Sentence(average, indicator)}不在各地区数值的范围之内（{FigureText.Sentence(values.Min(), indicator)}—{FigureText.Sentence(values.Max(), indicator)}）。";
    }

    private static IEnumerable<string> Differences(Indicator indicator, Unit city, ProvinceTable table, PublishedFigure? figure)
    {
        if (figure is null || table.Find(city.Name) is not { } row) yield break;
        if (figure is { Bound: Bound.Exact, Value: { } value } && row.Value is { } ours && value != ours)
            yield return $"表中{row.Place}为{FigureText.Sentence(ours, indicator)}，已录入的公布值为{FigureText.Sentence(value, indicator)}，请核对后更正其中一个。";
        if (figure.ProvinceRank is { } rank && row.Rank is { } place && rank != place)
            yield return string.Create(CultureInfo.InvariantCulture, $"表中{row.Place}第{place}位，已录入的公布值为第{rank}位，请核对后更正其中一个。");
    }
}
