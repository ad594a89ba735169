using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Tests.Reporting.Formats;

/// <summary>An invented report of the shape and length of a real one: 11 counties, long sentences, linked numbers, a gap in the chart.</summary>
internal static class SampleReport
{
    public static readonly string[] Counties =
        ["新华区", "卫东区", "石龙区", "湛河区", "宝丰县", "叶县", "鲁山县", "郏县", "舞钢市", "城乡一体化示范区", "高新区"];

    public static ReportDocument Create() => new(
        new Masthead(
            "内部资料　注意保存",
            "提升政务服务能力工作周报",
            "第12期",
            "（总第12期）",
            "平顶山市提升网上政务服务能力优化营商环境工作专班",
            "2020年9月29日"),
        "全市提升政务服务能力工作情况",
        "（2020年9月21日—9月27日）",
        Body(),
        [SampleAnnexes.Indicators(), SampleAnnexes.CountyTable(), SampleAnnexes.Ledger()],
        Chart(),
        new Colophon("市委、市政府主要领导", "市专班成员单位", "张三丰", "李四光", null, 50),
        Demonstration: false,
        new DocumentProperties(
            "提升政务服务能力工作周报（第12期）",
            "2020年9月21日—9月27日",
            "平顶山市提升网上政务服务能力优化营商环境工作专班",
            "周报,政务服务",
            new DateTimeOffset(2020, 9, 29, 9, 0, 0, TimeSpan.FromHours(8))));

    public static Chart Chart() => new(
        "全市电子监察红牌率走势图",
        [.. Enumerable.Range(1, 12).Select(issue => $"第{issue}期")],
        [
            new ChartSeries("全市红牌率", [31.42m, 27.85m, 24.10m, 19.63m, 15.08m, null, 9.74m, 6.52m, 4.37m, 2.64m, 1.35m, 1.00m]),
            new ChartSeries("控制目标", [.. Enumerable.Repeat<decimal?>(1.00m, 12)], LineStyle.Dashed),
        ],
        "%",
        2,
        "数据来源：省政务服务电子监察系统。第6期石龙区未报送，不计算全市数。");

    private static List<Block> Body() =>
    [
        new Paragraph([
            new Run("本周，市专班以消除红牌、优化事项、乡村覆盖和“豫事办”推广应用为重点，持续提升网上政务服务能力，主要指标总体向好。截至9月27日，全市电子监察红牌率"),
            Number("1.00%"), new Run("，较6月下降"), Number("35.15"), new Run("个百分点；全省排名第"), Number("9"),
            new Run("位，较6月上升6位；市级“最多跑一次”事项占比"), Number("99%"), new Run("，法定办结时限压缩比"), Number("75%"),
            new Run("；全市129个乡镇（街道）的2350个村（社区）实现政务服务乡村覆盖。现将有关情况报告如下。")]),
        new Heading(1, "一、主要指标情况"),
        new Heading(2, "（一）红黄牌。"),
        new Paragraph([
            new Run("截至9月27日，全市电子监察红牌率"), Number("1.00%"), new Run("，较上周下降"), Number("0.35"),
            new Run("个百分点；全省排名第9位，较上周上升1位。与6月相比，红牌率由36.15%降至1.00%，下降35.15个百分点；全省排名由第15位升至第9位，上升6位。本周新增红牌办件12件，消除58件，期末存量131件，其中因系统问题产生的9件，正联系省级系统管理员解决。")]),
        new Heading(2, "（二）事项便利度。"),
        Paragraph.Of("截至9月27日，市级46家单位的1344个政务服务事项，除因场地要求等特殊原因外，全部进驻实体大厅。市级法定办结时限压缩比75%，较上周提高0.40个百分点；“最多跑一次”事项占比99%，不见面审批事项占比71%，“即办件”事项占比31%，较上周分别提高0.10个、0.65个、0.25个百分点；单点登录事项占比90%；事项要素完整率保持在99%以上。压缩比等6项指标均完成省定目标。"),
        new Heading(2, "（三）乡村覆盖。"),
        Paragraph.Of("截至9月27日，全市129个乡镇（街道）的2350个村（社区）实现政务服务乡村覆盖，较上周增加村（社区）16个；示范区滍阳镇便民服务站完成培训；村级便民服务站实现18个事项网上可办。"),
        new Heading(2, "（四）移动端和自助端。"),
        Paragraph.Of("截至9月27日，“豫事办”平顶山分厅累计提交审核事项89项，其中重点领域67项；完成上架20项，较上周增加2项，排名全省第一。8月“豫事办”注册用户环比增长率位居全省前三位。市24小时自助政务服务大厅引入7个单位17台自助服务设备，可办理70项高频政务服务事项。"),
        new Heading(2, "（五）“互联网+监管”。"),
        Paragraph.Of("截至9月27日，全市执法人员在省“互联网+监管”平台注册11052人，全部完成注册；监管行为数据事项覆盖率68.9%，全省排名第6位，较上周上升2位。"),
        new Heading(1, "二、本周工作开展情况"),
        new Paragraph([
            new Run("一是抓红牌消除。", RunStyle.Bold),
            new Run("安排专人每日登录省政务服务电子监察系统，查找红牌产生的源头和发牌原因，对问题出现频率高的4个部门、7个事项集中攻坚。"),
            new Run("二是抓事项梳理。", RunStyle.Bold),
            new Run("逐单位梳理事项、优化办理程序，督促3个未进厅事项进驻实体大厅。"),
            new Run("三是抓乡村覆盖。", RunStyle.Bold),
            new Run("培训街道、社区业务人员420人次，到乡、村便民服务点指导36次。")]),
        new Heading(1, "三、各县（市、区）和市直部门情况"),
        new Heading(2, "（一）各县（市、区）。"),
        Paragraph.Of("红牌率由低到高，郏县、舞钢市、湛河区位居前三，叶县、鲁山县、城乡一体化示范区位居后三；宝丰县较上周下降0.82个百分点，降幅最大；城乡一体化示范区连续3周上升。本周应报送单位11个，按时报送10个，未报送1个（石龙区，存量数据沿用上周）。"),
        new Heading(2, "（二）市直部门。"),
        Paragraph.Of("红牌办件集中在市公安局（9件）、市人社局（6件）、市医保局（4件），合计占市级红牌办件的67.86%；发牌原因主要是超时未办（13件）、办结未回传（8件）。"),
        new Heading(1, "四、存在问题"),
        new Heading(2, "（一）红牌存量仍未清零。"),
        Paragraph.Of("叶县等4个单位红牌率高于全市水平，11件红牌存续超过30个工作日。（台账编号2020-ZB-0037）"),
        new Heading(2, "（二）工作推进不够平衡。"),
        Paragraph.Of("城乡一体化示范区尚未成立专班；鲁山县14个事项未进驻实体大厅。（台账编号2020-ZB-0038）"),
        new Heading(1, "五、下步工作"),
        new Heading(2, "（一）集中攻坚存量红牌。"),
        Paragraph.Of("逐件明确责任人，10月16日前清零。责任单位：市直有关部门，各县（市、区）专班。"),
        new Heading(2, "（二）健全专班机制。"),
        Paragraph.Of("督促城乡一体化示范区10月9日前成立专班。责任单位：城乡一体化示范区管委会。"),
    ];

    private static Run Number(string text) => new(text, RunStyle.Normal, "/explain?indicator=red&unit=city&week=2020-W39");
}
