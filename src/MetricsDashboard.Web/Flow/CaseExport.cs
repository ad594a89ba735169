using System.Globalization;
using System.Runtime.CompilerServices;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Workbooks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Cases;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Flow;

/// <summary>The list of 红牌成因 as an Excel file: all rows of the filter, in the order of the page.</summary>
public sealed class CaseExport(CaseStore cases, Installed installed)
{
    /// <summary>So many rows at most; a sheet of more is nothing that anybody reads.</summary>
    public const int MostRows = 100_000;

    private static readonly ListColumn[] Columns =
    [
        new("办件编号", 22), new("单位", 24), new("事项编码", 16), new("事项", 34), new("牌", 7), new("变化", 7), new("亮牌时间", 17), new("亮牌时长", 17), new("发牌原因", 12), new("超时限工作日", 14),
        new("受理时间", 17), new("承诺时限", 17), new("法定时限", 17), new("办结时间", 17), new("状态", 7), new("来源的牌", 10), new("推算的牌", 10), new("最新说明", 36),
    ];

    /// <summary>Writes the file; the stream stays open.</summary>
    public async Task<int> WriteAsync(Actor actor, RedCardsScope scope, Stream stream, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var filter = scope.Query.Filter;
        var total = await cases.CountAsync(actor, filter, scope.Start, scope.Moment, cancellationToken);
        var lines = new List<string>
        {
            $"{(installed.IsDemonstration ? "【演示数据】" : "")}{scope.Name}{filter.Flow?.Name() ?? "存量"}{RedCardsText.What(filter.Card)}办件清单，{scope.Week.Text}",
            $"统计时点：{Time(scope.Moment)}（{scope.UpTo}）；导出时间：{Time(now)}",
            $"来源：政务服务指标看板，电子监察办件数据；共{total}件{(total > MostRows ? $"，只导出前{MostRows}件，其余请缩小范围后再导出" : "")}{(Conditions(filter) is { Length: > 0 } conditions ? $"；条件：{conditions}" : "")}",
        };
        if (installed.IsDemonstration) lines.Add("演示数据　不作为工作依据");
        return await ListWorkbook.WriteAsync(stream, "办件清单", lines, Columns, RowsAsync(actor, scope, cancellationToken), cancellationToken);
    }

    /// <summary>全市_红牌_9月21日—9月27日.xlsx.</summary>
    public static string FileName(RedCardsScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return $"{scope.Name}_{scope.Query.Filter.Flow?.Name() ?? "存量"}{scope.Query.Filter.Card?.Name() ?? "红黄牌"}_{WeekText.Period(scope.Week.Period)}.xlsx";
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(Actor actor, RedCardsScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in cases.StreamAsync(actor, scope.Query.Filter, scope.Query.Order, scope.Query.IsDescending, MostRows, scope.Start, scope.Moment, cancellationToken))
        {
            yield return
            [
                row.CaseNo, row.Unit.ShortName, row.ItemCode, row.ItemName, row.Card.Name(), row.Flow.Name(), Cell(row.Since), row.Age.Name(), CardShares.Cause(row.Cause), row.DaysOver,
                Cell(row.AcceptedAt), Cell(row.PromisedDue), Cell(row.StatutoryDue), Cell(row.CompletedAt), row.Status.Name(), row.Shown?.Name(), row.Derived.Name(), CaseTable.Note(row.Note),
            ];
        }
    }

    private static string Conditions(CaseFilter filter) => string.Join("；", new[]
    {
        filter.Item is { } item ? $"事项编码{item}" : "",
        filter.WithoutCause ? "发牌原因未注明" : filter.Cause is { } cause ? $"发牌原因{cause.Name()}" : "",
        filter.Age is { } age ? $"亮牌时长{age.Name()}" : "",
        filter.Number is { } number ? $"办件编号含{number}" : "",
        filter.IsDiffering ? "来源与推算不一致" : "",
    }.Where(text => text.Length > 0));

    private static DateTime? Cell(DateTimeOffset? moment) => moment is { } known ? BusinessClock.Local(known).DateTime : null;

    private static string Time(DateTimeOffset moment) => BusinessClock.Local(moment).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
}
