using System.Net;
using System.Text.RegularExpressions;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.Playwright;

namespace MetricsDashboard.Web.Tests.Journeys;

/// <summary>
/// The first week of a real installation: an empty directory, a one-time password on the console, two counties and a reviewer, this
/// week's workbook written by LibreOffice, and the report of this week. Nothing in it knows 2020.
/// </summary>
public sealed partial class FirstWeekJourney : IAsyncLifetime, IDisposable
{
    private const string Password = "changed-2-remember";

    private readonly FreshInstallation office = new();
    private SharedBrowser browser = null!;
    private ServerProcess server = null!;

    public async Task InitializeAsync()
    {
        browser = await SharedBrowser.LaunchAsync();
        server = await office.ServeAsync();
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await server.DisposeAsync();
    }

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task FirstWeek_OfAnEmptyInstallation_BecomesAReport()
    {
        await NothingGetsInButTheOneTimePasswordAsync();
        var first = await office.AddUserAsync("baofeng", "CountyReporter", "410421");
        var second = await office.AddUserAsync("yexian", "CountyReporter", "410422");
        var reviewer = await office.AddUserAsync("reviewer", "CityReviewer");

        var week = await ReportAsync("baofeng", first, Reporter.Items(onApplication: 90, runOnce: 72, online: 60, total: 100, complete: 95), throughLibreOffice: true);
        await ReportAsync("yexian", second, Reporter.Items(onApplication: 70, runOnce: 63, online: 56, total: 80, complete: 72), throughLibreOffice: false);
        await AcceptAndSeeAsync(reviewer, week);
        await ReportHasTheFiguresAsync(week, "docx");
        await ReportHasTheFiguresAsync(week, "html");
    }

    private async Task NothingGetsInButTheOneTimePasswordAsync()
    {
        var announced = AnnouncedPattern().Match(server.Console);
        Assert.True(announced.Success, server.Console);
        using var anybody = new HttpClient { BaseAddress = server.Address };
        Assert.Equal(HttpStatusCode.Unauthorized, (await anybody.GetAsync("api/v1/units")).StatusCode);

        await using var visitor = await browser.VisitAsync(server.Address);
        await visitor.SignInAsync(announced.Groups[1].Value, announced.Groups[2].Value);
        await visitor.Page.GotoAsync("/indicators");
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(PasswordAddress());
        await visitor.Page.GotoAsync("/account/sign-out");
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "退出", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(SignInAddress());

        await visitor.SignInFirstAsync(announced.Groups[1].Value, announced.Groups[2].Value, Password);
        await visitor.ReadyAsync();
        await visitor.IsSoundAsync();
        visitor.IsContent();
    }

    private async Task<string> ReportAsync(string name, string oneTimePassword, Dictionary<string, long> numbers, bool throughLibreOffice)
    {
        await using var visitor = await browser.VisitAsync(server.Address);
        await visitor.SignInFirstAsync(name, oneTimePassword, Password);
        var (file, week) = await visitor.DownloadAsync(office.Folder);
        Assert.Equal(numbers.Count, FilledWorkbook.Fill(file, numbers, Reporter.Words));
        if (throughLibreOffice) await FilledWorkbook.ThroughLibreOfficeAsync(file);

        await visitor.UploadAsync(file);

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("已报送");
        await Assertions.Expect(visitor.Main).ToContainTextAsync("政务服务事项情况表");
        await Assertions.Expect(visitor.Main).ToContainTextAsync("专班工作开展情况");
        await visitor.IsSoundAsync();
        await visitor.PictureAsync("first-week-" + name);
        visitor.IsContent();
        return week;
    }

    private async Task AcceptAndSeeAsync(string oneTimePassword, string week)
    {
        await using var visitor = await browser.VisitAsync(server.Address);
        await visitor.SignInFirstAsync("reviewer", oneTimePassword, Password);
        await visitor.GoAsync("/review");
        await Assertions.Expect(visitor.Main).ToContainTextAsync("待审核4件");
        await visitor.Button("全部选择").ClickAsync();
        await visitor.Button("接收所选4件").ClickAsync();
        await Assertions.Expect(visitor.Main).ToContainTextAsync("没有待审核的报送");

        await visitor.GoAsync($"/?unit=410421&week={week}");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Article).Filter(new LocatorFilterOptions { HasText = "“最多跑一次”事项占比" })).ToContainTextAsync("80");
        await visitor.IsSoundAsync();
        await visitor.PictureAsync("first-week-overview");
        await visitor.GoAsync($"/indicators/run-once-share?unit=410400&week={week}");
        await Assertions.Expect(visitor.Page.Locator(".figure-value strong")).ToContainTextAsync("84.38");
        await Assertions.Expect(visitor.Main).ToContainTextAsync("应报11个单位，实报2个");
        await visitor.PictureAsync("first-week-indicator");
        await visitor.Page.GotoAsync($"/reports/{week}.html");
        await Assertions.Expect(visitor.Page.Locator("body")).ToContainTextAsync("72.50");
        visitor.IsContent();
    }

    private async Task ReportHasTheFiguresAsync(string week, string format)
    {
        var file = Path.Combine(office.Folder, "report." + format);
        (await office.RunAsync("report", week, "--format", format, "--output", file)).Succeeded();

        var report = ReportText.Read(file);

        Assert.Contains("72.50", report.Row("网上可办率"));
        Assert.Contains("95.00", report.Row("宝丰县"));
        Assert.Contains("90.00", report.Row("叶县"));
        Assert.DoesNotContain("2020年", report.All, StringComparison.Ordinal);
        Assert.DoesNotContain("6月", report.All, StringComparison.Ordinal);
        Assert.DoesNotContain("演示", report.All, StringComparison.Ordinal);
    }

    [GeneratedRegex("管理员用户名 (.+?)，一次性密码 (.+?)（")]
    private static partial Regex AnnouncedPattern();

    [GeneratedRegex("/account/sign-in")]
    private static partial Regex SignInAddress();

    [GeneratedRegex("/account/password")]
    private static partial Regex PasswordAddress();
}
