using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;

namespace MetricsDashboard.Web.Security;

/// <summary>Which unit goes with which role: a county's people need their county, a department's theirs, all others none.</summary>
public static class RoleUnits
{
    /// <summary>What is wrong with a role and a unit together, a sentence; null where nothing is.</summary>
    public static string? Fault(Catalogue catalogue, Role role, string? unit)
    {
        var needed = role switch
        {
            Role.CountyReporter or Role.CountyReviewer => UnitKind.County,
            Role.Department => UnitKind.Department,
            _ => (UnitKind?)null,
        };
        if (needed is null) return unit is null ? null : $"“{role.Name()}”不限于一个单位，不要写 --unit。";
        if (unit is null) return $"“{role.Name()}”须用 --unit 写明所属单位的代码。";
        if (catalogue.FindUnit(unit) is not { } found) return $"没有代码为“{unit}”的单位。";
        return found.Kind == needed ? null : $"“{found.Name}”不是“{role.Name()}”可以所属的单位。";
    }
}
