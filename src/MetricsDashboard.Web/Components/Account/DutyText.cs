using MetricsDashboard.Domain.People;

namespace MetricsDashboard.Web.Components.Account;

/// <summary>What a role is for, in a sentence.</summary>
internal static class DutyText
{
    public static string Of(Role role) => role switch
    {
        Role.CountyReporter => "填写并报送本县（市、区）及所辖乡镇的报表，查看本县（市、区）的指标。",
        Role.CountyReviewer => "核对并报送本县（市、区）及所辖乡镇的报表，查看本县（市、区）的指标。",
        Role.Department => "填写并报送本部门的报表，查看本部门的指标。",
        Role.CityReporter => "报送全市和市本级的报表，查看全市和市本级的指标。",
        Role.CityReviewer => "审核、接收或退回各单位的报送，审批更正申请和延期，可以代为报送，但不能接收本人报送的数据。",
        Role.Drafter => "查看全部指标和报送情况，批准延期，锁定统计周，按最新数据生成周报草稿。",
        Role.Signer => "查看全部指标，签发周报，但不能签发本人拟稿的周报。",
        Role.Leader => "查看全部指标，阅读、下载周报。",
        Role.Administrator => "管理系统、节假日和后台任务，可以查看指标，不填报、不审核、不签发。",
        Role.Auditor => "对系统的使用情况进行安全审计。",
        Role.Source => "通过接口报送数据。",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
