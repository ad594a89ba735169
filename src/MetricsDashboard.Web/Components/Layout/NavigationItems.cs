using MetricsDashboard.Domain.People;
using MetricsDashboard.Web.Security;
using MudBlazor;

namespace MetricsDashboard.Web.Components.Layout;

/// <summary>An entry of the navigation: shown to the roles that have something to do there. What a role may do is decided in the stores.</summary>
/// <param name="Title">On screen.</param>
/// <param name="Href">Address.</param>
/// <param name="Icon">Icon beside the title.</param>
/// <param name="Roles">Who sees it.</param>
/// <param name="IsStatic">Is it served outside the circuit, so that the browser has to load it anew?</param>
public sealed record NavigationItem(string Title, string Href, string Icon, IReadOnlyList<Role> Roles, bool IsStatic = false);

public static class NavigationItems
{
    public const string MyTasks = "/submit";

    /// <summary>Where one reads what one was told.</summary>
    public const string Messages = "/messages";

    /// <summary>What others published; leaders and signers come to it from an indicator.</summary>
    public const string Published = "/published";

    private static readonly Role[] Senders = [Role.CountyReporter, Role.CountyReviewer, Role.Department, Role.CityReporter, Role.CityReviewer];

    private static readonly Role[] Readers = [.. Enum.GetValues<Role>().Except([Role.Auditor, Role.Source])];

    private static readonly Role[] OfOneUnit = [Role.CountyReporter, Role.CountyReviewer, Role.Department];

    // Whoever reads no figures begins with the own account; a published report is everybody's.
    private static readonly Role[] Others = [Role.Auditor];

    private static readonly Role[] Administrators = [Role.Administrator];

    // Who sends the forms of many units at once.
    private static readonly Role[] Collectors = [Role.CityReporter, Role.CityReviewer];

    private static readonly Role[] TaskForce = [Role.CityReviewer, Role.Drafter];

    // Counties and departments see their own cases.
    private static readonly Role[] CaseReaders = [.. Readers.Except([Role.CityReporter])];

    /// <summary>Beside it stands how many objections wait for the task force's answer.</summary>
    public const string TodaysCards = "/red-cards/today";

    /// <summary>Beside it stands how many wait.</summary>
    public const string Corrections = "/corrections";

    private static readonly NavigationItem[] All =
    [
        new("我的账号", StartPage.Account, Icons.Material.Filled.AccountCircle, Others, IsStatic: true),
        new("总览", "/", Icons.Material.Filled.Dashboard, Readers),
        new("指标", "/indicators", Icons.Material.Filled.ShowChart, Readers),
        new("单位", "/units", Icons.Material.Filled.Apartment, [.. Readers.Except([Role.CityReporter])]),
        new("今日红牌", TodaysCards, Icons.Material.Filled.Style, CaseReaders),
        new("红牌成因", "/red-cards", Icons.Material.Filled.ReportProblem, [.. Readers.Except([Role.CityReporter, .. OfOneUnit])]),
        new("本单位红黄牌", "/red-cards", Icons.Material.Filled.ReportProblem, OfOneUnit),
        new("我的任务", MyTasks, Icons.Material.Filled.UploadFile, Senders),
        new("城市报表", "/city", Icons.Material.Filled.TableView, Collectors, IsStatic: true),
        new("审核", "/review", Icons.Material.Filled.FactCheck, TaskForce),
        new("更正审批", Corrections, Icons.Material.Filled.EditNote, TaskForce),
        new("数据核对", "/verification", Icons.Material.Filled.Rule, TaskForce),
        new("数据来源比对", "/origins", Icons.Material.Filled.CompareArrows, [.. TaskForce, .. Administrators]),
        new("报送情况", "/reporting", Icons.Material.Filled.GridOn, [.. TaskForce, Role.Signer, Role.Leader]),
        new("公布值", Published, Icons.Material.Filled.Campaign, TaskForce),
        new("联系人", "/contacts", Icons.Material.Filled.ContactPhone, [.. TaskForce, .. Administrators]),
        new("周报", "/weekly", Icons.Material.Filled.Article, [.. Readers.Except(Administrators), .. Others]),
        new("站内消息", Messages, Icons.Material.Filled.Notifications, [.. Senders, Role.Drafter]),
        new("上传记录", "/uploads", Icons.Material.Filled.History, Senders, IsStatic: true),
        new("自动接收", "/acceptance", Icons.Material.Filled.DoneAll, [Role.Drafter, .. Administrators]),
        new("采用的数据来源", "/element-origins", Icons.Material.Filled.CallSplit, Administrators),
        new("数据源", "/sources", Icons.Material.Filled.Storage, [.. TaskForce, .. Administrators]),
        new("采集批次", "/runs", Icons.Material.Filled.Sync, [.. TaskForce, .. Administrators]),
        new("待对应词语", "/sources/terms", Icons.Material.Filled.Translate, [.. TaskForce, .. Administrators]),
        new("节假日", "/calendar", Icons.Material.Filled.CalendarMonth, Administrators),
        new("红黄牌阈值", "/card-thresholds", Icons.Material.Filled.Tune, Administrators),
        new("后台任务", "/hangfire", Icons.Material.Filled.Schedule, Administrators, IsStatic: true),
    ];

    /// <summary>Does another entry lie below this one's address? Then only the address itself is where one stands.</summary>
    public static bool HasBelow(NavigationItem item) => All.Any(other => other.Href.Length > item.Href.Length && other.Href.StartsWith($"{item.Href.TrimEnd('/')}/", StringComparison.Ordinal));

    /// <summary>What a role sees, in order.</summary>
    public static IEnumerable<NavigationItem> Of(Role role) => All.Where(item => item.Roles.Contains(role));
}
