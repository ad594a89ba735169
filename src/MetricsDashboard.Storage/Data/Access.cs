using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;

namespace MetricsDashboard.Storage.Data;

/// <summary>Rule 12: role and unit scope are enforced where data is read and written.</summary>
internal static class Access
{
    public static void Require(bool isAllowed, string message)
    {
        if (!isAllowed) throw new AccessDeniedException(message);
    }

    public static void RequireSystem(Actor actor) => Require(actor.IsSystem, "此项操作只能由系统执行。");

    public static void RequireRead(Actor actor, Unit unit) => Require(actor.MayRead(unit), $"您没有查看“{unit.ShortName}”数据的权限。");

    public static void RequireSend(Actor actor, Unit unit) => Require(actor.MaySend(unit), $"您没有为“{unit.ShortName}”报送的权限。");

    public static void RequireWholeCity(Actor actor) => Require(actor.SeesWholeCity, "此项内容只向全市范围的角色开放。");

    /// <summary>May the actor send anything at all?</summary>
    public static bool SendsForms(Actor actor) =>
        actor.IsSystem || actor.Role is Role.CountyReporter or Role.CountyReviewer or Role.Department or Role.CityReporter or Role.CityReviewer or Role.Source;

    /// <summary>Only who may send the forms of many units brings tables of other systems.</summary>
    public static void RequireManyUnits(Actor actor) => Require(
        actor.IsSystem || actor.Role is Role.CityReviewer or Role.CityReporter or Role.Source, "城市报表只由市专班审核员、市级填报员和采集接口报送。");

    /// <summary>What another system's table becomes is of a form that asks units which the actor may send for.</summary>
    public static void RequireForm(Actor actor, Catalogue catalogue, Form form) => Require(
        catalogue.Units.Any(unit => form.AskedOf.Contains(unit.Kind) && actor.MaySend(unit)), $"您的角色不报送《{form.Name}》。");

    /// <summary>The units that an actor may see; null for all of them.</summary>
    public static IReadOnlySet<string>? Readable(Actor actor, Catalogue catalogue) => catalogue.Units.All(actor.MayRead)
        ? null
        : catalogue.Units.Where(actor.MayRead).Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);

    public static bool Reads(this IReadOnlySet<string>? readable, string unit) => readable is null || readable.Contains(unit);
}
