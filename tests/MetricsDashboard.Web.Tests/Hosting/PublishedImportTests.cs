using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Hosting;

public sealed partial class PublishedImportTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    private const string Page = "/published/import";
    private static readonly Dictionary<string, string> Head = new()
    {
        ["Sent.Indicator"] = "red-card-rate",
        ["Sent.PeriodKind"] = nameof(PeriodKind.Month),
        ["Sent.Period"] = "2020年8月",
        ["Sent.Document"] = "演示数据",
    };

    [Fact]
    public async Task Table_PreviewedAndConfirmed_IsEnteredOnceHoweverOftenItIsSent()
    {
        var person = await host.SignInAsync(Role.CityReviewer, null);
        var csv = "通报\n地区,数值,名次\n甲市,0.90,1\n平顶山市,1.00,2\n";
        var preview = await PreviewAsync(person, csv, Head);

        Assert.Contains("将新录入", preview, StringComparison.Ordinal);
        Assert.Contains("请核对：表中有2个地区", preview, StringComparison.Ordinal);
        Assert.Contains("距上一位（甲市）0.10个百分点", preview, StringComparison.Ordinal);
        var tables = host.Services.GetRequiredService<ProvinceTableStore>();
        Assert.Empty(await tables.ListAsync(Actor.System, null));

        Assert.Contains("请说明核对情况", await ConfirmAsync(person, preview, ""), StringComparison.Ordinal);
        Assert.Contains("已录入电子监察红牌率（2020年8月）省通报全表，2个地区。", await ConfirmAsync(person, preview, "只通报两市"), StringComparison.Ordinal);
        Assert.Contains("与已录入的完全相同，没有改动", await ConfirmAsync(person, preview, "只通报两市"), StringComparison.Ordinal);
        Assert.Contains("不需要导入", await PreviewAsync(person, csv, Head), StringComparison.Ordinal);
        Assert.Equal("只通报两市", Assert.Single(await tables.ListAsync(Actor.System, null)).Reason);
    }

    [Fact]
    public async Task List_WithFaults_TellsAllOfThemAndOffersNoConfirmation()
    {
        var person = await host.SignInAsync(Role.Drafter, null);

        var page = await PreviewAsync(person, $"{Heading}\nred-rate,410400,week,2020-W39,1.00,=,9,,,,通报\nred-card-rate,410400,month,2020-13,x,=,19,,,,通报\n", []);

        Assert.All(["有4处需要改正", "第2行：指标“red-rate”", "第3行：时段“2020-13”", "第3行：数值“x”", "第3行：全省位次“19”"], part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.DoesNotContain("确认导入", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_PreviewedAndConfirmed_CountsAddUp()
    {
        var person = await host.SignInAsync(Role.Drafter, null);
        var preview = await PreviewAsync(person, $"{Heading}\non-time-rate,410400,month,2020-07,99.00,=,9,,,,通报\non-time-rate,410400,month,2020-08,,,,全省前三位,,,通报\n", []);

        Assert.Contains("读取2条：新增2条，更正0条，未变0条。", preview, StringComparison.Ordinal);
        Assert.Contains("读取2条，新增2条，更正0条，未变0条。", await ConfirmAsync(person, preview, ""), StringComparison.Ordinal);
        Assert.Contains("读取2条，新增0条，更正0条，未变2条。", await ConfirmAsync(person, preview, ""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.Signer)]
    [InlineData(Role.CountyReporter)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public async Task Page_OfAnyOtherRole_IsForbiddenAndTakesNothing(Role role)
    {
        var person = await host.SignInAsync(role, host.UnitOf(role));

        using var response = await person.Client.GetAsync(Page);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain("type=\"file\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private const string Heading = "indicator,unit,period_kind,period,value,bound,province_rank,rank_text,baseline,label,document";

    private static async Task<string> PreviewAsync(Person person, string csv, Dictionary<string, string> fields)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await person.TokenAsync(Page)), "__RequestVerificationToken" },
            { new StringContent("preview"), "_handler" },
        };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        form.Add(file, "Sent.File", "通报.csv");
        using var response = await person.Client.PostAsync(Page, form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    private static async Task<string> ConfirmAsync(Person person, string preview, string reason)
    {
        var fields = HiddenField().Matches(preview).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        Assert.NotEmpty(fields["Confirmed.Content"]);
        fields["Confirmed.Reason"] = reason;
        using var response = await person.PostAsync(Page, "confirm", fields);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"(Confirmed\\.[A-Za-z]+)\"(?: value=\"([^\"]*)\")?")]
    private static partial Regex HiddenField();
}
