namespace MetricsDashboard.Domain.People;

/// <summary>The Chinese names of roles.</summary>
public static class RoleText
{
    /// <summary>The name on screen.</summary>
    public static string Name(this Role role) => role switch
    {
        Role.CountyReporter => "县（市、区）填报员",
        Role.CountyReviewer => "县（市、区）审核人",
        Role.Department => "市直部门",
        Role.CityReporter => "市级填报员",
        Role.CityReviewer => "市专班审核员",
        Role.Drafter => "市专班负责人",
        Role.Signer => "签发人",
        Role.Leader => "领导",
        Role.Administrator => "管理员",
        Role.Auditor => "安全审计员",
        Role.Source => "采集接口",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
