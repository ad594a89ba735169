using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Flow;

/// <summary>What a provincial table does not say of itself.</summary>
/// <param name="Indicator">Code or name.</param>
/// <param name="PeriodKind">Week, month or date.</param>
/// <param name="Period">Text of the period.</param>
/// <param name="Document">Title and number.</param>
/// <param name="Average">全省平均 as published; blank for none.</param>
/// <param name="Received">The week in which the document came in; null where that is not known.</param>
public sealed record TableHead(string Indicator, string PeriodKind, string Period, string Document, string Average, ReportingWeek? Received);

/// <summary>What taking a file would do: with a fault nothing at all.</summary>
/// <param name="Faults">Everything that is wrong.</param>
/// <param name="Plan">A list of figures; null for a table.</param>
/// <param name="Standings">A provincial table with its positions; null for a list.</param>
/// <param name="Effect">What the table does.</param>
/// <param name="Remarks">What is remarkable about the table and wants an explanation.</param>
public sealed record PublishedPreview(
    IReadOnlyList<string> Faults, PublishedPlan? Plan, ProvinceStandings? Standings, PublishedEffect Effect, IReadOnlyList<string> Remarks)
{
    /// <summary>Would it change anything?</summary>
    public bool Changes => Plan is { } plan ? plan.Created + plan.Revised > 0 : Standings is not null && Effect is not PublishedEffect.Unchanged;

    /// <summary>Must whoever takes it say why?</summary>
    public bool WantsReason => Changes && (Plan is { Revised: > 0 } || Effect is PublishedEffect.Revised || Remarks.Count > 0);
}

/// <summary>
/// Files of published figures: looked at first, with all faults at once, then taken whole or not at all. The same file twice changes nothing.
/// </summary>
public sealed class PublishedImport(PublishedFigureStore figures, ProvinceTableStore tables, CatalogueStore catalogues)
{
    /// <summary>Larger is no list of figures.</summary>
    public const int Limit = 512 * 1024;

    public async Task<PublishedPreview> PreviewAsync(Actor actor, byte[] bytes, string fileName, TableHead head, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var catalogue = await CatalogueAsync(actor, cancellationToken);
        var file = bytes.Length > Limit ? new PublishedFile(null, null, [$"文件大于{Limit / 1024}KB，请核对文件。"]) : PublishedFile.Read(bytes, fileName);
        if (file.Figures is { } entries)
        {
            var plan = PublishedPlan.Of(catalogue, entries, ChinaTime.Day(now));
            return new PublishedPreview(plan.Faults, plan, null, PublishedEffect.Unchanged, []);
        }

        if (file.Places is not { } places) return Refuse(file.Faults);
        var (table, faults) = new ProvinceTableEntry(head.Indicator, head.PeriodKind, head.Period, head.Document, head.Average, places).Read(catalogue, ChinaTime.Day(now));
        if (table is null) return Refuse(faults);
        var kept = (await tables.ListAsync(actor, table.Indicator, cancellationToken)).Where(row => row.IsCurrent).Select(row => row.Table).ToList();
        var known = kept.Find(other => other.Period == table.Period);
        var single = catalogue.PublishedFigures.LastOrDefault(figure => table.OwnFigure(catalogue.City, null) is { } own && PublishedKey.Of(figure) == PublishedKey.Of(own));
        var indicator = catalogue.Indicator(table.Indicator);
        return new PublishedPreview(
            [],
            null,
            ProvinceStandings.Of(indicator, catalogue.City, table, Before(kept, table)),
            known is null ? PublishedEffect.Created : known.SaysTheSameAs(table) ? PublishedEffect.Unchanged : PublishedEffect.Revised,
            ProvinceTableRemarks.Of(indicator, catalogue.City, table, single));
    }

    /// <summary>Takes a file and says in a sentence what that did; what is wrong with it is refused as a whole.</summary>
    public async Task<string> TakeAsync(Actor actor, byte[] bytes, string fileName, TableHead head, string? reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var preview = await PreviewAsync(actor, bytes, fileName, head, now, cancellationToken);
        if (preview.Faults.Count > 0) throw new StateConflictException($"文件有{preview.Faults.Count}处错误，没有导入：{string.Concat(preview.Faults)}");
        if (preview.Plan is { } plan)
        {
            var done = await figures.ImportAsync(actor, [.. plan.Figures.Select(planned => planned.Figure)], reason, now, cancellationToken);
            return $"读取{plan.Read}条，新增{done.Created}条，更正{done.Revised}条，未变{done.Unchanged}条。";
        }

        var table = preview.Standings!.Table;
        var effect = await tables.EnterAsync(actor, table, head.Received, reason, now, cancellationToken);
        var name = $"{preview.Standings.Indicator.Name}（{table.Period.FullName}）省通报全表，{table.Rows.Count}个地区";
        return effect switch
        {
            PublishedEffect.Created => $"已录入{name}。",
            PublishedEffect.Revised => $"已更正{name}。",
            _ => $"{name}与已录入的完全相同，没有改动。",
        };
    }

    /// <summary>The newest table of the same kind of period before one.</summary>
    public static ProvinceTable? Before(IEnumerable<ProvinceTable> kept, ProvinceTable table) =>
        kept.Where(other => other.Indicator == table.Indicator && other.Period.Kind == table.Period.Kind && other.Period < table.Period).MaxBy(other => other.Period);

    private async Task<Catalogue> CatalogueAsync(Actor actor, CancellationToken cancellationToken) =>
        await catalogues.FindAsync(actor, cancellationToken) ?? throw new StateConflictException("数据库里没有指标目录。");

    private static PublishedPreview Refuse(IReadOnlyList<string> faults) => new(faults, null, null, PublishedEffect.Unchanged, []);
}
