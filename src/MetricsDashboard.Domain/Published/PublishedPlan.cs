using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Domain.Published;

/// <summary>What there can be only one of: a figure of an indicator, scope and period, baseline or not.</summary>
/// <param name="Indicator">Code.</param>
/// <param name="Unit">Code.</param>
/// <param name="Period">Period.</param>
/// <param name="IsBaseline">A baseline stands beside the period's own figure.</param>
public sealed record PublishedKey(string Indicator, string Unit, FigurePeriod Period, bool IsBaseline)
{
    /// <summary>The key of a figure.</summary>
    public static PublishedKey Of(PublishedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new PublishedKey(figure.Indicator, figure.Unit, FigurePeriod.Of(figure), figure.IsBaseline);
    }
}

/// <summary>What a row of a file does to the figures that are kept.</summary>
public enum PublishedEffect
{
    /// <summary>新增.</summary>
    Created,

    /// <summary>更正.</summary>
    Revised,

    /// <summary>未变.</summary>
    Unchanged,
}

/// <summary>A row of a file and what it does.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Effect">New, a correction, or nothing.</param>
/// <param name="Replaced">The figure that it corrects; null for the others.</param>
public sealed record PlannedFigure(PublishedFigure Figure, PublishedEffect Effect, PublishedFigure? Replaced);

/// <summary>
/// A whole file of figures against those that are kept: taken whole or not at all, and the same file twice changes nothing (design.md
/// rule 11). Read = created + revised + unchanged + rejected; with a fault everything is rejected.
/// </summary>
/// <param name="Read">Rows read.</param>
/// <param name="Figures">What each row does; empty where there is a fault.</param>
/// <param name="Faults">Everything that is wrong, a sentence each.</param>
public sealed record PublishedPlan(int Read, IReadOnlyList<PlannedFigure> Figures, IReadOnlyList<string> Faults)
{
    /// <summary>New figures.</summary>
    public int Created => Count(PublishedEffect.Created);

    /// <summary>Corrected figures.</summary>
    public int Revised => Count(PublishedEffect.Revised);

    /// <summary>Figures that are kept already just so.</summary>
    public int Unchanged => Count(PublishedEffect.Unchanged);

    /// <summary>Rows that were not taken.</summary>
    public int Rejected => Faults.Count > 0 ? Read : 0;

    /// <summary>Judges the rows of a file.</summary>
    /// <param name="catalogue">The catalogue in force, with the figures that are kept.</param>
    /// <param name="entries">The rows.</param>
    /// <param name="today">Nothing that begins later can have been published.</param>
    public static PublishedPlan Of(Catalogue.Catalogue catalogue, IReadOnlyList<PublishedEntry> entries, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var kept = Kept(catalogue);
        var faults = new List<string>();
        var figures = new List<PlannedFigure>();
        var seen = new Dictionary<PublishedKey, string>();
        foreach (var entry in entries)
        {
            var (figure, wrong) = entry.Read(catalogue, today);
            faults.AddRange(wrong);
            if (figure is null) continue;
            var planned = Plan(kept, figure);
            if (planned.Effect is not PublishedEffect.Unchanged && figure.Document is null)
                faults.Add($"{entry.Where}：{PublishedRules.Document(null)}");
            if (seen.TryAdd(PublishedKey.Of(figure), entry.Where)) figures.Add(planned);
            else faults.Add($"{entry.Where}：与{seen[PublishedKey.Of(figure)]}的{PublishedFields.Indicator}、{PublishedFields.Unit}、{PublishedFields.Period}相同，同一时段只能有一个公布值，请删去其中一行。");
        }

        if (entries.Count == 0) faults.Add("文件里没有数据行，请填写后重新上传。");
        return new PublishedPlan(entries.Count, faults.Count == 0 ? figures : [], faults);
    }

    /// <summary>What a figure does to those that are kept.</summary>
    public static PlannedFigure Plan(IReadOnlyDictionary<PublishedKey, PublishedFigure> kept, PublishedFigure figure) =>
        !kept.TryGetValue(PublishedKey.Of(figure), out var known) ? new PlannedFigure(figure, PublishedEffect.Created, null)
        : known == figure ? new PlannedFigure(figure, PublishedEffect.Unchanged, null)
        : new PlannedFigure(figure, PublishedEffect.Revised, known);

    /// <summary>The figures that are kept, each once; of several with the same key the last counts, as everywhere.</summary>
    public static IReadOnlyDictionary<PublishedKey, PublishedFigure> Kept(Catalogue.Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.PublishedFigures.GroupBy(PublishedKey.Of).ToDictionary(same => same.Key, same => same.Last());
    }

    /// <summary>电子监察红牌率（全市，2020年9月21日—9月27日）: a figure by its name.</summary>
    public static string NameOf(Catalogue.Catalogue catalogue, PublishedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(figure);
        return $"{catalogue.FindIndicator(figure.Indicator)?.Name ?? Quotation.Of(figure.Indicator)}（{catalogue.FindUnit(figure.Unit)?.ShortName ?? figure.Unit}，{FigurePeriod.Of(figure).FullName}{(figure.IsBaseline ? "，基期" : "")}）";
    }

    private int Count(PublishedEffect effect) => Figures.Count(figure => figure.Effect == effect);
}
