using System.Text;
using Bunit;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.City;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>A person says what the columns of another system's table are.</summary>
public sealed class CityFileTests : IAsyncLifetime
{
    private const string Export = "办件系统导出\n序号,地方,红牌,被监察办件数（件）,事项,红牌率\n1,甲县,1,40,300,2.5%\n2,乙县城,2,50,310,4%\n,合计,3,90,610,\n";

    private TestCity city = null!;

    public async Task InitializeAsync() => city = await MyTasksCity.CreateAsync();

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Page_OfANewSource_SuggestsWithReasonsAndSaysWhatIsStillOpen()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, MyTasksCity.At(8));

        var page = Open(context, await UploadAsync(Export));

        Assert.Equal(["不采用", "单位", "红牌办件数（件）", "被监察办件数（件）", "事项数（件）", "请选择"], Chosen(page, "各列"));
        Assert.Equal(5, page.FindAll("[aria-label=各列] .mark").Count);
        Assert.Contains("去掉括号、计量单位和空格后与填报项名称相同", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["请选择", "不采用这一行"], Chosen(page, "没有找到单位的行"));
        Assert.Contains("还有1列没有选择：“红牌率”。", page.Markup, StringComparison.Ordinal);
        Assert.Contains("还有1项不知道是哪个单位，也没有写不采用的原因：“乙县城”。", page.Markup, StringComparison.Ordinal);
        Assert.Contains("共3行：1行找到单位，1行不采用，1行没有找到单位。", page.Markup, StringComparison.Ordinal);
        Assert.True(Button(page, "保存并检查文件").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Confirm_WhenAllIsSaid_KeepsItAndPassesTheFileOn()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, MyTasksCity.At(8));
        var id = await UploadAsync(Export);
        var page = Open(context, id);

        await Button(page, "其余1列都不采用").ClickAsync(new());
        await page.Find("[aria-label='“乙县城”是哪个单位']").ChangeAsync(new ChangeEventArgs { Value = "C2" });
        await Button(page, "保存并检查文件").ClickAsync(new());

        page.WaitForAssertion(() => Assert.EndsWith($"/uploads/{id}", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        var saved = Assert.Single(await city.Store<IntakeMappingStore>().ListAsync(TestCity.Reviewer));
        Assert.Equal([new UnitChoice("乙县城", "C2", null), new UnitChoice("合计", null, "合计行")], saved.Mapping.Units);
        Assert.Equal(("办件系统", 2, null), (saved.Mapping.Source, saved.Mapping.HeaderRow, saved.Mapping.Sheet));
        Assert.Equal((IntakeStatus.Queued, saved.Id), await StateAsync(id));
    }

    [Fact]
    public async Task Page_WithChangedHeadings_NamesWhatDiffersAndKeepsTheRest()
    {
        var first = await UploadAsync(Export);
        await using var context = new PageContext(city, TestCity.Reviewer, MyTasksCity.At(8));
        var page = Open(context, first);
        await Button(page, "其余1列都不采用").ClickAsync(new());
        await page.Find("[aria-label='“乙县城”是哪个单位']").ChangeAsync(new ChangeEventArgs { Value = "C2" });
        await Button(page, "保存并检查文件").ClickAsync(new());
        page.WaitForAssertion(() => Assert.EndsWith($"/uploads/{first}", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));

        var again = Open(context, await UploadAsync(Export.Replace("地方,红牌", "地方,红色牌子", StringComparison.Ordinal)));

        Assert.Contains("上次的列“红牌”没有了。", again.Markup, StringComparison.Ordinal);
        Assert.Contains("多了一列“红色牌子”（C列）。", again.Markup, StringComparison.Ordinal);
        Assert.Equal(["不采用", "单位", "请选择", "被监察办件数（件）", "事项数（件）", "不采用"], Chosen(again, "各列"));
        Assert.Contains("还有1个必填项没有对应的列：“红牌办件数”。", again.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_AnotherHeaderRow_BeginsAnew()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, MyTasksCity.At(8));
        var page = Open(context, await UploadAsync(Export));

        await page.Find("[aria-label=表头所在行]").ChangeAsync(new ChangeEventArgs { Value = "1" });

        Assert.Contains("办件系统导出", page.Find("[aria-label=各列] tbody th").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discard_TheFile_EndsIt()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, MyTasksCity.At(8));
        var id = await UploadAsync(Export);
        var page = Open(context, id);

        await Button(page, "放弃这个文件").ClickAsync(new());

        page.WaitForAssertion(() => Assert.EndsWith("/city", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.Equal((IntakeStatus.Discarded, null), await StateAsync(id));
        Assert.Contains("这个文件不需要对应各列", Open(context, id).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfARefusedFile_OffersMappingButNotGivingUp()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, MyTasksCity.At(8));
        var id = await UploadAsync(Export);
        await city.Store<UploadStore>().RefuseAsync(TestCity.Reviewer, id, new IntakeOutcome(id, [], IntakeStatus.Refused, IntakeCounts.Refused(0), []), MyTasksCity.At(8));

        var page = Open(context, id);

        Assert.NotNull(Button(page, "保存并检查文件"));
        Assert.DoesNotContain("放弃这个文件", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ByACounty_IsRefused()
    {
        await using var context = new PageContext(city, MyTasksCity.Reporter, MyTasksCity.At(8));

        Assert.Contains("您没有查看此次报送的权限", Open(context, await UploadAsync(Export)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapping_Saved_CanBeReadRenamedAndDeleted()
    {
        var mapping = new ColumnMapping("办件系统", "form", null, 2,
        [
            new MappedColumn("地方", 1, ColumnUse.Unit), new MappedColumn("红牌", 1, ColumnUse.Element, "cards"), new MappedColumn("办件", 1, ColumnUse.Element, "cases"),
            new MappedColumn("事项", 1, ColumnUse.Element, "items"), new MappedColumn("红牌率", 1, ColumnUse.Ignored),
        ], [new UnitChoice("乙县城", "C2", null)]);
        var id = await city.Store<IntakeMappingStore>().SaveAsync(TestCity.Reviewer, mapping, MyTasksCity.Week, MyTasksCity.At(8));
        await using var context = new PageContext(city, TestCity.Reviewer, MyTasksCity.At(8));
        var page = context.Open<CityMappingPage>($"/city/mappings/{id}", parameters => parameters.Add(view => view.Id, id));
        Assert.Equal(["单位", "红牌办件数", "被监察办件数", "事项数", "不采用"], page.FindAll("[aria-label=各列] td").Select(cell => cell.TextContent));
        Assert.Contains("示例市乙县", page.Markup, StringComparison.Ordinal);

        await page.Find("input").ChangeAsync(new ChangeEventArgs { Value = "新办件系统" });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("列对应：新办件系统", page.Find("h1").TextContent));
        await Button(page, "删除这个列对应").ClickAsync(new());
        await Button(page, "确认删除").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("已经删除，不再用于新的文件", page.Markup, StringComparison.Ordinal));
        Assert.Empty(await city.Store<IntakeMappingStore>().ListAsync(TestCity.Reviewer));
    }

    private static IRenderedComponent<CityFilePage> Open(PageContext context, Guid id) => context.Open<CityFilePage>($"/city/{id}", parameters => parameters.Add(page => page.Id, id));

    private static AngleSharp.Dom.IElement Button<TPage>(IRenderedComponent<TPage> page, string text)
        where TPage : IComponent => page.FindAll("button").First(button => button.TextContent.Contains(text, StringComparison.Ordinal));

    private static IEnumerable<string> Chosen(IRenderedComponent<CityFilePage> page, string region) =>
        page.FindAll($"[aria-label={region}] select").Select(select => select.QuerySelectorAll("option").First(option => option.HasAttribute("selected")).TextContent);

    private Task<Guid> UploadAsync(string text) => city.Store<UploadStore>().AddAsync(
        TestCity.Reviewer,
        new NewUpload("导出.csv", Encoding.UTF8.GetBytes(text), "form", null, MyTasksCity.Week, UploadChannel.Web) { Hold = true, Source = "办件系统" },
        MyTasksCity.At(8));

    private async Task<(IntakeStatus, Guid?)> StateAsync(Guid id)
    {
        var view = await city.Store<UploadStore>().FindAsync(TestCity.Reviewer, id);
        return (view!.Status, view.MappingId);
    }
}
