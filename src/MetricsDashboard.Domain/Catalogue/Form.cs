namespace MetricsDashboard.Domain.Catalogue;

/// <summary>Who normally sends a form.</summary>
public enum SuppliedBy
{
    /// <summary>The unit that is asked.</summary>
    Unit,

    /// <summary>The city, for all units at once.</summary>
    City,

    /// <summary>A data source.</summary>
    Source,
}

/// <summary>A form 报表: elements that a kind of unit owes weekly. Duty and states belong to the unit that is asked (design.md 5a).</summary>
/// <param name="Code">Code; also the hidden key of its sheet.</param>
/// <param name="Name">Name on the form.</param>
/// <param name="AskedOf">Kinds of units that owe it.</param>
/// <param name="SuppliedBy">Who sends it.</param>
/// <param name="Rows">Kind of the units that stand in its rows (Township); null where the asked unit itself is the only row.</param>
/// <param name="Order">Order of sheets.</param>
/// <param name="Note">For administrators.</param>
public sealed record Form(string Code, string Name, IReadOnlyList<UnitKind> AskedOf, SuppliedBy SuppliedBy, UnitKind? Rows, int Order, string? Note);
