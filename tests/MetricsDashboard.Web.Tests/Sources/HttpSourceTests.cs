using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Web.Sources;

namespace MetricsDashboard.Web.Tests.Sources;

public sealed class HttpSourceTests
{
    private readonly FastTime time = new();

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "/closed", "", "对方拒绝访问（401）：令牌或密码不对" },
        { "/login", "", "返回的是网页，不是数据，多半是登录页" },
        { "/elsewhere", "", "对方要求转到另一处“http://127.0.0.2:9”，为防泄露令牌没有跟去" },
        { "/down", "", "对方系统多次出错（500）" },
        { "/nowhere", "", "对方没有这个网址（404）" },
        { "/cut", "", "多次中断，没有收完整" },
        { "/stuck", "cursor", "第3页起反复得到同样的内容" },
        { "/stubborn", "page", "第2页起反复得到同样的内容" },
    };

    [Theory]
    [InlineData("page")]
    [InlineData("cursor")]
    [InlineData("link")]
    public async Task FetchAsync_EveryFaultOfTheTransport_EachRowArrivesOnceInOrder(string paging)
    {
        await using var server = await ProvinceServer.StartAsync(Cases(1000), ProvinceFaults.All with { Seed = 5 });

        var pull = await PullAsync(server.Address + "/cases", paging);

        var expected = server.Served.Select(row => row.CaseNo + "/" + row.Version).ToList();
        var read = pull.Entries.Select((entry, i) => entry.Row is { } row ? row.CaseNo + "/" + row.Version : expected[i]).ToList();
        Assert.Equal(expected, read);
        Assert.Equal(server.Faulty, pull.Entries.Count(entry => entry.Fault == "事项编码是对象，应是文字，请核对来源系统的输出"));
        Assert.InRange(server.Faulty, 1, 50);
        Assert.All(["Errors", "Overload", "Truncated", "DuplicatedPages"], fault => Assert.True(server.Played.ContainsKey(fault), fault));
        Assert.Equal((1000, "第20页第50条", 1d), (pull.Delivery.ExpectedRows, pull.Entries[^1].Place, pull.Delivery.Progress));
    }

    [Fact]
    public async Task FetchAsync_AnswersThatNeverCome_AreAskedForAgain()
    {
        await using var server = await ProvinceServer.StartAsync(Cases(100), new ProvinceFaults { Hangs = true });
        server.Hanging = time.Elapse;

        var pull = await PullAsync(server.Address + "/cases", "page", ("pageSize", "20"));

        Assert.Equal((100, true), (pull.Entries.Count, server.Played["Hangs"] > 1));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task FetchAsync_SourceThatCannotBeAsked_SaysWhy(string path, string paging, string sentence)
    {
        await using var server = await ProvinceServer.StartAsync(Cases(5));

        var fault = await Assert.ThrowsAsync<SourceException>(() => PullAsync(server.Address + path, paging.Length == 0 ? "none" : paging));

        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("。", fault.Message, StringComparison.Ordinal);
        Assert.Equal(path is "/down" or "/cut" ? 1 + SourceHttp.Retries : path is "/stubborn" ? 4 : path is "/stuck" ? 4 : 1, server.Requests);
    }

    [Fact]
    public async Task FetchAsync_NobodyListens_SaysSo()
    {
        var server = await ProvinceServer.StartAsync([]);
        var address = server.Address;
        await server.DisposeAsync();

        var fault = await Assert.ThrowsAsync<SourceException>(() => PullAsync(address + "/cases", "none"));

        Assert.Contains("连接不上", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_RedirectedToTheSameHost_Follows()
    {
        await using var server = await ProvinceServer.StartAsync(Cases(7));

        Assert.Equal(7, (await PullAsync(server.Address + "/moved", "page")).Entries.Count);
    }

    [Theory]
    [InlineData("token", "Bearer secret")]
    [InlineData("basic", "Basic dXNlcjpzZWNyZXQ=")]
    public async Task FetchAsync_WithASecret_SendsItsHeader(string kind, string header)
    {
        await using var server = await ProvinceServer.StartAsync(Cases(1));

        await PullAsync(server.Address + "/cases", "none", ("auth", kind), ("user", "user"));

        Assert.Equal(header, server.Authorization);
    }

    [Fact]
    public async Task FetchAsync_Csv_IsRead()
    {
        await using var server = await ProvinceServer.StartAsync(Cases(12));

        var pull = await PullAsync(server.Address + "/csv", "none", ("format", "csv"), ("rowsPath", ""), ("totalPath", ""));

        Assert.Equal((12, "第2行"), (pull.Entries.Count, pull.Entries[0].Place));
    }

    [Fact]
    public async Task Cursor_AfterAPull_IsTheGreatestMarkOfTheSourceAndAsksForWhatCameSince()
    {
        await using var server = await ProvinceServer.StartAsync(Cases(100), new ProvinceFaults { VersionsOutOfOrder = true });
        (string, string)[] since = [("sinceParameter", "since"), ("markField", "updated_at")];

        var first = await PullAsync(server.Address + "/cases", "page", since);
        var second = await PullAsync(server.Address + "/cases", "page", first.Delivery.Cursor, since);

        Assert.Equal(server.Served.Max(row => row.UpdatedAt), first.Delivery.Cursor);
        Assert.Equal(server.Served.Count(row => row.UpdatedAt == first.Delivery.Cursor), second.Entries.Count);
        Assert.Equal(first.Delivery.Cursor, second.Delivery.Cursor);
    }

    [Fact]
    public async Task Cursor_RowAheadOfTheSourcesClock_IsLeftOutAndNoted()
    {
        var cases = Cases(20).Append(Cases(1)[0] with { UpdatedAt = "2099-01-01T00:00:00" });
        await using var server = await ProvinceServer.StartAsync(cases);

        var pull = await PullAsync(server.Address + "/cases", "cursor", ("sinceParameter", "since"), ("markField", "updated_at"));

        Assert.StartsWith("2020-", pull.Delivery.Cursor, StringComparison.Ordinal);
        Assert.Contains("2099-01-01T00:00:00", Assert.Single(pull.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_PageBeyondItsLimit_Stops()
    {
        await using var server = await ProvinceServer.StartAsync(Cases(6000));

        var fault = await Assert.ThrowsAsync<SourceException>(() => PullAsync(server.Address + "/cases", "none", ("pageMegabytes", "1")));

        Assert.Equal(("一页超过1MB，已停下：请减小每页条数，或在数据源里放宽每页上限。", 1), (fault.Message, server.Requests));
    }

    [Fact]
    public async Task FetchAsync_PinnedCertificate_TrustsThatOneAlone()
    {
        using var certificate = SelfSigned();
        await using var server = await ProvinceServer.StartAsync(Cases(3), certificate: certificate);
        var url = server.Address + "/cases";
        var pin = certificate.GetCertHashString(HashAlgorithmName.SHA256);

        Assert.Equal(3, (await PullAsync(url, "none", ("certificate", pin))).Entries.Count);
        foreach (var other in new[] { "", new string('0', 64) })
        {
            var fault = await Assert.ThrowsAsync<SourceException>(() => PullAsync(url, "none", ("certificate", other)));
            Assert.Contains("证书不可信或与设置的指纹不符", fault.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Cases in two versions each, a minute apart.</summary>
    internal static IReadOnlyList<CaseRow> Cases(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => CaseRow.Of("", [
            $"BJ{i / 2:000000}", $"{i % 2}", "宝丰县", $"SX-{i % 30}", "不动产登记", "2020-09-21T09:00:00", "2020-09-25", "", "", "none", "", "open",
            new DateTime(2020, 9, 21, 9, 0, 0, DateTimeKind.Unspecified).AddMinutes(i).ToString("s"),
        ])),
    ];

    internal static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=province", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }

    private Task<Pull> PullAsync(string url, string paging, params (string Name, string Value)[] more) => PullAsync(url, paging, null, more);

    private async Task<Pull> PullAsync(string url, string paging, string? cursor, params (string Name, string Value)[] more)
    {
        var values = new Dictionary<string, string>
        {
            ["url"] = url,
            ["plain"] = "true",
            ["paging"] = paging,
            ["rowsPath"] = "data.items",
            ["totalPath"] = "data.total",
            ["nextPath"] = "data.next",
            ["pageSize"] = "50",
            ["pageSeconds"] = "3600",
        };
        foreach (var (name, value) in more) values[name] = value;
        var kind = SourceKinds.Find("http")!;
        var settings = new SourceSettings { Values = values };
        using var client = new SourceHttp(time).Create(kind, settings);
        var context = new SourceContext(settings, time) { Http = client, Secret = "secret", Cursor = cursor };
        var entries = new List<CaseEntry>();
        SourceDelivery? delivery = null;
        await foreach (var found in kind.FetchAsync(context, CancellationToken.None))
        {
            delivery = found;
            await foreach (var entry in found.Entries!) entries.Add(entry);
        }

        return new Pull(entries, delivery!, context.Notes);
    }

    private sealed record Pull(List<CaseEntry> Entries, SourceDelivery Delivery, IReadOnlyList<string> Notes);
}
