using MetricsDashboard.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace MetricsDashboard.Storage;

/// <summary>A person who signs in. One role, at most one unit.</summary>
public sealed class MetricsUser : IdentityUser
{
    public Role Role { get; set; }

    /// <summary>Code of the unit that the person is bound to; null for roles of the whole city.</summary>
    public string? Unit { get; set; }

    /// <summary>Code of the unit that pages show first; null where the person chose none.</summary>
    public string? HomeUnit { get; set; }

    public string DisplayName { get; set; } = "";

    public bool MustChangePassword { get; set; }

    public Actor ToActor() => new(UserName ?? Id, Role, Unit);
}
