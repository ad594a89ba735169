using MetricsDashboard.Web.Tests.Browser;
using Microsoft.Playwright;

namespace MetricsDashboard.Web.Tests.Journeys;

/// <summary>An upload that was answered with 303 is processed, whatever happens to the process that answered.</summary>
public sealed class QueueJourney : IAsyncLifetime, IDisposable
{
    private readonly FreshInstallation office = new();
    private SharedBrowser browser = null!;

    public async Task InitializeAsync() => browser = await SharedBrowser.LaunchAsync();

    public async Task DisposeAsync() => await browser.DisposeAsync();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Upload_KilledBeforeItsJob_IsProcessedAfterTheNextStart()
    {
        var password = await office.AddUserAsync("baofeng", "CountyReporter", "410421");
        string result;
        await using (var withoutJobs = await office.ServeAsync(("JOBS__ENABLED", "false")))
        {
            await using var visitor = await browser.VisitAsync(withoutJobs.Address);
            await visitor.SignInFirstAsync("baofeng", password, "changed-2-remember");
            var (file, _) = await visitor.DownloadAsync(office.Folder);
            FilledWorkbook.Fill(file, Reporter.Items(90, 72, 60, 100, 95), Reporter.Words);
            await visitor.UploadAsync(file);
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("排队中");
            await visitor.PictureAsync("queue-waiting");
            result = new Uri(visitor.Page.Url).AbsolutePath;
            await withoutJobs.KillAsync();
        }

        await using var server = await office.ServeAsync();
        await using var again = await browser.VisitAsync(server.Address);
        await again.SignInAsync("baofeng", "changed-2-remember");
        await again.Page.GotoAsync(result);
        await Assertions.Expect(again.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("已报送");
        again.IsContent();
    }
}
