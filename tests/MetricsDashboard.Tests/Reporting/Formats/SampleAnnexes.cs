using System.Globalization;
using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Tests.Reporting.Formats;

/// <summary>The tables of the sample: one that runs over a page, one with a total and common headings, one of words.</summary>
internal static class SampleAnnexes
{
    private const string AsOf = "统计时点：2020年9月27日24时";

    public static Annex Indicators() => new("附表1", "全市主要指标完成情况表", AsOf, new Table(
        [
            new("序号", 5), new("指标名称", 20, CellAlignment.Left), new("口径", 7), new("计量单位", 6), new("目标值", 8), new("本周", 9),
            new("上周", 9), new("较上周", 16), new("全省位次", 7), new("位次变化", 8), new("完成情况", 10),
        ],
        [
            Indicator(1, "电子监察红牌率", "全市", "%", "1.00", "1.00", "1.35", "下降0.35个百分点", "9", "上升1位", "达标", CellMark.Met),
            Indicator(2, "法定办结时限压缩比", "市级", "%", "70.00", "75.00", "74.60", "提高0.40个百分点", "—", "—", "达标", CellMark.Met),
            Indicator(3, "不见面审批事项占比", "市级", "%", "72.00", "71.00", "70.35", "提高0.65个百分点", "—", "—", "接近目标", CellMark.Near),
            Indicator(4, "“即办件”事项占比", "市级", "%", "35.00", "31.00", "30.75", "提高0.25个百分点", "—", "—", "未达标", CellMark.Missed),
            .. Enumerable.Range(5, 16).Select(number => Indicator(number, $"村级便民服务站网上可办事项数之{number}", "全市", "项", "—", "18", "18", "与上周持平", "—", "—", "—", CellMark.None)),
        ]), [
            "口径“市级”指市直部门事项，“全市”含各县（市、区）。",
            "红牌率＝期末亮红牌办件数÷纳入电子监察办件数×100%，数据来源：省政务服务电子监察系统。",
            "“—”表示省级未公布或不适用。",
            "无文件依据的不列目标、不评价。"]);

    public static Annex CountyTable() => new("附表2", "各县（市、区）主要指标情况表", AsOf, new Table(
        [
            new("排名", 5), new("单位", 17, CellAlignment.Left), new("本周（%）", 9, CellAlignment.Right, "红牌率"), new("较上周（百分点）", 10, CellAlignment.Right, "红牌率"),
            new("位次变化", 10), new("存量红牌（件）", 9, CellAlignment.Right), new("事项要素完整率（%）", 11, CellAlignment.Right),
            new("应覆盖（个）", 9, CellAlignment.Right, "村（社区）"), new("已覆盖（个）", 9, CellAlignment.Right, "村（社区）"), new("报送情况", 9),
        ],
        [
            new TableRow([new("—"), new("全市"), new("1.00", "/explain?unit=city"), new("－0.35"), new("—"), new("131"), new("99.12"), new("2350"), new("2350"), new("—")], Total: true),
            .. SampleReport.Counties.Select((county, index) => new TableRow([
                new(county == "石龙区" ? "—" : (index + 1).ToString(CultureInfo.InvariantCulture)), new(county),
                new((0.42m + index * 0.17m).ToString("F2", CultureInfo.InvariantCulture), "/explain?unit=" + index), new("－0.12"), new("上升1位"),
                new("12", Mark: county == "石龙区" ? CellMark.Carried : CellMark.None), new("99.08"), new("210"), new("210"), new(county == "石龙区" ? "未报送" : "按时", Mark: county == "石龙区" ? CellMark.Missed : CellMark.None)])),
        ]), [
            "按红牌率由低到高排列，并列的按规定单位顺序排列。",
            "未报送单位存量数据沿用上周并以“*”标注，不参加排名。",
            "汝州市未列入。"]);

    public static Annex Ledger() => new("附表3", "专班台账进展情况表", "（累计挂号53项，销号46项，在办7项，其中逾期2项）", new Table(
        [
            new("编号", 13), new("问题", 25, CellAlignment.Left), new("责任单位", 18, CellAlignment.Left), new("责任人", 8), new("整改时限", 10), new("本周进展", 16, CellAlignment.Left), new("办理状态", 10),
        ],
        [
            new TableRow([new("2020-ZB-0038"), new("城乡一体化示范区尚未成立专班"), new("城乡一体化示范区管委会"), new("×××"), new("10月9日"), new("方案已报管委会"), new("整改中")]),
            new TableRow([new("2020-ZB-0037"), new("城乡一体化示范区滍阳镇红牌率连续3周上升"), new("城乡一体化示范区专班"), new("×××"), new("9月25日"), new("已消除4件"), new("逾期", Mark: CellMark.Missed)]),
        ]), []);

    private static TableRow Indicator(int number, string name, string scope, string unit, string target, string now, string before, string change, string rank, string moved, string state, CellMark mark) =>
        new([
            new(number.ToString(CultureInfo.InvariantCulture)), new(name), new(scope), new(unit), new(target), new(now, $"/explain?indicator=i{number}&unit=city&week=2020-W39"),
            new(before), new(change), new(rank), new(moved), new(state, Mark: mark)]);
}
