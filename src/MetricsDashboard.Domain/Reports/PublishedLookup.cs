using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Reports;

/// <summary>A rank in the province as it was published.</summary>
/// <param name="Rank">From 1. Words such as 全省前三位 are never one.</param>
/// <param name="AsOf">The day that it stands for.</param>
public sealed record ProvinceRank(int Rank, DateOnly AsOf);

/// <summary>Published figures 公布值 of an indicator in a scope (design.md rule 1). A figure of a later week is not known in a week.</summary>
public sealed class PublishedLookup
{
    private readonly IReadOnlyList<PublishedFigure> figures;

    /// <summary>The figures of an indicator in a scope.</summary>
    public PublishedLookup(Catalogue.Catalogue catalogue, string indicator, string unit)
    {
        figures = [.. catalogue.PublishedFigures.Where(figure => figure.Indicator == indicator && figure.Unit == unit)];
    }

    /// <summary>The baseline 基期; null where none was published with a name.</summary>
    public PublishedFigure? Baseline => figures.LastOrDefault(figure => figure is { IsBaseline: true, Label: not null });

    /// <summary>The value or bound published for a week, or for the day on which it ends; null where none was.</summary>
    public PublishedFigure? ValueOf(ReportingWeek week) => figures.LastOrDefault(figure => figure.Value is not null && IsFor(figure, week));

    /// <summary>The value or bound published for the newest week of a period that has one; null where none was.</summary>
    public PublishedFigure? ValueOf(ReportingPeriod period) => period.First.To(period.Last).Reverse().Select(ValueOf).FirstOrDefault(figure => figure is not null);

    /// <summary>The rank published for the newest week of a period that has one; null where none was.</summary>
    public int? RankOf(ReportingPeriod period) => period.First.To(period.Last).Reverse().Select(RankOf).FirstOrDefault(rank => rank is not null);

    /// <summary>The rank published for a week; null where none was.</summary>
    public int? RankOf(ReportingWeek week) => figures.LastOrDefault(figure => figure.ProvinceRank is not null && IsFor(figure, week))?.ProvinceRank;

    /// <summary>The newest rank from before a week and not from before <paramref name="first"/>; null where none is known.</summary>
    public ProvinceRank? LastRankBefore(ReportingWeek week, ReportingWeek first) => figures
        .Where(figure => !figure.IsBaseline && figure.ProvinceRank is not null)
        .Select(figure => (Figure: figure, Day: Day(figure)))
        .Where(entry => entry.Day >= first.Monday && entry.Day < week.Sunday)
        .OrderBy(entry => entry.Day)
        .Select(entry => new ProvinceRank(entry.Figure.ProvinceRank!.Value, entry.Day!.Value))
        .LastOrDefault();

    /// <summary>In how many consecutive periods up to the last the published rank was the first; 0 where it is not now.</summary>
    /// <param name="periods">The newest periods, oldest first; before them, weeks are looked at.</param>
    /// <param name="first">Nothing looks before it.</param>
    public int TimesFirst(IReadOnlyList<ReportingPeriod> periods, ReportingWeek first)
    {
        var count = periods.Reverse().TakeWhile(period => RankOf(period) == 1).Count();
        if (count < periods.Count) return count;
        for (var week = periods[0].First; week > first && RankOf(week.Previous) == 1; week = week.Previous) count++;
        return count;
    }

    /// <summary>The monthly figures that may be quoted in the issue of a period, in the order of the catalogue.</summary>
    public IReadOnlyList<PublishedFigure> QuotableIn(ReportingPeriod period) =>
        [.. figures.Where(figure => period.First.To(period.Last).Any(figure.IsQuotableIn))];

    private static bool IsFor(PublishedFigure figure, ReportingWeek week) =>
        !figure.IsBaseline && (figure.IsOf(week) || (figure.PeriodKind is PeriodKind.Date && Day(figure) == week.Sunday));

    private static DateOnly? Day(PublishedFigure figure) => figure.PeriodKind switch
    {
        PeriodKind.Week => ReportingWeek.TryParse(figure.Period, out var week) ? week.Sunday : null,
        PeriodKind.Date => DateOnly.TryParseExact(figure.Period, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        _ => null,
    };
}
