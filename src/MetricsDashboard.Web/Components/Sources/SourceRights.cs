using MetricsDashboard.Domain.People;

namespace MetricsDashboard.Web.Components.Sources;

/// <summary>Which buttons stand there; who may press them is decided in the stores.</summary>
internal static class SourceRights
{
    public static bool MayOperate(this Actor actor) => actor.Role is Role.Administrator or Role.CityReviewer;

    public static bool MaySetUp(this Actor actor) => actor.Role is Role.Administrator;

    public static bool MayExplain(this Actor actor) => actor.Role is Role.CityReviewer;
}
