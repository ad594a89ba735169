using System.Net;
using System.Text;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Hosting;

/// <summary>An upload by the page: checked, previewed, explained, confirmed or given up; each test has a county of its own.</summary>
public sealed class HeldUploadTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    private static readonly string[] Forms = ["service-items", "county-figures"];

    [Fact]
    public async Task Page_OfCheckedFile_SaysThatItIsNotSentAndOffersToSend()
    {
        var (county, person) = await CountyAsync(0);

        var address = await UploadAsync(person, Csv(county, 7));

        var page = await person.ReadAsync(address);
        Assert.Contains("已检查，待确认报送", page, StringComparison.Ordinal);
        Assert.Contains("首次填报", page, StringComparison.Ordinal);
        Assert.Contains("本单位指标预览", page, StringComparison.Ordinal);
        Assert.Contains("确认报送</button>", page, StringComparison.Ordinal);
        Assert.Contains("待确认报送", await person.ReadAsync("/uploads"), StringComparison.Ordinal);
        Assert.Empty(await SubmissionsAsync(county));
    }

    [Fact]
    public async Task Send_CheckedFile_StoresItOnceHoweverOftenItIsClicked()
    {
        var (county, person) = await CountyAsync(1);
        var address = await UploadAsync(person, Csv(county, 7));

        using var first = await person.SubmitAsync(address, "send");
        using var second = await person.SubmitAsync(address, "send");
        await ProcessAsync(address);

        Assert.Equal((HttpStatusCode.SeeOther, address), (first.StatusCode, first.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode); // the page has no form any more, and so no token
        Assert.Equal([1, 1], (await SubmissionsAsync(county)).Select(row => row.Round));
        Assert.Contains("已报送", await person.ReadAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_FromTwoOpenPages_TellsTheSecond()
    {
        var (county, person) = await CountyAsync(2);
        var address = await UploadAsync(person, Csv(county, 7));
        var token = await person.TokenAsync(address);

        var answers = await Task.WhenAll(person.SubmitWithAsync(token, address + "/send"), person.SubmitWithAsync(token, address + "/discard"));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        var told = WebUtility.HtmlDecode(await answers.Single(answer => answer.StatusCode is HttpStatusCode.Conflict).Content.ReadAsStringAsync());
        Assert.Contains("这个文件不在待确认状态", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WithoutARequiredExplanation_IsRefusedByNameAndKeepsWhatWasSaid()
    {
        var (county, person) = await CountyAsync(3);
        await AcceptedAsync(county, person, 30);
        var address = await UploadAsync(person, Csv(county, 7, host.Week.Next));
        var page = await person.ReadAsync(address);
        Assert.Contains("maxlength=\"200\"", page, StringComparison.Ordinal);
        Assert.Contains("−23（−76.7%）", page, StringComparison.Ordinal);

        using var refused = await person.SubmitAsync(address, "send");
        var sentence = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        using var sent = await person.SubmitAsync(address, "send", Explained(await ViewAsync(address), "清理\r\n重复登记"));
        await ProcessAsync(address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Matches($"还有\\d+条提醒没有写说明（{county.Name}“", sentence);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var form = (await SubmissionsAsync(county, host.Week.Next)).Single(row => row.Form.Code == "county-figures");
        var warnings = await host.Services.GetRequiredService<UploadStore>().WarningsAsync(new Actor("reviewer", Role.CityReviewer), form.Id);
        Assert.Contains(warnings, warning => warning is { Issue.Code: IssueCodes.CumulativeFell, Explanation: "清理\n重复登记" });
    }

    [Fact]
    public async Task Send_WhereTheValuesBeforeWereCorrectedMeanwhile_WaitsForAnExplanationAgain()
    {
        var (county, person) = await CountyAsync(10);
        await AcceptedAsync(county, person, 30);
        var address = await UploadAsync(person, Csv(county, 30, host.Week.Next));
        Assert.Empty(WarningExplanation.Missing((await ViewAsync(address)).Outcome!.Issues, []));

        (await person.SubmitAsync(address, "send")).Dispose();
        await CorrectAsync(county, "items_total", 3_000);
        await ProcessAsync(address);

        var asked = await ViewAsync(address);
        Assert.Equal((IntakeStatus.Checked, null), (asked.Status, asked.DecidedBy));
        Assert.Contains(WarningExplanation.Missing(asked.Outcome!.Issues, []), warning => warning is { Code: IssueCodes.LargeChange, ElementCode: "items_total" });
        Assert.Empty(await SubmissionsAsync(county, host.Week.Next));
        (await person.SubmitAsync(address, "send", Explained(asked, "上周数已更正"))).Dispose();
        await ProcessAsync(address);
        Assert.Equal(IntakeStatus.Stored, (await ViewAsync(address)).Status);
    }

    [Fact]
    public async Task Discard_CheckedFile_EndsItWithoutSubmission()
    {
        var (county, person) = await CountyAsync(4);
        var address = await UploadAsync(person, Csv(county, 7));

        using var discarded = await person.SubmitAsync(address, "discard");

        Assert.Equal(HttpStatusCode.SeeOther, discarded.StatusCode);
        Assert.Contains("已放弃，未报送", await person.ReadAsync(address), StringComparison.Ordinal);
        Assert.Empty(await SubmissionsAsync(county));
    }

    [Fact]
    public async Task Send_WithoutToken_IsRefused()
    {
        var (county, person) = await CountyAsync(5);
        var address = await UploadAsync(person, Csv(county, 7));

        foreach (var action in new[] { "/send", "/discard" })
        {
            using var content = new FormUrlEncodedContent(new Dictionary<string, string>());
            using var refused = await person.Client.PostAsync(address + action, content);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        Assert.Equal(IntakeStatus.Checked, (await ViewAsync(address)).Status);
    }

    [Fact]
    public async Task Send_ByAnotherCountyOrTheCity_IsForbidden()
    {
        var (county, person) = await CountyAsync(6);
        var address = await UploadAsync(person, Csv(county, 7));
        foreach (var other in new[] { await host.SignInAsync(Role.CountyReporter, Counties[7].Code), await host.SignInAsync(Role.CityReviewer) })
        {
            using var refused = await other.SubmitWithAsync(await other.TokenAsync("/uploads"), address + "/send");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        var reviewer = await host.SignInAsync(Role.CityReviewer);
        Assert.DoesNotContain("确认报送</button>", await reviewer.ReadAsync(address), StringComparison.Ordinal);
        Assert.Equal(IntakeStatus.Checked, (await ViewAsync(address)).Status);
    }

    [Fact]
    public async Task Marked_RefusedCsv_IsAWorkbookThatHasTheSameFaults()
    {
        var (county, person) = await CountyAsync(8);
        var address = await UploadAsync(person, Csv(county, 7).Replace("items_total,7", "items_total,七个", StringComparison.Ordinal));
        Assert.Contains("下载标注错误的表格", await person.ReadAsync(address), StringComparison.Ordinal);

        using var copy = await person.Client.GetAsync(address + "/marked");

        Assert.Equal("上报（已标注错误）.xlsx", copy.Content.Headers.ContentDisposition!.FileNameStar);
        var request = new IntakeRequest(new Actor("x", Role.CountyReporter, county.Code));
        var entries = IntakeReader.Read(await copy.Content.ReadAsByteArrayAsync(), "x.xlsx", host.Catalogue, request).Entries;
        Assert.Equal("七个", entries.Single(entry => entry.Element == "items_total").Text);
        var other = await host.SignInAsync(Role.CountyReporter, Counties[7].Code);
        using var forbidden = await other.Client.GetAsync(address + "/marked");
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task Marked_FileThatIsNoTable_IsNotOffered()
    {
        var (_, person) = await CountyAsync(8);
        var address = await UploadAsync(person, "%PDF-1.4");

        Assert.DoesNotContain("下载标注错误的表格", await person.ReadAsync(address), StringComparison.Ordinal);
        using var copy = await person.Client.GetAsync(address + "/marked");
        Assert.Equal(HttpStatusCode.NotFound, copy.StatusCode);
    }

    [Fact]
    public async Task Composed_UnchangedAndNothing_AreStoredWithAnOriginalAndTheirBasis()
    {
        var (county, person) = await CountyAsync(9);
        await AcceptedAsync(county, person, 30);
        var actor = new Actor("composer", Role.CountyReporter, county.Code);
        await using var scope = host.Services.CreateAsyncScope();
        var composed = scope.ServiceProvider.GetRequiredService<SendComposed>();
        var now = host.Services.GetRequiredService<BusinessClock>().Now;

        var (unchanged, _) = await composed.RunAsync(actor, host.Catalogue.Form("service-items"), county, host.Week.Next, SubmissionBasis.Unchanged, now, CancellationToken.None);
        var (nothing, _) = await composed.RunAsync(actor, host.Catalogue.Form("county-figures"), county, host.Week.Next, SubmissionBasis.Nothing, now, CancellationToken.None);
        var (none, refusal) = await composed.RunAsync(actor, host.Catalogue.Form("service-cases"), county, host.Week.Next, SubmissionBasis.Unchanged, now, CancellationToken.None);
        foreach (var id in new[] { unchanged, nothing }) await ProcessAsync($"/uploads/{id}");

        Assert.Equal((null, true), (none, refusal!.Contains("没有上次的数可用", StringComparison.Ordinal)));
        Assert.Equal(["county-figures", "service-items"], (await SubmissionsAsync(county, host.Week.Next)).Select(row => row.Form.Code).Order(StringComparer.Ordinal));
        var page = await person.ReadAsync($"/uploads/{unchanged}");
        Assert.Contains("与上周一致确认报送", page, StringComparison.Ordinal);
        Assert.Contains("报送“与上周一致”", page, StringComparison.Ordinal);
        Assert.Contains("网页（零报告）", await person.ReadAsync("/uploads"), StringComparison.Ordinal);
        Assert.Contains("\"value\":30", await person.Client.GetStringAsync($"/uploads/{unchanged}/file"), StringComparison.Ordinal);
    }

    private IReadOnlyList<Unit> Counties => [.. host.Catalogue.Units.Where(unit => unit.Kind is UnitKind.County && host.Catalogue.TakesPart(unit, host.Week))];

    private async Task<(Unit County, Person Person)> CountyAsync(int i) => (Counties[i], await host.SignInAsync(Role.CountyReporter, Counties[i].Code));

    private string Csv(Unit county, long value, ReportingWeek? week = null) => "unit,week,element,value\n" + string.Concat(
        from form in Forms
        from element in host.Catalogue.ElementsOf(host.Catalogue.Form(form), week ?? host.Week)
        select $"{county.Code},{week ?? host.Week},{element.Code},{Math.Clamp(value, element.Minimum, element.Maximum ?? long.MaxValue)}\n");

    /// <summary>A first week that is accepted, and the next one open.</summary>
    private async Task AcceptedAsync(Unit county, Person person, long value)
    {
        var address = await UploadAsync(person, Csv(county, value));
        (await person.SubmitAsync(address, "send")).Dispose();
        await ProcessAsync(address);
        var now = host.Services.GetRequiredService<BusinessClock>().Now;
        var waiting = (await SubmissionsAsync(county)).Select(row => row.Id).ToList();
        await host.Services.GetRequiredService<SubmissionStore>().AcceptAsync(new Actor("reviewer", Role.CityReviewer), waiting, now);
        var hours = new Timetable(WorkCalendar.Plain, TimetableHours.Standard).Of(new ReportingPeriod(host.Week.Next));
        await host.Services.GetRequiredService<WeekStore>().OpenAsync(Actor.System, hours, now);
    }

    /// <summary>A value of the first week is corrected.</summary>
    private async Task CorrectAsync(Unit county, string element, long value)
    {
        var (corrections, now) = (host.Services.GetRequiredService<CorrectionStore>(), host.Services.GetRequiredService<BusinessClock>().Now);
        var id = await corrections.RequestAsync(new Actor("other", Role.CityReviewer), host.Week, element, county.Code, value, "漏报", now);
        Assert.Equal(ReviewStatus.Done, (await corrections.DecideAsync(new Actor("reviewer", Role.CityReviewer), id, approve: true, null, now)).Status);
    }

    private async Task<string> UploadAsync(Person person, string content)
    {
        using var response = await person.UploadAsync("上报.csv", Encoding.UTF8.GetBytes(content));
        var address = response.Headers.Location!.ToString();
        await ProcessAsync(address);
        return address;
    }

    private static Dictionary<string, string> Explained(UploadView view, string text) =>
        Enumerable.Range(0, view.Outcome!.Issues.Count).ToDictionary(i => $"explanation-{i}", _ => text);

    private async Task<UploadView> ViewAsync(string address) => (await host.Services.GetRequiredService<UploadStore>().FindAsync(Actor.System, Id(address)))!;

    private Task<IReadOnlyList<SubmissionRow>> SubmissionsAsync(Unit county, ReportingWeek? week = null) =>
        host.Services.GetRequiredService<SubmissionStore>().ListAsync(Actor.System, week ?? host.Week, county.Code);

    private async Task ProcessAsync(string address)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Receive>().ProcessAsync(Id(address), host.Services.GetRequiredService<BusinessClock>().Now, CancellationToken.None);
    }

    private static Guid Id(string address) => Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);
}
