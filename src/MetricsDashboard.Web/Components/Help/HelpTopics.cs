using MetricsDashboard.Domain.People;

namespace MetricsDashboard.Web.Components.Help;

/// <summary>A part of the help.</summary>
public sealed record HelpTopic(string Title, IReadOnlyList<string> Lines);

/// <summary>What each role is told: its own work first, then what everybody needs.</summary>
public static class HelpTopics
{
    private static readonly HelpTopic Reporting = new("报送",
    [
        "“我的任务”列出本单位应报的报表和期限；超过期限没有报的会一直留在那里，不会消失。",
        "三种填法任选一种：下载报表，填好后整个文件上传；点“在线填报”，边填边检查，自动保存草稿；与上次相同或者没有发生的，点“与上周一致，确认报送”（几周合并为一期的，是“与上期一致”）或“零报告”。",
        "下载的报表已带出上次的期末数，只改有变化的格。只填整数，不填百分比，比率由系统计算。确实没有的填0，不要空着。",
        "上传后先检查，不会马上报出去。有错误的一次列出全部，可以下载标注错误的表格，在红色的格里改好再传。有提醒的写一句说明，核对后点“确认报送”。",
        "市专班接收之前可以撤回。被退回的，退回原因写在报表和单元格上，改好后重新报送；第一次是按时报的，仍算按时。",
        "已接收的数有错，点“申请更正”，写明正确的数和原因，批准后生效，原来的数保留备查。",
        "他人代报的数会出现在“数据核对”里，请确认无误，或者写明异议。",
    ]);

    private static readonly HelpTopic UnitReview = new("本单位审核",
    [
        "在“我的任务”的“本单位设置”里勾选“本单位报送须经审核人审核后上报”后，填报员报的数先由您审核，一次可以全部通过。本人报的不能自己审核。",
        "出差时可以指定代理人和截止日期。",
    ]);

    private static readonly HelpTopic Review = new("审核",
    [
        "“审核”列出待接收的报送：可以按单位、报表筛选，只看逾期或变动较大的；没有异常的可以一次接收，有异常的逐件查看。",
        "既报了报表、又有办件数据的数，“数据来源比对”列出两者的差异；采用哪一个由管理员按填报项设置，两个数都保留。",
        "退回时可以在具体的数上写原因，填报员在自己的表上就能看到。不能接收本人报送的数。单位对代报的数有异议的，在“数据核对”里答复。",
    ]);

    private static readonly HelpTopic Chasing = new("催报和公布值",
    [
        "“报送情况”看谁没有报、谁逾期；“催报”里有没有报的单位和电话、可以直接粘贴的催报文字，电话催过的请登记。",
        "确需补报的，批准延期并写明原因，只对这个单位、这一周有效。",
        "“公布值”录入省里通报的数和位次，须写明文件；它与本市核算的数分开存放，不参加汇总。",
    ]);

    private static readonly HelpTopic OwnCards = new("本单位红黄牌",
    [
        "“今日红牌”列出本单位今天新增、消除和以前存量的红牌，以及到下一个工作日要转红牌的办件。点办件编号看时限、各个版本和查办记录。",
        "有红黄牌的办件请写“情况说明”和整改期限；认为是系统问题的，提出异议，市专班答复后站内消息会告知您。",
    ]);

    private static readonly HelpTopic Cards = new("红黄牌",
    [
        "每天早上看“今日红牌”：勾选查过的办件，点“标记已查”，可以打印。过去的日子可以在右上角选。",
        "点办件编号可以更正发牌原因、答复单位的异议；异议成立的，发牌原因改为“系统问题”。原因的改动不影响已统计的件数。",
        "“红黄牌差异”列出来源显示的牌与按阈值推算不一致的办件；阈值由管理员修改。",
    ]);

