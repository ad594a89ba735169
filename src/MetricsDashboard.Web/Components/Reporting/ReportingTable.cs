using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Components.Reporting;

/// <summary>A unit's duty of a period, over the forms that it supplies itself.</summary>
/// <param name="Mark">How they stand together.</param>
/// <param name="Count">How many of them stand so.</param>
/// <param name="Forms">How many there are.</param>
public sealed record ReportingCell(DutyMark Mark, int Count, int Forms)
{
    /// <summary>按时, or 未报 2/3 where only some stand so.</summary>
    public string Text => Count == Forms ? Mark.Name() : $"{Mark.Name()} {Count}/{Forms}";
}

/// <summary>A unit's row.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Cells">By period, in the order of the table's; null where nothing was owed.</param>
/// <param name="OnTime">按时报送次数 ÷ 应报送次数 of the closed periods.</param>
public sealed record ReportingLine(Unit Unit, IReadOnlyList<ReportingCell?> Cells, Ratio OnTime);

/// <summary>县（市、区）, 市直部门 or 市级.</summary>
public sealed record ReportingGroup(string Name, IReadOnlyList<ReportingLine> Lines);

/// <summary>The matrix of units and periods. What the city or a source supplies for the units is nobody's duty here.</summary>
/// <param name="Periods">The columns, the oldest first.</param>
/// <param name="Groups">The rows.</param>
/// <param name="OnTime">Of all units.</param>
public sealed record ReportingTable(IReadOnlyList<WeekRow> Periods, IReadOnlyList<ReportingGroup> Groups, Ratio OnTime)
{
    public static ReportingTable Of(IReadOnlyList<WeekRow> periods, IReadOnlyList<DutyRow> duties, DateTimeOffset now)
    {
        var own = Own(duties);
        var closed = periods.Where(week => !week.IsOpen).Select(week => week.Week).ToHashSet();
        var groups = own.GroupBy(duty => duty.Unit.Code, StringComparer.Ordinal)
            .Select(unit => new ReportingLine(unit.First().Unit, [.. periods.Select(week => Cell([.. unit.Where(duty => duty.Week == week.Week)], now))], Rate(unit.Where(duty => closed.Contains(duty.Week)))))
            .OrderBy(line => line.Unit.Order)
            .GroupBy(line => GroupOf(line.Unit.Kind))
            .OrderBy(group => group.Key.Order)
            .Select(group => new ReportingGroup(group.Key.Name, [.. group]));
        return new ReportingTable(periods, [.. groups], Rate(own.Where(duty => closed.Contains(duty.Week))));
    }

    /// <summary>The duties that units meet themselves.</summary>
    public static IReadOnlyList<DutyRow> Own(IEnumerable<DutyRow> duties) => [.. duties.Where(duty => duty.Form.SuppliedBy is SuppliedBy.Unit)];

    // As close-week counts it: what was not accepted when the week was closed was not reported.
    private static Ratio Rate(IEnumerable<DutyRow> duties)
    {
        var all = duties.ToList();
        return new Ratio(all.Count(duty => duty is { State: SubmissionState.Accepted, OnTime: true }), all.Count);
    }

    /// <summary>How a unit stands over the forms of a period; null where nothing was owed.</summary>
    public static ReportingCell? Cell(IReadOnlyList<DutyRow> duties, DateTimeOffset now)
    {
        if (duties.Count == 0) return null;
        var mark = DutyMarks.Of(duties, now);
        return new ReportingCell(mark, duties.Count(duty => DutyMarks.Of(duty, now) == mark), duties.Count);
    }

    private static (int Order, string Name) GroupOf(UnitKind kind) => kind switch
    {
        UnitKind.County => (0, "县（市、区）"),
        UnitKind.Department => (1, "市直部门"),
        _ => (2, "市级"),
    };
}
