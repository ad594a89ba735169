using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Domain.Published;

/// <summary>One place of a provincial table, as published.</summary>
/// <param name="Place">Its name as published: 平顶山市, 济源示范区.</param>
/// <param name="Value">In the indicator's unit; null where only ranks were published.</param>
/// <param name="Rank">名次; null where none was published.</param>
public sealed record PlaceRow(string Place, decimal? Value, int? Rank);

/// <summary>
/// 省通报全表: every place of the province in one indicator and period, as a document published it (design.md rule 1). Nothing of it is
/// ever rolled up.
/// </summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Period">Week, month or day.</param>
/// <param name="Document">Title and number of the document.</param>
/// <param name="Average">全省平均 where the document states it; never computed, because percentages are not averaged (rule 2).</param>
/// <param name="Rows">The places in the order of the document.</param>
public sealed record ProvinceTable(string Indicator, FigurePeriod Period, string Document, decimal? Average, IReadOnlyList<PlaceRow> Rows)
{
    /// <summary>The row of a city; null where the table does not have it.</summary>
    public PlaceRow? Find(string city) => Rows.FirstOrDefault(row => IsSame(row.Place, city));

    /// <summary>Does another table say exactly the same?</summary>
    public bool SaysTheSameAs(ProvinceTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Indicator, Period, Document, Average) == (other.Indicator, other.Period, other.Document, other.Average) && Rows.SequenceEqual(other.Rows);
    }

    /// <summary>The single figure that goes with the table: our own row, as of the same document.</summary>
    public PublishedFigure? OwnFigure(Unit city, Weeks.ReportingWeek? received)
    {
        ArgumentNullException.ThrowIfNull(city);
        return Find(city.Name) is { } own
            ? new PublishedFigure(Indicator, city.Code, Period.Kind, Period.Text, own.Value, Bound.Exact, own.Rank, null, false, null, Document, received)
            : null;
    }

    /// <summary>Are two names the same place? 平顶山 is 平顶山市; blanks do not matter.</summary>
    public static bool IsSame(string left, string right) => Plain(left) == Plain(right);

    /// <summary>A name as places are compared.</summary>
    internal static string Plain(string place) => IntakeNames.Simplify(place) is { Length: > 2 } name && name.EndsWith('市') ? name[..^1] : IntakeNames.Simplify(place);
}