    private static readonly HelpTopic Sources = new("数据源和采集批次",
    [
        "“数据源”列出办件和报表从哪里自动取来、是否正常、下一次什么时候取；市专班审核员和管理员可以“立即采集”。设置由管理员修改，保存前可以“试连”：只问一次，不入库。",
        "对方给的是文件的，在“采集批次”里点“上传办件文件”；收下的文件不会丢，处理到哪里都看得见。",
        "“采集批次”是每一次采集的结果。读取的行都有去向：新增、更新、未变、待对应、拒收。拒收的行可以下载，请来源改正后重新提供；采集中断的自动再试，也可以点“重试”，不会重复。",
        "“待对应词语”是来源里不认识的单位、发牌原因、牌和状态。系统不猜：由市专班审核员说明含义，等待的办件随即补入。",
    ]);

    private static readonly HelpTopic CityTables = new("城市报表",
    [
        "用来上传其他系统导出的表，一个文件一张报表的多个单位，每个单位一行。第一次说明各列是什么、哪些名称是哪个单位，以后表头相同的直接进入预览。",
        "系统不猜：对不上的单位和列都会列出来，由您指定；合计行可以略过。",
    ]);

    private static readonly HelpTopic Drafting = new("锁定和起草周报",
    [
        "到锁定时间，没有待审的，系统自动关闭统计周并起草周报；还有待审的，先办完，或者由市专班负责人决定仍然锁定，待审的按未报送处理并在表下注明。",
        "平时自动报来办件的数据源没有报到本期末的，系统先等它，最迟等到第二天早上；等不等由市专班负责人在“报送情况”里决定。",
        "数据更正后，未印发的周报可以按最新数据重新生成；已印发的不再改动，更正在下一期说明。",
    ]);

    private static readonly HelpTopic Signing = new("签发",
    [
        "“周报”里预览草稿，核对后签发。不能签发本人起草的周报。签发后即印发，不能再改。",
    ]);

    private static readonly HelpTopic Administration = new("系统管理",
    [
        "每年11月国务院办公厅公布放假安排后，在“节假日”录入下一年的放假和调休日期，报送期限随之顺延。",
        "“采用的数据来源”设置红黄牌、办件等填报项采用报表报送的数还是办件数据，从尚未关闭的统计周起生效。",
        "“红黄牌阈值”按省里的口径设置，改动须写明依据；改动后在办办件重新推算，未关闭的统计周重新统计。",
        "“后台任务”显示各项自动工作的运行情况。用户和令牌用命令行添加，见安装说明。",
    ]);

    private static readonly HelpTopic Reading = new("看数",
    [
        "“总览”看一个单位一周的主要指标；“指标”看一项指标的走势、目标和各单位排名。点数字旁的“数字来历”，能查到公式、各单位的数、报送的文件和单元格。",
        "“单位”看一个县（市、区）或部门的全部：每项指标的位次、同组的中位数、强项和短板、报送情况，可以打印给本单位领导。“指标”里点专题名称，看一个专题的全部指标和各单位的数。",
        "带“*”的数含沿用上周的单位；没有报的单位不按0计算，合计和排名会注明实报了多少个。",
        "红黄绿灯只在有目标文件的指标上出现，旁边写着达标、接近目标或未达标。",
        "各页面的地址可以发给同事，对方看到的是同一个画面（限其权限之内）。页面会随数据更新，不用刷新。",
    ]);

    /// <summary>The parts for a role, in order.</summary>
    public static IEnumerable<HelpTopic> Of(Role role)
    {
        if (role is Role.CountyReporter or Role.CountyReviewer or Role.Department or Role.CityReporter) yield return Reporting;
        if (role is Role.CountyReporter or Role.CountyReviewer or Role.Department) yield return OwnCards;
        if (role is Role.CountyReviewer) yield return UnitReview;
        if (role is Role.CityReviewer) yield return Review;
        if (role is Role.CityReviewer or Role.CityReporter) yield return CityTables;
        if (role is Role.CityReviewer or Role.Drafter) yield return Cards;
        if (role is Role.CityReviewer or Role.Drafter) yield return Chasing;
        if (role is Role.CityReviewer or Role.Drafter) yield return Drafting;
        if (role is Role.CityReviewer or Role.Drafter or Role.Administrator) yield return Sources;
        if (role is Role.Signer) yield return Signing;
        if (role is Role.Administrator) yield return Administration;
        if (role is not Role.Auditor) yield return Reading;
        else yield return new HelpTopic("安全审计", ["您可以查看本人账号和已印发的周报。"]);
    }
}
