using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Cases;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>A city with cases; the tests only read it.</summary>
public sealed class CitiesWithCases : IAsyncLifetime
{
    internal TestCity City { get; private set; } = null!;

    internal TestCity Empty { get; private set; } = null!;

    public async Task InitializeAsync() => (City, Empty) = (await CaseCity.CreateAsync(), await TestCity.CreateAsync(1));

    public async Task DisposeAsync()
    {
        await City.DisposeAsync();
        await Empty.DisposeAsync();
    }
}

public sealed class RedCardsTests(CitiesWithCases cities) : IClassFixture<CitiesWithCases>
{
    private static readonly Actor Leader = new("领导", Role.Leader);
    private static readonly DateTimeOffset Now = TestCity.Moment(CaseCity.Week);

    [Fact]
    public async Task Page_WithoutCases_SaysWhereTheyComeFrom()
    {
        await using var context = new PageContext(cities.Empty, Leader, Now);

        Assert.Contains("还没有办件数据", Open(context, "/red-cards").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfTheCity_SaysWhatStandsWhatCameAndWhoHasMost()
    {
        await using var context = new PageContext(cities.City, Leader, Now);

        var page = Open(context, "/red-cards?week=2020-W29");

        Assert.Equal(
            "截至7月19日24时，全市存量红牌10件，较上周增加2件；本周新增3件，消除1件；系统问题3件，占30.00%。市直部门中甲局7件、乙局2件，居前两位；事项中企业设立登记7件、食品经营许可2件，居前两位。",
            page.Find(".headline").TextContent);
        Assert.Equal("红牌成因", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task Page_ItsBars_AreLargestFirstAndAddUpToTheTotal()
    {
        await using var context = new PageContext(cities.City, Leader, Now);

        var page = Open(context, "/red-cards?week=2020-W29");

        Assert.Equal(["甲局 7 77.78%", "乙局 2 22.22%"], Bars(page, "按市直部门"));
        Assert.Equal(["甲县 1 100.00%"], Bars(page, "按县（市、区）"));
        Assert.Equal(["企业设立登记 7 70.00%", "食品经营许可 2 20.00%", "XK-003 1 10.00%"], Bars(page, "按事项"));
        Assert.Equal(["超时未办 4 40.00%", "系统问题 3 30.00%", "办结未回传 1 10.00%", "其他 1 10.00%", "未注明 1 10.00%"], Bars(page, "按发牌原因"));
        Assert.Equal(["5个工作日以内 3 30.00%", "6—10个工作日 6 60.00%", "11—20个工作日 0 0.00%", "20个工作日以上 1 10.00%"], Bars(page, "按亮牌时长"));
        Assert.Equal(["本周新增3件", "本周存续7件", "本周消除1件", "上周末存量8件"], page.FindAll(".flows li").Select(item => item.TextContent.Trim()));
    }

    [Fact]
    public async Task Page_EveryBar_LeadsToAListOfItsLength()
    {
        await using var context = new PageContext(cities.City, Leader, Now);
        var links = Open(context, "/red-cards?week=2020-W29").FindAll(".bars tbody tr").Select(row => (Address: row.QuerySelector("a")!.GetAttribute("href")!, Count: row.QuerySelector("td.number")!.TextContent))
            .Concat(Open(context, "/red-cards?week=2020-W29").FindAll(".flows a").Select(link => (link.GetAttribute("href")!, link.QuerySelector("strong")!.TextContent))).ToList();

        Assert.Equal(18, links.Count);
        foreach (var (address, count) in links)
        {
            var page = Open(context, address);
            Assert.Equal((address, count), (address, page.FindAll(".case-list tbody tr").Count.ToString(CultureInfo.InvariantCulture)));
            if (count != "0") Assert.Contains($"{count}件，截至7月19日24时", page.Find(".case-list caption").TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_SeveralFilters_NarrowTogetherAndAreTakenBackOneByOne()
    {
        await using var context = new PageContext(cities.City, Leader, Now);

        var page = Open(context, "/red-cards?week=2020-W29&unit=D1&cause=system&flow=standing");

        Assert.Equal(["A01", "A02", "A03"], Numbers(page));
        Assert.Equal(["发牌原因：系统问题 ×", "本周存续 ×"], page.FindAll(".chip").Select(chip => chip.TextContent));
        Assert.Equal("/red-cards?week=2020-W29&unit=D1&flow=standing", page.FindAll(".chip")[0].GetAttribute("href"));
        Assert.DoesNotContain(page.FindAll(".shares h3"), heading => heading.TextContent == "按市直部门");
        Assert.StartsWith("截至7月19日24时，甲局符合所选条件的存量红牌3件", page.Find(".headline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NothingForTheFilter_SaysSo()
    {
        await using var context = new PageContext(cities.City, Leader, Now);

        var page = Open(context, "/red-cards?week=2020-W29&no=Z99");

        Assert.Contains("没有符合所选条件的办件", page.Markup, StringComparison.Ordinal);
        Assert.Equal("截至7月19日24时，全市没有符合所选条件的存量红牌。", page.Find(".headline").TextContent);
    }

    [Fact]
    public async Task Page_OfAnEarlierWeek_ShowsThatWeek()
    {
        await using var context = new PageContext(cities.City, Leader, Now);

        var page = Open(context, "/red-cards?week=2020-W28");

        Assert.StartsWith("截至7月12日24时，全市存量红牌8件，较上周增加7件；本周新增7件，消除0件", page.Find(".headline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfTheCurrentWeek_StandsAtThisMoment()
    {
        await using var context = new PageContext(cities.City, Leader, Now);

        var page = Open(context, "/red-cards?week=2020-W30");

        Assert.StartsWith("截至7月20日 09:00，全市存量红牌10件，与上周持平；本周新增0件，消除0件", page.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Equal("7月20日—7月26日", page.Find("option[value='2020-W30']").TextContent);
    }

    [Fact]
    public async Task Page_ByADepartment_ShowsItsOwnCasesAlone()
    {
        await using var context = new PageContext(cities.City, new Actor("乙局", Role.Department, "D2"), Now);

        var page = Open(context, "/red-cards?week=2020-W29");

        Assert.Equal("本单位红黄牌", page.Find("h1").TextContent);
        Assert.Equal(["B01", "B02"], Numbers(page));
        Assert.DoesNotContain("甲", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Department, "D2", "/red-cards?unit=D1", "没有查看“甲局”数据的权限")]
    [InlineData(Role.CountyReporter, "C1", "/red-cards?unit=C2", "没有查看“乙县”数据的权限")]
    [InlineData(Role.CityReporter, null, "/red-cards", "没有查看办件红黄牌的权限")]
    [InlineData(Role.Auditor, null, "/red-cards", "没有查看办件红黄牌的权限")]
    public async Task Page_OfOthers_IsRefusedInChinese(Role role, string? unit, string address, string sentence)
    {
        await using var context = new PageContext(cities.City, new Actor("某人", role, unit), Now);

        Assert.Contains(sentence, Open(context, address).Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ByCaseNumber_GoesIntoTheAddress()
    {
        await using var context = new PageContext(cities.City, Leader, Now);
        var page = Open(context, "/red-cards?week=2020-W29&page=7");

        await page.Find("input[type=search]").ChangeAsync(new ChangeEventArgs { Value = " B0 " });

        Assert.EndsWith("/red-cards?week=2020-W29&no=B0", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?week=2020-W29&card=all&unit=D1&item=XK-001&cause=not_returned&age=over&flow=cleared&no=A%2F1&differing=yes&sort=-statutory&page=3&show=rank&view=table")]
    [InlineData("?card=yellow&kind=county&cause=none&age=10&flow=new&sort=number")]
    [InlineData("?card=warning&kind=department&cause=system&sort=-since")]
    public void Query_OfAnAddress_LeadsBackToIt(string parts)
    {
        var query = Parse(parts);

        Assert.Equal("/red-cards" + parts, query.Address);
        Assert.Equal(query, Parse(query.Address[query.Address.IndexOf("cards", StringComparison.Ordinal)..][5..]));
    }

    [Fact]
    public void Query_OfNonsense_AsksForEverything() =>
        Assert.Equal(new RedCardsQuery(null, new CaseFilter()), Parse("?card=blue&kind=x&cause=x&age=7&flow=x&sort=x&page=-1&show=x&differing=no"));

    /// <summary>A rate of the cases of one number, over all that are watched, would be none.</summary>
    [Fact]
    public async Task Rates_WhereOnlySomeCasesAreCounted_AreNotShown()
    {
        await using var context = new PageContext(cities.City, Leader, Now);

        Assert.NotEmpty(Open(context, "/red-cards?week=2020-W29").FindAll(".unit-cards"));
        Assert.Empty(Open(context, "/red-cards?week=2020-W29&no=A").FindAll(".unit-cards"));
        Assert.Empty(Open(context, "/red-cards?week=2020-W29&differing=yes").FindAll(".unit-cards"));
    }

    [Theory]
    [InlineData("?week=2020-W29")]
    [InlineData("?week=2020-W29&flow=cleared")]
    [InlineData("?week=2020-W29&card=all&sort=-unit")]
    public async Task Export_OfAPage_HoldsItsListCellByCell(string parts)
    {
        await using var context = new PageContext(cities.City, Leader, Now);
        var page = Open(context, "/red-cards" + parts);
        Assert.Equal("/red-cards/export" + parts, page.FindAll(".links a")[1].GetAttribute("href"));
        var listed = page.FindAll(".case-list tbody tr").Select(row => row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()).ToList()).ToList();

        var (lines, rows) = await ExportAsync(context, Leader, parts);

        Assert.Contains("统计时点：2020年7月20日 00:00（7月19日24时）", lines[1], StringComparison.Ordinal);
        Assert.Contains($"共{listed.Count}件", lines[2], StringComparison.Ordinal);
        Assert.Equal(
            listed,
            rows.Select(row => new List<string>
            {
                row["办件编号"], row["单位"], row["事项"], row["牌"] + row["变化"], Shown(row["亮牌时间"]), row["发牌原因"], row["超时限工作日"].Length > 0 ? row["超时限工作日"] : "—", Shown(row["受理时间"]),
                Due(row["承诺时限"]), Due(row["法定时限"]), row["办结时间"].Length > 0 ? Shown(row["办结时间"]) : row["状态"], row["最新说明"],
            }));
    }

    [Fact]
    public async Task Export_ByADepartment_HoldsItsOwnCasesAlone()
    {
        await using var context = new PageContext(cities.City, Leader, Now);

        var (_, rows) = await ExportAsync(context, new Actor("乙局", Role.Department, "D2"), "?week=2020-W29&card=all");

        Assert.Equal(["B01", "B02"], rows.Select(row => row["办件编号"]).Order());
        await Assert.ThrowsAsync<AccessDeniedException>(() => ExportAsync(context, new Actor("乙局", Role.Department, "D2"), "?unit=D1"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => ExportAsync(context, new Actor("审计", Role.Auditor), ""));
    }

    private static IRenderedComponent<RedCardsPage> Open(PageContext context, string address) => context.Open<RedCardsPage>(address);

    private static IEnumerable<string> Numbers(IRenderedComponent<RedCardsPage> page) => page.FindAll(".case-list tbody th").Select(cell => cell.TextContent).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Bars(IRenderedComponent<RedCardsPage> page, string title) => page.FindAll("section.shares").Single(section => section.QuerySelector("h3")!.TextContent == title)
        .QuerySelectorAll("tbody tr").Select(row => $"{row.QuerySelector("a")!.TextContent} {string.Join(' ', row.QuerySelectorAll("td.number").Select(cell => cell.TextContent))}");

    private static RedCardsQuery Parse(string parts)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(parts);
        return RedCardsQuery.Parse(name => query.TryGetValue(name, out var value) ? value.ToString() : null);
    }

    private async Task<(List<string> Lines, List<Dictionary<string, string>> Rows)> ExportAsync(PageContext context, Actor actor, string parts)
    {
        var view = new View(actor, cities.City.Catalogue, await cities.City.Store<WeekStore>().ListAsync(actor));
        using var stream = new MemoryStream();
        var scope = RedCardsScope.Of(view, Parse(parts), Now);
        var count = await new CaseExport(cities.City.Store<CaseStore>(), context.Services.GetRequiredService<Installed>()).WriteAsync(actor, scope, stream, Now, CancellationToken.None);

        stream.Position = 0;
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        var sheet = XDocument.Load(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var rows = sheet.Descendants().Where(element => element.Name.LocalName == "row")
            .Select(row => row.Elements().ToDictionary(cell => cell.Attribute("r")!.Value.TrimEnd([.. "0123456789"]), cell => cell.Value)).ToList();
        var heading = rows.FindIndex(row => row.Count > 1);
        var columns = rows[heading];
        var cells = rows.Skip(heading + 1).Select(row => columns.ToDictionary(column => column.Value, column => row.GetValueOrDefault(column.Key, ""))).ToList();
        Assert.Equal(cells.Count, count);
        return ([.. rows.Take(heading).Select(row => row["A"])], cells);
    }

    /// <summary>A limit that ends with its day is shown as the day.</summary>
    private static string Due(string days) => Shown(days).Replace(" 23:59", "", StringComparison.Ordinal);

    /// <summary>As the page shows a time; a sheet holds days since the end of 1899.</summary>
    private static string Shown(string days) => days.Length == 0
        ? "—"
        : new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddDays(double.Parse(days, CultureInfo.InvariantCulture)).AddMilliseconds(100).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);
}
