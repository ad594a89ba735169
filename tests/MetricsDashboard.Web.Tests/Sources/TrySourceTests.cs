using System.Security.Cryptography;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Sources;
using MetricsDashboard.Web.Tests.Browser;
using MetricsDashboard.Web.Tests.Pages;
using Microsoft.AspNetCore.DataProtection;

namespace MetricsDashboard.Web.Tests.Sources;

/// <summary>试连: one small city for all, because a trial changes nothing.</summary>
public sealed class TrySourceTests : IAsyncLifetime
{
    private static readonly Actor Administrator = new("管理员", Role.Administrator);
    private static readonly DateTimeOffset Now = new(2020, 9, 28, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly FastTime time = new();
    private readonly SourceSecrets secrets = new(new EphemeralDataProtectionProvider());
    private TestCity city = null!;

    public static TheoryData<string, string, string, string> Failures => new()
    {
        { "/closed", "", "", "对方拒绝访问（401）：令牌或密码不对" },
        { "/nowhere", "", "", "对方没有这个网址（404），请核对网址。" },
        { "/login", "", "", "返回的是网页，不是数据" },
        { "/down", "", "", "对方系统出错（500）" },
        { "/cut", "", "", "中断，没有收完整。" },
        { "/cases", "rowsPath", "data.list", "JSON 里没有“data.list”这个数组" },
        { "/cases", "rowsPath", "", "JSON 的最外层不是数组" },
        { "/cases", "field", "case_no", "第1条里没有办件编号（case_no）：这不是办件，或者字段叫别的名字。请在数据源的字段对应里写明。" },
        { "/csv", "", "", "不是完整的 JSON" },
    };

    public async Task InitializeAsync() => city = await TestCity.CreateAsync(0);

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Run_OfAServerThatAnswers_ShowsWhatWouldComeInAndKeepsNothing()
    {
        var rows = HttpSourceTests.Cases(120).Select(row => row with { Unit = "甲县" }).ToList();
        rows[1] = rows[1] with { Unit = "市公安" };
        rows[2] = rows[2] with { AcceptedAt = "昨天" };
        await using var server = await ProvinceServer.StartAsync(rows);
        var settings = Settings(server.Address + "/cases", ("paging", "cursor"), ("nextPath", "data.next"), ("totalPath", "data.total"), ("sinceParameter", "since"), ("markField", "updated_at"), ("auth", "token"));
        var id = await city.Store<SourceStore>().AddAsync(Administrator, new SourceSettingsEntry("省平台", "http", true, "02:00", settings.ToJson(), secrets.Protect("kept")), Now);
        var before = await city.Store<SourceStore>().FindAsync(Administrator, id);

        var tried = await RunAsync(settings, source: before);

        Assert.Null(tried.Trial.Failure);
        Assert.Equal("Bearer kept", server.Authorization);
        Assert.Equal((50, 48, 1, false), (tried.Rows.Count, tried.Understood, tried.Rejected, tried.Trial.HasMore));
        Assert.Equal((new UnknownTerm(CaseTermKind.Unit, "市公安"), 1), Assert.Single(tried.Held));
        Assert.Equal("受理时间“昨天”不是时间，应写作 2020-09-27T16:30:00", tried.Rows[2].Outcome.Fault);
        var facts = tried.Trial.Facts.ToDictionary(fact => fact.Name, fact => fact.Text);
        Assert.Equal(("200 OK", "120条"), (facts["状态"], facts["总数"]));
        Assert.EndsWith("/cases?cursor=50&page_size=50", facts["下一页"], StringComparison.Ordinal);
        Assert.StartsWith("读到2020-09-21T", facts["增量"], StringComparison.Ordinal);
        Assert.Equal([("statutory_due", false), ("completed_at", false), ("cause", false)], tried.Trial.Unread);
        Assert.Equal(1, server.Requests);

        Assert.Equal(before, await city.Store<SourceStore>().FindAsync(Administrator, id));
        Assert.Empty(await city.Store<RunStore>().ListAsync(Administrator, new RunFilter(), 9));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Run_OfAServerThatDoesNotGiveIt_SaysWhyAfterOneRequest(string path, string name, string value, string sentence)
    {
        await using var server = await ProvinceServer.StartAsync(HttpSourceTests.Cases(5));
        var settings = name is "" or "field" ? Settings(server.Address + path) : Settings(server.Address + path, (name, value));
        if (name == "field") settings = new SourceSettings { Values = settings.Values, Fields = new Dictionary<string, string> { [value] = "item_name" } };

        var tried = await RunAsync(settings);

        Assert.Contains(sentence, tried.Trial.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain("下次", tried.Trial.Failure, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task Run_OfNoSuchServerOrNobodyThere_SaysWhich()
    {
        var server = await ProvinceServer.StartAsync([]);
        var address = server.Address;
        await server.DisposeAsync();

        Assert.StartsWith("连接不上“127.0.0.1:", (await RunAsync(Settings(address + "/cases"))).Trial.Failure, StringComparison.Ordinal);
        Assert.StartsWith("找不到“nobody.invalid”这台服务器", (await RunAsync(Settings("http://nobody.invalid/cases"))).Trial.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfAnAnswerThatNeverComes_SaysHowLongItWaited()
    {
        await using var server = await ProvinceServer.StartAsync(HttpSourceTests.Cases(5), new ProvinceFaults { Hangs = true });
        server.Hanging = time.Elapse;

        var tried = await RunAsync(Settings(server.Address + "/cases", ("paging", "page")));

        Assert.Contains("在规定时间（3600秒）内没有给出第1页", tried.Trial.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfACertificateThatIsNotTrusted_ShowsItsFingerprint()
    {
        using var certificate = HttpSourceTests.SelfSigned();
        await using var server = await ProvinceServer.StartAsync(HttpSourceTests.Cases(3), certificate: certificate);
        var pin = certificate.GetCertHashString(HashAlgorithmName.SHA256);

        var refused = await RunAsync(Settings(server.Address + "/cases"));
        var trusted = await RunAsync(Settings(server.Address + "/cases", ("certificate", pin)));

        Assert.Contains("证书不可信", refused.Trial.Failure, StringComparison.Ordinal);
        Assert.Contains(pin, Fact(refused, "证书"), StringComparison.Ordinal);
        Assert.StartsWith("不可信", Fact(refused, "证书"), StringComparison.Ordinal);
        Assert.StartsWith("与设置的指纹相符", Fact(trusted, "证书"), StringComparison.Ordinal);
        Assert.Equal(3, trusted.Rows.Count);
    }

    [Fact]
    public async Task Run_WithTheKeptPasswordOfAnotherServer_AsksForItAnew()
    {
        await using var server = await ProvinceServer.StartAsync(HttpSourceTests.Cases(3));
        var kept = Settings("https://example.cn/cases", ("auth", "token"));
        var id = await city.Store<SourceStore>().AddAsync(Administrator, new SourceSettingsEntry("省平台", "http", true, null, kept.ToJson(), secrets.Protect("kept")), Now);
        var source = await city.Store<SourceStore>().FindAsync(Administrator, id);
        var elsewhere = Settings(server.Address + "/cases", ("auth", "token"));

        var refusal = await Assert.ThrowsAsync<StateConflictException>(() => RunAsync(elsewhere, source: source));
        Assert.Contains("请重新填写后再试连", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Requests);

        Assert.Equal(3, (await RunAsync(elsewhere, "typed", source)).Rows.Count);
        Assert.Equal("Bearer typed", server.Authorization);
    }

    [Theory]
    [InlineData(Role.CityReviewer)]
    [InlineData(Role.Drafter)]
    [InlineData(Role.CountyReporter)]
    [InlineData(Role.Source)]
    public Task Run_ByAnotherRole_IsDenied(Role role) =>
        Assert.ThrowsAsync<AccessDeniedException>(() => Trial().RunAsync(new Actor("某人", role, "C1"), SourceKinds.Find("http")!, Settings("https://example.cn"), null, null, default));

    [Fact]
    public async Task Run_OfAFolder_LooksIntoTheFirstFileAndLeavesEverything()
    {
        using var folder = new TemporaryDirectory();
        var file = folder.File("办件 一.csv");
        await File.WriteAllTextAsync(file, "bh,version,unit,item_code,accepted_at,status\nA1,1,甲县,X-1,2020-09-21,open\n");
        File.SetLastWriteTimeUtc(file, Now.UtcDateTime.AddHours(-1));
        var settings = new SourceSettings { Values = new Dictionary<string, string> { ["folder"] = folder.FullPath }, Fields = new Dictionary<string, string> { ["bh"] = "case_no" } };

        var tried = await RunAsync(settings, kind: "drop-folder");
        var unmapped = await RunAsync(new SourceSettings { Values = settings.Values }, kind: "drop-folder");
        var missing = await RunAsync(new SourceSettings { Values = new Dictionary<string, string> { ["folder"] = folder.File("没有") } }, kind: "drop-folder");

        Assert.Equal((1, "A1"), (tried.Understood, tried.Rows[0].Outcome.Facts!.CaseNo));
        Assert.Equal(("1个：办件 一.csv", "办件 一.csv"), (Fact(tried, "文件"), Fact(tried, "会先取")));
        Assert.Contains("缺少必需的列：办件编号（case_no）", Fact(unmapped, "内容"), StringComparison.Ordinal);
        Assert.Contains("不存在，请建好文件夹", missing.Trial.Failure, StringComparison.Ordinal);
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(folder.FullPath));
    }

    private static string Fact(TriedSource tried, string name) => tried.Trial.Facts.First(fact => fact.Name == name).Text;

    private static SourceSettings Settings(string url, params (string Name, string Value)[] more)
    {
        var values = new Dictionary<string, string> { ["url"] = url, ["plain"] = "true", ["rowsPath"] = "data.items", ["pageSize"] = "50", ["pageSeconds"] = "3600" };
        foreach (var (name, value) in more) values[name] = value;
        return new SourceSettings { Values = values };
    }

    private TrySource Trial() => new(city.Store<SourceStore>(), city.Store<CaseIntakeStore>(), secrets, new SourceHttp(time), new BusinessClock(new StandingTime()), new StandingTime());

    private Task<TriedSource> RunAsync(SourceSettings settings, string? secret = null, SourceRow? source = null, string kind = "http") =>
        Trial().RunAsync(Administrator, SourceKinds.Find(kind)!, settings, secret, source, default);

    private sealed class StandingTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
