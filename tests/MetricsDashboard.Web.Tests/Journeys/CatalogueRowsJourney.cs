using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.Playwright;

namespace MetricsDashboard.Web.Tests.Journeys;

/// <summary>One unit, one form with one element and one indicator, added by rows of CSV alone, appear everywhere.</summary>
public sealed class CatalogueRowsJourney : IAsyncLifetime, IDisposable
{
    private const string Unit = "410499";
    private const string Element = "tea_houses";
    private const string Indicator = "tea-houses";
    private const string IndicatorName = "便民茶室数";

    private readonly TemporaryDirectory seed = new();
    private readonly FreshInstallation office;
    private SharedBrowser browser = null!;
    private ServerProcess server = null!;

    public CatalogueRowsJourney()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(MetricsProcess.Repository, "db", "seed"), "*.csv")) File.Copy(file, seed.File(Path.GetFileName(file)));
        Append("units.csv", $"{Unit},平顶山市新设县,新设县,County,410400,40,县（市、区）,yes,yes,,");
        Append("forms.csv", "tea,便民茶室情况表,County,unit,None,");
        Append("elements.csv", $"{Element},便民茶室数量,间,stock,tea,County,,sum,,,carry,");
        Append("indicators.csv", $"{Indicator},CS01,{IndicatorName},computed,{Element},,间,0,fixed,higher,yes,,");
        office = new FreshInstallation(new Dictionary<string, string> { ["METRICS__SEEDDIRECTORY"] = seed.FullPath });
    }

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

    public void Dispose()
    {
        office.Dispose();
        seed.Dispose();
    }

    [Fact]
    public async Task RowsAlone_OfUnitFormElementAndIndicator_AppearEverywhere()
    {
        await office.AddUserAsync("sender", "CountyReporter", Unit);
        var password = await office.AddUserAsync("reviewer", "CityReviewer");
        using var api = await ApiAsync();
        var week = (await RowsAsync(api, "weeks"))[^1].GetProperty("week").GetString()!;

        var file = Path.Combine(office.Folder, "workbook.xlsx");
        (await office.RunAsync("export", "--what", "form", "--unit", Unit, "--week", week, "--output", file)).Succeeded();
        var numbers = new Dictionary<string, long>(Reporter.Items(50, 40, 30, 60, 55)) { [Element] = 37 };
        Assert.Equal(numbers.Count, FilledWorkbook.Fill(file, numbers, Reporter.Words));
        (await office.RunAsync("import", file, "--as", "sender", "--accept-as", "reviewer")).Succeeded();

        await InterfaceShowsItAsync(api, week);
        await PageShowsItAsync(password, week);
        await ExportAndReportShowItAsync(week);
    }

    private static async Task InterfaceShowsItAsync(HttpClient api, string week)
    {
        Assert.Contains(await RowsAsync(api, "units"), row => row.GetProperty("code").GetString() == Unit);
        Assert.Contains(await RowsAsync(api, "elements"), row => row.GetProperty("code").GetString() == Element);
        Assert.Contains(await RowsAsync(api, "indicators"), row => row.GetProperty("code").GetString() == Indicator);
        var result = Assert.Single(await RowsAsync(api, $"snapshots?week={week}&indicator={Indicator}&unit={Unit}"));
        Assert.Equal((37, 1), (result.GetProperty("numerator").GetInt32(), result.GetProperty("rank").GetInt32()));
    }

    private async Task PageShowsItAsync(string password, string week)
    {
        await using var visitor = await browser.VisitAsync(server.Address);
        await visitor.SignInFirstAsync("reviewer", password, "changed-2-remember");
        await visitor.GoAsync("/indicators");
        await visitor.Link(IndicatorName).ClickAsync();
        var ranking = visitor.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "排名表" }).Locator("tbody tr");
        await Assertions.Expect(ranking).ToHaveTextAsync([new Regex(@"1\s*新设县\s*37")]);
        await visitor.GoAsync($"/?unit={Unit}&week={week}");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Article).Filter(new LocatorFilterOptions { HasText = IndicatorName })).ToContainTextAsync("37");
        await visitor.PictureAsync("catalogue-rows-overview");
        visitor.IsContent();
    }

    private async Task ExportAndReportShowItAsync(string week)
    {
        var exported = Path.Combine(office.Folder, "snapshots.csv");
        (await office.RunAsync("export", "--what", "snapshots", "--output", exported)).Succeeded();
        Assert.Contains($"{week},{Unit},{Indicator},37,,37,1,0,1,1,", await File.ReadAllLinesAsync(exported));
        var file = Path.Combine(office.Folder, "report.docx");
        (await office.RunAsync("report", week, "--format", "docx", "--output", file)).Succeeded();
        var report = ReportText.Read(file);
        Assert.Contains("37", report.Row(IndicatorName));
        Assert.NotEmpty(report.Row("新设县"));
    }

    private async Task<HttpClient> ApiAsync()
    {
        var token = (await office.RunAsync("token", "add", "reader", "--role", "Leader")).Succeeded().Output.Trim();
        var client = new HttpClient { BaseAddress = new Uri(server.Address, "api/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async Task<List<JsonElement>> RowsAsync(HttpClient api, string address)
    {
        using var answer = JsonDocument.Parse(await api.GetStringAsync(address));
        return [.. answer.RootElement.EnumerateArray().Select(row => row.Clone())];
    }

    private void Append(string file, string row)
    {
        var path = seed.File(file);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.TrimEnd() + "\n" + row + "\n");
    }
}
