using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage;

namespace MetricsDashboard.Web.Demonstration;

/// <summary>
/// An account of the demonstration. It has no password: its button signs in, and only while the installation is a demonstration. Its unit
/// is the first of a kind in the catalogue.
/// </summary>
public sealed record DemonstrationPerson(string Name, Role Role, string DisplayName, UnitKind? UnitKind = null)
{
    public MetricsUser ToUser(Catalogue catalogue) => new()
    {
        UserName = Name,
        Role = Role,
        DisplayName = DisplayName,
        Unit = UnitKind is { } kind ? catalogue.Units.First(unit => unit.Kind == kind && unit.Active).Code : null,
    };
}

/// <summary>The accounts of the demonstration.</summary>
public static class DemonstrationPeople
{
    /// <summary>Sends the twelve weeks' figures on behalf of all units. No button leads to it.</summary>
    public static readonly DemonstrationPerson Collector = new("demo-collector", Role.CityReviewer, "演示汇总员");

    public static readonly DemonstrationPerson Reviewer = new("demo-city-reviewer", Role.CityReviewer, "演示审核员");

    public static readonly DemonstrationPerson Drafter = new("demo-drafter", Role.Drafter, "演示专班负责人");

    public static readonly DemonstrationPerson Signer = new("demo-signer", Role.Signer, "演示签发人");

    /// <summary>One for each role, with a button each on the sign-in page.</summary>
    public static IReadOnlyList<DemonstrationPerson> SignIns { get; } =
    [
        new("demo-leader", Role.Leader, "演示领导"),
        Reviewer,
        Drafter,
        Signer,
        new("demo-county-reporter", Role.CountyReporter, "演示县区填报员", UnitKind.County),
        new("demo-county-reviewer", Role.CountyReviewer, "演示县区审核人", UnitKind.County),
        new("demo-department", Role.Department, "演示部门填报员", UnitKind.Department),
        new("demo-city-reporter", Role.CityReporter, "演示市级填报员"),
        new("demo-administrator", Role.Administrator, "演示管理员"),
        new("demo-auditor", Role.Auditor, "演示审计员"),
    ];

    public static IEnumerable<DemonstrationPerson> All => SignIns.Append(Collector);
}
