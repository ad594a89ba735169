using MetricsDashboard.Ingestion.Sources;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion.Sources;

public sealed class SourceSettingsTests
{
    public static TheoryData<string, string, string, string?> Wrong => new()
    {
        { "url", "", "x", "请填写网址。" },
        { "url", "ftp://a/b", "x", "应以 https:// 开头" },
        { "url", "https://user:word@a/b", "x", "里面不能写用户名和密码" },
        { "url", "http://10.1.1.1/cases", "x", "网址是 http，数据和密码会不加密地传输" },
        { "pageSize", "0", "x", "每页条数“0”应是1到10000之间的整数。" },
        { "pageSize", "许多", "x", "每页条数“许多”应是1到10000之间的整数。" },
        { "paging", "scroll", "x", "分页“scroll”不在可选的范围内。" },
        { "plain", "是", "x", "内网明文“是”应是 true 或 false。" },
        { "auth", "token", null!, "请填写令牌或密码。" },
        { "auth", "basic", "x", "请填写用户名。" },
        { "paging", "cursor", "x", "请写明下一页游标的路径" },
        { "sinceParameter", "since", "x", "填一个" },
        { "markField", "updated_at", "x", "请填写增量参数" },
        { "certificate", "ab:cd", "x", "64位十六进制" },
        { "format", "csv", "x", null },
        { "url", "https://a/b?x=1", "x", null },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_SettingsOfHttp_SaysWhatIsWrong(string name, string value, string? secret, string? sentence)
    {
        var values = new Dictionary<string, string> { ["url"] = "https://province/cases", [name] = value };

        var faults = SourceKinds.Find("http")!.Check(new SourceSettings { Values = values }, secret is not null);

        if (sentence is null) Assert.Empty(faults);
        else Assert.Contains(sentence, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "请填写文件夹。")]
    [InlineData("intake", "应是完整的路径")]
    [InlineData("/data/intake", null)]
    public void Check_SettingsOfAFolder_SaysWhatIsWrong(string folder, string? sentence)
    {
        var faults = SourceKinds.Find("drop-folder")!.Check(new SourceSettings { Values = new Dictionary<string, string> { ["folder"] = folder } }, false);

        if (sentence is null) Assert.Empty(faults);
        else Assert.Contains(sentence, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_FieldsThatAreNotOurs_AreNamed()
    {
        var fields = new Dictionary<string, string> { ["办件号"] = "case_no", ["编号"] = "case_no", ["部门"] = "department" };

        var faults = SourceKinds.Find("push")!.Check(new SourceSettings { Fields = fields }, false);

        Assert.Equal(2, faults.Count);
        Assert.Contains(faults, fault => fault.Contains("“case_no”，请只留一个", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("“部门”对应的“department”不是本系统的列", StringComparison.Ordinal));
    }

    [Fact]
    public void FromJson_OfToJson_IsTheSame()
    {
        var settings = new SourceSettings { Values = new Dictionary<string, string> { ["url"] = "https://省/办件?a=1&b=\"" }, Fields = new Dictionary<string, string> { ["办件号"] = "case_no" } };

        var read = SourceSettings.FromJson(settings.ToJson());

        Assert.Equal(settings.Values, read.Values);
        Assert.Equal(settings.Fields, read.Fields);
        Assert.Empty(SourceSettings.FromJson("{}").Values);
    }

    [Fact]
    public void All_Kinds_HaveNamesOfTheirOwn()
    {
        Assert.Equal(SourceKinds.All.Count, SourceKinds.All.Select(kind => kind.Code).Distinct().Count());
        Assert.All(SourceKinds.All, kind =>
        {
            Assert.NotEmpty(kind.Description);
            Assert.Equal(kind.Fields.Count, kind.Fields.Select(field => field.Name).Distinct().Count());
            Assert.All(kind.Fields, field => Assert.True(field.Label.Length > 0 && field.Help.EndsWith('。')));
        });
        Assert.Null(SourceKinds.Find("fax"));
    }
}
