using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Contacts;
using MetricsDashboard.Web.Components.Reporting;
using static MetricsDashboard.Web.Tests.Pages.MyTasksCity;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class ContactTests : IAsyncLifetime
{
    private static readonly ContactDetails Zhang = new("张三", ContactDetails.Reporter, "0375-1234567转8", "13800000001", "zhang@example.cn", ReminderStage.Overdue);
    private TestCity city = null!;

    public async Task InitializeAsync() => city = await CreateAsync();

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task MyTasks_ContactEntered_IsKeptAndCanBeDialled()
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var page = context.OpenTasks();
        await page.ClickAsync("登记联系人");
        await FillAsync(page, Zhang);

        await page.Find(".contact-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("已保存张三的联系方式。", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["tel:03751234567", "tel:13800000001"], page.FindAll(".contacts a").Select(link => link.GetAttribute("href")));
        Assert.Equal(Zhang, Assert.Single(await city.Store<ContactStore>().OfUnitAsync(Reporter, "C1")).Details);
    }

    [Fact]
    public async Task MyTasks_ContactWithFaults_SaysThemAllAndKeepsWhatWasTyped()
    {
        await using var context = new PageContext(city, Reporter, At(9));
        var page = context.OpenTasks();
        await page.ClickAsync("登记联系人");
        await FillAsync(page, Zhang with { Name = "", Mobile = "手机" });

        await page.Find(".contact-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("请填写姓名。手机“手机”不是电话号码", page.Find(".contacts .result-note").TextContent, StringComparison.Ordinal));
        Assert.Equal("zhang@example.cn", page.Find(".contact-form [inputmode=email]").GetAttribute("value"));
    }

    [Fact]
    public async Task Contacts_ChangedAndRemoved_FollowOnThePage()
    {
        await city.Store<ContactStore>().AddAsync(Reporter, "C1", Zhang, At(8));
        await using var context = new PageContext(city, TestCity.Reviewer, At(9));
        var page = context.Open<ContactsPage>("/contacts?unit=C1");
        await page.Find("[aria-label=修改张三]").ClickAsync(new());
        await FillAsync(page, Zhang with { Name = "李四" });
        await page.Find(".contact-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("李四", page.Find("tbody th").TextContent));

        await page.Find("[aria-label=移除李四]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("还没有登记联系人", page.Markup, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.CityReviewer, true)]
    [InlineData(Role.Drafter, true)]
    [InlineData(Role.Signer, false)]
    [InlineData(Role.Leader, false)]
    public async Task Reporting_OfAUnit_ShowsItsContactsToTheTaskForceAlone(Role role, bool isShown)
    {
        await city.Store<ContactStore>().AddAsync(Reporter, "C1", Zhang, At(8));
        await using var context = new PageContext(city, new Actor("某人", role), At(9));

        var page = context.Open<ReportingPage>("/reporting?unit=C1");

        Assert.Equal(isShown, page.Markup.Contains("13800000001", StringComparison.Ordinal));
        Assert.Equal(role is Role.CityReviewer, page.FindAll("[aria-label=修改张三]").Count > 0);
    }

    [Theory]
    [InlineData(Role.CityReviewer, true)]
    [InlineData(Role.Drafter, true)]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.Leader, false)]
    [InlineData(Role.Signer, false)]
    [InlineData(Role.Auditor, false)]
    public async Task ContactsPage_OfARole_ListsEveryUnitOrNothing(Role role, bool isOpen)
    {
        await city.Store<ContactStore>().AddAsync(Reporter, "C1", Zhang, At(8));
        await using var context = new PageContext(city, new Actor("某人", role), At(9));

        var page = context.Open<ContactsPage>("/contacts");

        Assert.Equal(isOpen, page.Markup.Contains("13800000001", StringComparison.Ordinal));
        Assert.Equal(isOpen, page.Markup.Contains("8个单位中，1个登记了联系人", StringComparison.Ordinal));
    }

    /// <summary>A county sees its own and no other's, whatever it asks for.</summary>
    [Fact]
    public async Task ContactsPage_OfACounty_HasItsOwnAlone()
    {
        await city.Store<ContactStore>().AddAsync(TestCity.Reviewer, "C2", Zhang, At(8));
        await using var context = new PageContext(city, Reporter, At(9));

        Assert.DoesNotContain("13800000001", context.Open<ContactsPage>("/contacts?unit=C2").Markup, StringComparison.Ordinal);
    }

    private static async Task FillAsync<TPage>(IRenderedComponent<TPage> page, ContactDetails details)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var texts = new[] { details.Name, details.Post, details.OfficePhone, details.Mobile, details.Email };
        for (var i = 0; i < texts.Length; i++) await page.FindAll(".contact-form input")[i].ChangeAsync(new() { Value = texts[i] });
        await page.Find(".contact-form select").ChangeAsync(new() { Value = $"{details.RemindFrom}" });
    }
}
