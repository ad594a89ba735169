using MetricsDashboard.Domain.People;

namespace MetricsDashboard.Storage.Data;

/// <summary>Who may do what with sources and runs: administrators set them up, the task force watches, starts and stops them and explains words.</summary>
internal static class SourceAccess
{
    public static void RequireLook(Actor actor) =>
        Access.Require(actor.IsSystem || actor.Role is Role.Administrator or Role.CityReviewer or Role.Drafter, "数据源和采集批次只向市专班和管理员开放。");

    public static void RequireOperate(Actor actor) =>
        Access.Require(actor.IsSystem || actor.Role is Role.Administrator or Role.CityReviewer, "只有管理员和市专班审核员可以启动、取消采集。");

    public static void RequireSetUp(Actor actor) => Access.Require(actor.IsSystem || actor.Role is Role.Administrator, "只有管理员可以设置数据源。");

    public static void RequireExplain(Actor actor) => Access.Require(actor.IsSystem || actor.Role is Role.CityReviewer, "只有市专班审核员可以说明来源里的词语。");
}
