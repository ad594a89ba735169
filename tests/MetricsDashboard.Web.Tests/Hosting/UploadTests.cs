using System.Net;
using System.Text;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Hosting;

public sealed class UploadTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    [Fact]
    public async Task Post_File_IsAnsweredWithSeeOtherToItsPage()
    {
        var person = await host.SignInAsync(Role.CountyReporter, host.County.Code);

        using var response = await person.UploadAsync("a.csv", [1, 2, 3]);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Matches("^/uploads/[0-9a-f-]{36}$", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Page_WithJobsStopped_SaysQueuedAndRefreshesItself()
    {
        var person = await host.SignInAsync(Role.CountyReporter, host.County.Code);
        using var response = await person.UploadAsync("a.csv", Filled.Bytes(host.Catalogue, host.County, host.Week));

        var page = await person.ReadAsync(response.Headers.Location!.ToString());

        Assert.Contains("排队中", page, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfRefusedFile_ListsEveryIssueAndRestsThen()
    {
        var person = await host.SignInAsync(Role.CountyReporter, host.County.Code);
        var csv = Filled.Csv(host.Catalogue, host.County, host.Week).Split('\n');
        csv[1] = csv[1][..csv[1].LastIndexOf(',')] + ",五";
        csv[2] = csv[2][..csv[2].LastIndexOf(',')] + ",-3";
        using var response = await person.UploadAsync("a.csv", Encoding.UTF8.GetBytes(string.Join('\n', csv)));
        var address = response.Headers.Location!.ToString();
        await ProcessAsync(address);

        var page = await person.ReadAsync(address);

        Assert.Contains("未通过检查，全部未保存", page, StringComparison.Ordinal);
        Assert.Contains("第2行", page, StringComparison.Ordinal);
        Assert.Contains("第3行", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfUploads_NameThePersonAndNotTheAccount()
    {
        var person = await host.SignInAsync(Role.CountyReporter, host.County.Code);
        using var response = await person.UploadAsync("上报.csv", [1]);

        foreach (var address in new[] { "/uploads", response.Headers.Location!.ToString() })
        {
            var page = await person.ReadAsync(address);
            Assert.Contains(Role.CountyReporter.Name(), page, StringComparison.Ordinal);
            Assert.DoesNotContain(nameof(Role.CountyReporter), page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task List_ForASender_HasAChineseFileControlThatKeyboardsReach()
    {
        var person = await host.SignInAsync(Role.CountyReporter, host.County.Code);

        var page = await person.ReadAsync("/uploads");

        Assert.Matches("(?s)<input id=\"file\" name=\"file\" type=\"file\"(?![^>]*(hidden|tabindex))[^>]*>\\s*<label class=\"file-button\" for=\"file\">选择文件</label>", page);
        Assert.Contains("未选择文件", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_Downloaded_HasTheBytesThatWereSent()
    {
        var person = await host.SignInAsync(Role.CountyReporter, host.County.Code);
        byte[] bytes = [80, 75, 3, 4, 0, 255];
        using var response = await person.UploadAsync("报表.xlsx", bytes);

        var file = await person.Client.GetByteArrayAsync(response.Headers.Location + "/file");

        Assert.Equal(bytes, file);
    }

    [Fact]
    public async Task Page_OfAnotherCounty_IsForbidden()
    {
        var sender = await host.SignInAsync(Role.CountyReporter, host.County.Code);
        var other = await host.SignInAsync(Role.CountyReporter, host.OtherCounty.Code);
        using var response = await sender.UploadAsync("a.csv", [1]);

        using var page = await other.Client.GetAsync(response.Headers.Location!);

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
    }

    [Fact]
    public async Task Post_FileBeyondTheLimit_IsRefusedWithASentence()
    {
        var person = await host.SignInAsync(Role.CountyReporter, host.County.Code);

        using var response = await person.UploadAsync("a.csv", new byte[1024 * 1024 + 200_000]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("文件超过 1 MB", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ByLeader_IsForbidden()
    {
        var leader = await host.SignInAsync(Role.Leader);
        var page = await leader.ReadAsync("/uploads");

        Assert.DoesNotContain("type=\"file\"", page, StringComparison.Ordinal);
    }

    private async Task ProcessAsync(string address)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var id = Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);
        await scope.ServiceProvider.GetRequiredService<Receive>().ProcessAsync(id, host.Services.GetRequiredService<BusinessClock>().Now, CancellationToken.None);
    }
}

public sealed class UploadJobTests(WorkingHost host) : IClassFixture<WorkingHost>
{
    [Fact]
    public async Task Upload_WithJobsRunning_IsProcessed()
    {
        var person = await host.SignInAsync(Role.CountyReporter, host.County.Code);
        using var response = await person.UploadAsync("a.csv", Filled.Bytes(host.Catalogue, host.County, host.Week));

        var view = await FinishedAsync(response.Headers.Location!.ToString());

        Assert.Equal(IntakeStatus.Checked, view.Status);
        using var sent = await person.SubmitAsync(response.Headers.Location!.ToString(), "send");
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal(IntakeStatus.Stored, (await FinishedAsync(response.Headers.Location!.ToString(), IntakeStatus.Checked)).Status);
    }

    // The page reloads itself every two seconds; a test may ask faster, and gives up in the end.
    private async Task<UploadView> FinishedAsync(string address, IntakeStatus? before = null)
    {
        var id = Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);
        var uploads = host.Services.GetRequiredService<UploadStore>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync(patience.Token))
        {
            if (await uploads.FindAsync(Actor.System, id) is { Status: IntakeStatus.Stored or IntakeStatus.Checked or IntakeStatus.Refused or IntakeStatus.Failed } view && view.Status != before) return view;
        }

        throw new InvalidOperationException("The timer stopped.");
    }
}
