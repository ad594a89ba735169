using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MetricsDashboard.Web.Tests.Browser;

/// <summary>Every role opens every page that its navigation offers, on a desk and on a phone, in light and in dark.</summary>
[Collection(DemoCollection.Name)]
public sealed class EveryPageTests(DemoServer demo)
{
    private const int Desk = 1440;
    private const int Phone = 390;

    private static readonly string[] Roles =
    [
        "领导", "市专班审核员", "市专班负责人", "签发人", "县（市、区）填报员", "县（市、区）审核人", "市直部门", "市级填报员", "管理员", "安全审计员",
    ];

    // These two see everything; the other roles see the same pages with less on them.
    private static readonly string[] Broadest = ["市专班审核员", "管理员"];

    public static TheoryData<string, int, bool> Visits
    {
        get
        {
            var visits = new TheoryData<string, int, bool>();
            foreach (var (role, place) in Roles.Select((role, place) => (role, place)))
            {
                if (Broadest.Contains(role) || place % 2 == 0) visits.Add(role, Desk, false);
                if (Broadest.Contains(role) || place % 2 == 1) visits.Add(role, Phone, true);
            }

            return visits;
        }
    }

    public static TheoryData<string, int, bool> Pictures
    {
        get
        {
            var pictures = new TheoryData<string, int, bool>();
            foreach (var role in Broadest)
                foreach (var width in new[] { Desk, Phone })
                    foreach (var dark in new[] { false, true }) pictures.Add(role, width, dark);
            return pictures;
        }
    }

    [Theory]
    [MemberData(nameof(Visits))]
    public Task Navigation_OfARole_OpensSoundPages(string role, int width, bool dark) => OpenAsync(role, width, dark, picture: false);

    /// <summary>Pictures of every page under artifacts/screenshots, for people to look at.</summary>
    [Theory]
    [MemberData(nameof(Pictures))]
    [Trait("Category", "Long")]
    public async Task Pages_InEveryVersion_ArePictured(string role, int width, bool dark)
    {
        await OpenAsync(role, width, dark, picture: true);
        if (role == Broadest[0]) await LookBehindAsync(width, dark, picture: true);
    }

    [Theory]
    [InlineData(Desk, false)]
    [InlineData(Phone, true)]
    public Task PagesBehindTheNavigation_AreSound(int width, bool dark) => LookBehindAsync(width, dark, picture: false);

