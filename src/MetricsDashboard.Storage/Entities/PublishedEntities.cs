using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Published;

namespace MetricsDashboard.Storage.Entities;

/// <summary>One state of a published figure. Nothing is ever changed: what replaces or withdraws a state is a further row.</summary>
internal sealed class PublishedFigureEntity
{
    public int No { get; init; }
    public required string Indicator { get; init; }
    public required string Unit { get; init; }
    public PeriodKind PeriodKind { get; init; }
    public required string Period { get; init; }
    public decimal? Value { get; init; }
    public Bound Bound { get; init; }
    public int? ProvinceRank { get; init; }
    public string? RankText { get; init; }
    public bool IsBaseline { get; init; }
    public string? Label { get; init; }
    public string? Document { get; init; }
    public int? Received { get; init; }

    /// <summary>The row that this one replaces; null for a first entry.</summary>
    public int? Replaces { get; init; }

    public bool IsWithdrawn { get; init; }

    /// <summary>Null for what the catalogue's files brought.</summary>
    public string? RecordedBy { get; init; }
    public DateTimeOffset? RecordedAt { get; init; }
    public string? Reason { get; init; }

    /// <summary>A figure of the catalogue's files.</summary>
    public static PublishedFigureEntity Of(PublishedFigure figure, int no) => Of(figure, no, null, false, null, null, null);

    public static PublishedFigureEntity Of(PublishedFigure figure, int no, int? replaces, bool isWithdrawn, string? by, DateTimeOffset? at, string? reason) => new()
    {
        No = no,
        Indicator = figure.Indicator,
        Unit = figure.Unit,
        PeriodKind = figure.PeriodKind,
        Period = figure.Period,
        Value = figure.Value,
        Bound = figure.Bound,
        ProvinceRank = figure.ProvinceRank,
        RankText = figure.RankText,
        IsBaseline = figure.IsBaseline,
        Label = figure.Label,
        Document = figure.Document,
        Received = figure.Received?.Key,
        Replaces = replaces,
        IsWithdrawn = isWithdrawn,
        RecordedBy = by,
        RecordedAt = at,
        Reason = reason,
    };

    public PublishedFigure ToFigure() => new(
        Indicator, Unit, PeriodKind, Period, Value, Bound, ProvinceRank, RankText, IsBaseline, Label, Document, WeekKeys.Week(Received));
}

/// <summary>One state of a provincial table; see <see cref="PublishedFigureEntity"/>.</summary>
internal sealed class ProvinceTableEntity
{
    public int No { get; init; }
    public required string Indicator { get; init; }
    public PeriodKind PeriodKind { get; init; }
    public required string Period { get; init; }
    public required string Document { get; init; }
    public decimal? Average { get; init; }
    public int? Replaces { get; init; }
    public bool IsWithdrawn { get; init; }
    public required string RecordedBy { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public string? Reason { get; init; }

    public ProvinceTable ToTable(IEnumerable<ProvincePlaceEntity> places) => new(
        Indicator, new FigurePeriod(PeriodKind, Period), Document, Average, [.. places.OrderBy(place => place.Line).Select(place => new PlaceRow(place.Place, place.Value, place.Rank))]);
}

internal sealed class ProvincePlaceEntity
{
    public int TableNo { get; init; }

    /// <summary>From 1, in the order of the document.</summary>
    public int Line { get; init; }
    public required string Place { get; init; }
    public decimal? Value { get; init; }
    public int? Rank { get; init; }
}
