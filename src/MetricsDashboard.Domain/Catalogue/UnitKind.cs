namespace MetricsDashboard.Domain.Catalogue;

/// <summary>Levels of the unit tree: City → Municipal → Department, and City → County → Township (design.md section 2).</summary>
public enum UnitKind
{
    /// <summary>市（全市）.</summary>
    City,

    /// <summary>市本级: the sum of the municipal departments.</summary>
    Municipal,

    /// <summary>市直部门.</summary>
    Department,

    /// <summary>县（市、区）, the two functional zones included.</summary>
    County,

    /// <summary>乡镇（街道）.</summary>
    Township,
}