    [Fact]
    public async Task Typing_ByKeyboardAndPaste_MovesLikeASpreadsheet()
    {
        await using var visitor = await demo.VisitAsync();
        await visitor.SignInAsync("市专班审核员");
        await visitor.GoAsync("/submit/type?unit=410425&form=rural-coverage&week=2020-W40");
        await Assertions.Expect(visitor.Page.Locator(".typed[data-ready]")).ToHaveCountAsync(1);
        await Cell(0, 2).ClickAsync();

        await visitor.Page.Keyboard.TypeAsync("27");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Cell(1, 2)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Cell(1, 3)).ToBeFocusedAsync();
        var before = await Cell(1, 3).InputValueAsync();
        await visitor.Page.Keyboard.TypeAsync("99%");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Cell(1, 3)).ToHaveValueAsync(before);
        await Cell(1, 3).EvaluateAsync(
            """
            cell => {
              const clipboardData = new DataTransfer();
              clipboardData.setData("text/plain", "１８\t19\r\n20\t21\r\n");
              cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
            }
            """);

        await Assertions.Expect(Cell(2, 4)).ToHaveValueAsync("21");
        await Assertions.Expect(Cell(1, 3)).ToHaveValueAsync("１８");
        await Assertions.Expect(visitor.Page.Locator(".typed-bar")).ToContainTextAsync("已保存");
        visitor.IsContent();

        ILocator Cell(int row, int column) => visitor.Page.Locator($"[data-row='{row}'][data-column='{column}']");
    }

    private async Task OpenAsync(string role, int width, bool dark, bool picture)
    {
        await using var visitor = await demo.VisitAsync(width, dark);
        await visitor.SignInAsync(role);
        await visitor.ReadyAsync();
        await visitor.IsSoundAsync();
        await OpenDrawerAsync(visitor);
        var titles = await Navigation(visitor).GetByRole(AriaRole.Link).AllInnerTextsAsync();
        // Beside a title stands how much there is to do.
        foreach (var title in titles.Select(title => Regex.Replace(title.Trim(), "[0-9].*", "", RegexOptions.Singleline)))
        {
            await OpenDrawerAsync(visitor);
            await Navigation(visitor).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { NameRegex = new Regex($"^{title}( *[0-9].*)?$") }).ClickAsync();
            await Assertions.Expect(visitor.Page).ToHaveTitleAsync(new Regex(Regex.Escape(title)));
            await visitor.IsLoadedAsync();
            if (title == "后台任务") await visitor.IsChineseAsync();
            else await visitor.IsSoundAsync();
            if (picture) await visitor.PictureAsync($"{width}-{(dark ? "dark" : "light")}-{title}-{role}");
        }

        visitor.IsContent();
    }

    private async Task LookBehindAsync(int width, bool dark, bool picture)
    {
        await using var visitor = await demo.VisitAsync(width, dark);
        await LookAsync("登录", "/account/sign-in");
        await visitor.SignInAsync("市专班审核员");
        (string Name, string Path)[] pages =
        [
            ("指标详情", "/indicators/red-card-rate"), ("专题", "/themes/SX"), ("部门", "/units?unit=410400-D05"), ("指标表格", "/indicators/red-card-rate?view=table"), ("指标位次", "/indicators/red-card-rate?unit=410421&show=rank"),
            ("数字来历", "/explain?indicator=red-card-rate&unit=410400&week=2020-W39"), ("未报送周", "/?week=2020-W33"), ("开放周", "/?week=2020-W40"),
            ("县区总览", "/?unit=410421"), ("单位报送情况", "/reporting?week=2020-W39&unit=410421"), ("全部报送情况", "/reporting?week=2020-W39&show=all"), ("统计周更正", "/corrections?week=2020-W39"), ("节假日2020", "/calendar?year=2020"), ("催报", "/reporting/chasing?week=2020-W40"), ("单位联系人", "/contacts?unit=410421"), ("自动接收", "/acceptance"), ("采用的数据来源", "/element-origins"),
            ("在线填报", "/submit/type?unit=410425&form=rural-coverage&week=2020-W40"), ("使用帮助", "/help"), ("筛选审核", "/review?week=2020-W40&late=1&remarkable=1"), ("省通报全表", "/published/tables?indicator=red-card-rate"), ("导入公布值", "/published/import"), ("往日红牌", "/red-cards/today?day=2020-09-28"), ("红黄牌差异", "/red-cards/differences"), ("红黄牌阈值", "/card-thresholds"), ("周报网页", "/reports/2020-W39.html"), ("周报第11期", "/reports/11"), ("我的账号", "/account"), ("修改密码", "/account/password"), ("退出登录", "/account/sign-out"),
        ];
        foreach (var (name, path) in pages) await LookAsync(name, path);
        visitor.IsContent();

        async Task LookAsync(string name, string path)
        {
            await visitor.Page.GotoAsync(path);
            await visitor.IsSoundAsync();
            if (picture) await visitor.PictureAsync($"{width}-{(dark ? "dark" : "light")}-{name}");
        }
    }

    private static ILocator Navigation(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "主导航" });

    private static async Task OpenDrawerAsync(Visitor visitor)
    {
        // Static pages have their links in the bar.
        if (await visitor.Page.Locator("[data-interactive]").CountAsync() == 0) return;
        if (await visitor.Page.Locator(".mud-drawer--closed").CountAsync() == 0) return;
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "展开导航" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".mud-drawer--open")).ToHaveCountAsync(1);
    }
}
