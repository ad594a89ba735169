using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;

namespace MetricsDashboard.Web.Components.Reporting;

/// <summary>催报名单: who has not reported a period, ready to be pasted into a chat group.</summary>
public static class ReminderText
{
    /// <summary>截至9月28日10时，9月21日—9月27日统计周，以下单位尚未报送：叶县、宝丰县（事项表）；… Empty where everybody has.</summary>
    public static string Of(WeekRow week, IEnumerable<DutyRow> duties, DateTimeOffset now)
    {
        var marked = ReportingTable.Own(duties).Select(duty => (Duty: duty, Mark: DutyMarks.Of(duty, now))).ToList();
        List<string> parts = [];
        if (Names(marked, one => one is DutyMark.Missing or DutyMark.NotDue) is { Length: > 0 } open)
            parts.Add($"以下单位尚未报送：{open}");
        if (Names(marked, one => one is DutyMark.Returned) is { Length: > 0 } returned) parts.Add($"以下单位的报表已退回，请修改后重新报送：{returned}");
        if (Names(marked, one => one is DutyMark.UnitReview) is { Length: > 0 } review) parts.Add($"以下单位待本单位审核人审核：{review}");
        if (parts.Count == 0) return "";
        var local = BusinessClock.Local(now);
        return $"截至{local.Month}月{local.Day}日{local.Hour}时，{View.NameOf(week)}统计周，{string.Join("；", parts)}。报送期限为{Moments.Text(week.DueAt)}，请尽快办理。";
    }

    /// <summary>叶县、宝丰县（事项表）: the forms where not all that the unit owes stand so.</summary>
    private static string Names(IEnumerable<(DutyRow Duty, DutyMark Mark)> marked, Func<DutyMark, bool> isMeant) => string.Join(
        "、",
        marked.GroupBy(one => one.Duty.Unit.Code, StringComparer.Ordinal).OrderBy(unit => unit.First().Duty.Unit.Order)
            .Select(unit => (First: unit.First().Duty.Unit, All: unit.Count(), Forms: unit.Where(one => isMeant(one.Mark)).Select(one => one.Duty.Form.Name).ToList()))
            .Where(unit => unit.Forms.Count > 0)
            .Select(unit => unit.Forms.Count == unit.All ? unit.First.ShortName : $"{unit.First.ShortName}（{string.Join("、", unit.Forms)}）"));
}
