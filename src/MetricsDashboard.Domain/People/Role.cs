namespace MetricsDashboard.Domain.People;

/// <summary>What a person or a token may do (design.md 5a, domain.md section 7). One role each; the Chinese name is <see cref="RoleText.Name"/>.</summary>
public enum Role
{
    /// <summary>县（市、区）填报员: sends the forms of the own county.</summary>
    CountyReporter,

    /// <summary>县（市、区）审核人: reviews and sends for the own county.</summary>
    CountyReviewer,

    /// <summary>市直部门: sends the own department's forms.</summary>
    Department,

    /// <summary>市级填报员: sends the forms of the city and of 市本级, no other unit's.</summary>
    CityReporter,

    /// <summary>市专班审核员: accepts, returns and sends on behalf of units.</summary>
    CityReviewer,

    /// <summary>市专班负责人: drafts the report.</summary>
    Drafter,

    /// <summary>签发人: signs the report; never the drafter of the same.</summary>
    Signer,

    /// <summary>领导: reads.</summary>
    Leader,

    /// <summary>管理员: units, users, settings, jobs; no figures.</summary>
    Administrator,

    /// <summary>安全审计员: reads the audit log.</summary>
    Auditor,

    /// <summary>采集接口: tokens only; posts cases and forms supplied by city or source, for all units.</summary>
    Source,
}
