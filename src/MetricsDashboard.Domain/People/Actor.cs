using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Domain.People;

/// <summary>
/// Who acts: every store method takes one, so that role and unit scope are enforced where data is read and written (design.md rule 12).
/// </summary>
/// <param name="Name">Sign-in name, or the token's name; stored with everything that the actor writes.</param>
/// <param name="Role">The one role.</param>
/// <param name="Unit">Code of the unit that the actor is bound to; null for roles of the whole city.</param>
public sealed record Actor(string Name, Role Role, string? Unit = null)
{
    /// <summary>The system's own work: recurring jobs, start-up and the command line's maintenance verbs.</summary>
    public static Actor System { get; } = new("system", Role.Administrator) { IsSystem = true };

    /// <summary>True for <see cref="System"/> alone, which is allowed everything.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>
    /// May this actor see the submissions and values of a unit? Counties and departments see their own unit (and its townships),
    /// 市级填报员 the city and 市本级, auditors none of the figures, all others every unit.
    /// </summary>
    public bool MayRead(Unit unit) => IsSystem || Role switch
    {
        Role.CountyReporter or Role.CountyReviewer or Role.Department => Owns(unit),
        Role.CityReporter => unit.Kind is UnitKind.City or UnitKind.Municipal,
        Role.Auditor => false,
        _ => true,
    };

    /// <summary>May this actor send forms of a unit? Readers, administrators and auditors send nothing.</summary>
    public bool MaySend(Unit unit) => IsSystem || Role switch
    {
        Role.CountyReporter or Role.CountyReviewer or Role.Department => Owns(unit),
        Role.CityReporter => unit.Kind is UnitKind.City or UnitKind.Municipal,
        Role.CityReviewer or Role.Source => true,
        _ => false,
    };

    /// <summary>May this actor accept or return a submission sent by <paramref name="sender"/>? Nobody accepts what they sent.</summary>
    public bool MayReview(string sender) =>
        IsSystem || (Role is Role.CityReviewer && !string.Equals(sender, Name, StringComparison.Ordinal));

    /// <summary>Does the actor belong to the whole city rather than to one unit?</summary>
    public bool SeesWholeCity => IsSystem || Role is Role.CityReviewer or Role.Drafter or Role.Signer or Role.Leader or Role.Administrator or Role.Source;

    /// <summary>
    /// May this actor see whom one telephones in a unit? The unit's own people, and of the city those who chase and administer; leaders,
    /// signers, auditors and programs not.
    /// </summary>
    public bool MayReadContacts(Unit unit) => MayChangeContacts(unit) || Role is Role.Drafter;

    /// <summary>May this actor enter and change them? The unit's own people, 市专班审核员 and administrators.</summary>
    public bool MayChangeContacts(Unit unit) => IsSystem || Role switch
    {
        Role.CountyReporter or Role.CountyReviewer or Role.Department => unit is not null && unit.Code == Unit,
        Role.CityReporter => unit is { Kind: UnitKind.City or UnitKind.Municipal },
        Role.CityReviewer or Role.Administrator => true,
        _ => false,
    };

    /// <summary>May this actor let the system accept without a person, and take that back?</summary>
    public bool MayChangeAcceptance => IsSystem || Role is Role.Administrator or Role.Drafter;

    private bool Owns(Unit unit) => Unit is not null && (unit.Code == Unit || (unit.Kind is UnitKind.Township && unit.Parent == Unit));
}
