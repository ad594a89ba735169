using System.Net;
using System.Text;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Hosting;

/// <summary>城市报表 by form: mapped once, then straight through; the same file twice changes nothing; each test has a source of its own.</summary>
public sealed class CityFileUploadTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    private const string Form = "service-items";

    [Fact]
    public async Task Upload_OfANewSource_WaitsForItsColumnsAndThenGoesTheWayOfEveryUpload()
    {
        var person = await host.SignInAsync(Role.CityReviewer);
        var file = Export(1, 7);

        var address = await UploadAsync(person, "甲", file);
        Assert.StartsWith("/city/", address, StringComparison.Ordinal);
        Assert.Contains("去对应各列", await person.ReadAsync($"/uploads/{Id(address)}"), StringComparison.Ordinal);
        Assert.Contains("待对应各列的文件", await person.ReadAsync("/city"), StringComparison.Ordinal);
        await MapAsync(address);
        address = await ProcessAsync(address);
        Assert.Contains("按列对应第1版读取", await person.ReadAsync(address), StringComparison.Ordinal);
        (await person.SubmitAsync(address, "send")).Dispose();
        await ProcessAsync(address);

        // The second file of the same headings knows its columns; the same values are the old submission.
        var again = await UploadAsync(person, "甲", file);
        Assert.StartsWith("/uploads/", again, StringComparison.Ordinal);
        await ProcessAsync(again);
        var outcome = (await ViewAsync(again)).Outcome!;
        Assert.Equal((IntakeStatus.Checked, outcome.Counts.Read, outcome.Counts.Read), (outcome.Status, outcome.Counts.Read, outcome.Counts.Unchanged));
        var row = (await Store<SubmissionStore>().ListAsync(Actor.System, host.Week, Counties[1].Code)).Single(row => row.Form.Code == Form);
        Assert.True(row.OnBehalf);
        Assert.Equal("导出.csv", row.FileName);
        Assert.Equal("第3行“items_total”", (await Store<SubmissionStore>().FindAsync(Actor.System, row.Id))!.Values[0].Place.Cell);
    }

    [Fact]
    public async Task Upload_WithChangedHeadings_GoesBackToItsColumns()
    {
        var person = await host.SignInAsync(Role.CityReviewer);
        var address = await UploadAsync(person, "乙", Export(2, 7));
        await MapAsync(address);

        Assert.StartsWith("/city/", await UploadAsync(person, "乙", Export(2, 7).Replace("items_total", "总数", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.StartsWith("/city/", await UploadAsync(person, "乙", Export(2, 7).Replace(Counties[2].Code, "某县", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.StartsWith("/uploads/", await UploadAsync(person, "乙", Export(2, 9)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_ThatIsNoTable_IsRefusedAtOnce()
    {
        var person = await host.SignInAsync(Role.CityReviewer);

        var address = await UploadAsync(person, "丙", "%PDF-1.4");

        Assert.StartsWith("/uploads/", address, StringComparison.Ordinal);
        Assert.Contains("这是 PDF，不是表格", await person.ReadAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_ByTheCitysReporter_OfAFormOfOtherUnits_IsForbidden()
    {
        var person = await host.SignInAsync(Role.CityReporter);
        var reviewer = await host.SignInAsync(Role.CityReviewer);
        await MapAsync(await UploadAsync(reviewer, "丁", Export(3, 7)));

        using var response = await PostAsync(person, "丁", Export(3, 7), "/city");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("您的角色不报送《政务服务事项情况表》", WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.CountyReporter)]
    [InlineData(Role.CountyReviewer)]
    [InlineData(Role.Department)]
    [InlineData(Role.Drafter)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public async Task Upload_ByOthers_IsForbidden(Role role)
    {
        var person = await host.SignInAsync(role, host.UnitOf(role));

        using var response = await PostAsync(person, "戊", Export(4, 7), tokenFrom: "/account/password");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        using var page = await person.Client.GetAsync("/city");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
    }

    private IReadOnlyList<Unit> Counties => [.. host.Catalogue.Units.Where(unit => unit.Kind is UnitKind.County && host.Catalogue.TakesPart(unit, host.Week))];

    /// <summary>A form as this system exports it, under a title, of the first county and another.</summary>
    private string Export(int county, long value) => "事项库导出\n" + string.Join('\n', CsvExport.Form(
        host.Catalogue, host.Catalogue.Form(Form), host.Week, [Counties[county], Counties[county + 5]], (_, _) => value, (_, _) => null));

    /// <summary>Takes every suggestion, as a person would who sees that they are right.</summary>
    private async Task MapAsync(string address)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var files = scope.ServiceProvider.GetRequiredService<CityFiles>();
        var sender = new Actor((await ViewAsync(address)).SentBy, Role.CityReviewer);
        var file = (await files.OpenAsync(sender, Id(address), CancellationToken.None))!;
        var (table, row) = MappingSuggestion.Header(host.Catalogue, file.Form, file.Week, file.Tables)!.Value;
        var suggestions = MappingSuggestion.Columns(host.Catalogue, file.Form, file.Week, table, row);
        var mapping = new ColumnMapping(
            file.Source, Form, null, row,
            [.. table.Columns(row).Select(column => new MappedColumn(column.Heading, column.Occurrence, suggestions[column.Number].Use, suggestions[column.Number].Element))], []);
        await files.ConfirmAsync(sender, Id(address), mapping, file.Week, host.Services.GetRequiredService<BusinessClock>().Now, CancellationToken.None);
    }

    private async Task<string> UploadAsync(Person person, string source, string content)
    {
        using var response = await PostAsync(person, source, content, "/city");
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    private async Task<HttpResponseMessage> PostAsync(Person person, string source, string content, string tokenFrom)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await person.TokenAsync(tokenFrom)), "__RequestVerificationToken" },
            { new StringContent(source), "source" },
            { new StringContent(Form), "form" },
            { new StringContent(host.Week.ToString()), "week" },
        };
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        form.Add(file, "file", "导出.csv");
        return await person.Client.PostAsync("/city/files", form);
    }

    private async Task<string> ProcessAsync(string address)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Receive>().ProcessAsync(Id(address), host.Services.GetRequiredService<BusinessClock>().Now, CancellationToken.None);
        return $"/uploads/{Id(address)}";
    }

    private async Task<UploadView> ViewAsync(string address) => (await Store<UploadStore>().FindAsync(Actor.System, Id(address)))!;

    private T Store<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    private static Guid Id(string address) => Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);
}
