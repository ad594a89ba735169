using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Tests.Demonstration;

/// <summary>
/// What the county task forces write beside their figures: short sentences of the usual kind, put together by the fixed seed. They say of
/// figures only what the week's own figures say, and no two counties write the same in a week.
/// </summary>
internal static class DemoProgress
{
    private static readonly string[] Openings =
    [
        "县级专班召开调度会，对照市专班台账逐项核对，明确了责任单位和完成时限",
        "专班办公室到政务服务中心现场办公，逐个窗口核对进驻事项",
        "专班组织有关部门集中办公，对照国家事项库逐条核对要素",
        "主要负责同志听取专班工作汇报，对进度慢的部门逐一提出要求",
        "专班对上周反馈的问题逐条销号，督促有关部门按时回传办件结果",
        "专班会同司法、编办等部门复核事项清单，规范名称和办事指南",
    ];

    /// <summary>Where no task force has been set up yet, the figures say so, and nobody writes in its name.</summary>
    private static readonly string[] WithoutTaskForce =
    [
        "专班尚未成立，暂由政务服务部门牵头，对照市专班台账逐项核对",
        "专班尚未成立，暂由政务服务中心到各窗口逐个核对进驻事项",
        "专班尚未成立，暂由政务服务部门牵头，集中复核事项清单和办事指南",
    ];

    private static readonly string[] Training =
    [
        "组织乡镇（街道）业务人员线上培训，讲解村级网上可办事项的办理流程",
        "分片到乡镇（街道）指导村级服务站点，现场演示网上申报",
        "将一次性告知单和办事指南送到村（社区），在服务站点公开摆放",
        "在政务服务大厅和乡镇便民服务中心设置引导岗，帮助群众注册使用“豫事办”",
        "对窗口人员开展电子监察和好差评业务培训，要求办件当日回传",
    ];

    private static readonly string[] Problems =
    [
        "个别部门业务专网与统一受理平台尚未对接，办件需要二次录入",
        "部分村（社区）服务站点设备老旧，网上申报时有卡顿",
        "少数乡镇业务人员变动较多，新到岗人员操作不熟练",
        "部分办件在部门系统办结后回传不及时，容易被电子监察系统预警",
        "个别事项的法定依据已经调整，办事指南更新不及时",
        "群众对网上评价的方法了解不够，主动评价偏少",
    ];

    private static readonly string[] Measures =
    [
        "已列入台账，正在督促整改",
        "已与有关部门对接，正在研究解决办法",
        "已明确专人负责，逐项跟进",
        "正在排查原因",
        "正在分批整改",
    ];

    private static readonly string[] Steps =
    [
        "继续核对事项要素，对办事指南逐项校验",
        "对进度靠后的乡镇（街道）逐个约谈，压实责任",
        "开展窗口业务“回头看”，重点检查一次性告知落实情况",
        "会同有关部门清理存量办件，办结一件、回传一件",
        "加大“豫事办”宣传推广，在政务服务大厅增设自助注册引导",
        "组织第二轮乡村业务培训，做到人人会操作",
    ];

    private static readonly string[] Requests =
    [
        "请市专班协调省有关部门开放业务专网接口",
        "请市专班协调有关市直部门明确办件回传的时限和口径",
        "请市专班组织一次电子监察业务集中培训",
        "请市专班统一印发村级网上可办事项操作指引",
        "暂无需要市级协调的事项",
    ];

    /// <summary>The text of a county and week; blank where a county has no problem to name.</summary>
    public static string Text(DataElement element, string county, ReportingWeek week, DemoFigures figures)
    {
        var index = week.WeeksSince(DemoParameters.First);
        var place = DemoParameters.Counties.Select((known, i) => (known.Code, i)).First(known => known.Code == county).i;
        return element.Code switch
        {
            NamedCodes.ProgressThisWeek => $"一是{Pick(figures["task_forces_established", county][index] == 1 ? Openings : WithoutTaskForce, place, index, "opening")}。二是{Pick(Training, place, index, "training")}。三是{Figures(county, index, figures)}。",
            NamedCodes.ProgressProblems => DemoNoise.Whole(0, 3, county, "no problem", index) == 0 ? "" : $"{Pick(Problems, place, index, "problem")}，{Pick(Measures, place, index, "measure")}。",
            NamedCodes.ProgressNextSteps => $"{Pick(Steps, place, index, "step")}；{Pick(Steps, place + 3, index, "step")}。{Pick(Requests, place, index, "request")}。",
            _ => throw new InvalidOperationException($"Nobody writes {element.Code}."),
        };
    }

    /// <summary>Neighbours in the list differ; lists of six and of five together give thirty different pairs, so that no two of eleven counties write the same, and none the same two weeks running.</summary>
    private static string Pick(string[] from, int place, int week, string name) => from[(place + week + DemoNoise.Whole(0, from.Length - 1, name)) % from.Length];

    private static string Figures(string county, int week, DemoFigures figures)
    {
        var (items, complete) = (figures["items_total", county][week], figures["items_elements_complete", county][week]);
        var (completed, onTime) = (figures["cases_completed", county][week], figures["cases_completed_in_time", county][week]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"截至{week.ToSunday()}，在库政务服务事项{items}项，其中要素完整的{complete}项；本周办结办件{completed}件，其中按期办结{onTime}件");
    }

    private static string ToSunday(this int week) => WeekText.Day(DemoParameters.First.AddWeeks(week).Sunday);
}
