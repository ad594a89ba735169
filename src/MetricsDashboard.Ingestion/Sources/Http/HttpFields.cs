namespace MetricsDashboard.Ingestion.Sources.Http;

/// <summary>What the form of an HTTP source asks.</summary>
public static class HttpFields
{
    public static readonly SourceField Url = new("url", "网址", "接口的完整网址，不变的参数写在里面。") { IsRequired = true };

    public static readonly SourceField Plain = new("plain", "内网明文", "只有对方在内网、又不支持 https 时才选：数据和密码在网络上不加密。", SourceFieldKind.Bool) { Default = "false" };

    public static readonly SourceField Certificate = new(
        "certificate", "证书指纹", "对方证书的 SHA-256 指纹（64位十六进制）。填了就只认这一张证书，自签名证书也可以；不填按系统信任的机构核验。");

    public static readonly SourceField Format = Choice("format", "格式", "对方返回的内容。", "json", ("json", "JSON"), ("jsonl", "JSON Lines（每行一条）"), ("csv", "CSV"));

    public static readonly SourceField RowsPath = new("rowsPath", "数据的路径", "办件列表在 JSON 里的位置，如 data.items；最外层就是列表的不填。");

    public static readonly SourceField TotalPath = new("totalPath", "总数的路径", "总条数在 JSON 里的位置，如 data.total；用来显示进度，可以不填。");

    public static readonly SourceField Authentication = Choice("auth", "验证", "对方怎样认出我们。", "none", ("none", "不验证"), ("token", "令牌"), ("basic", "用户名和密码"));

    public static readonly SourceField User = new("user", "用户名", "用户名和密码方式时填写。");

    public static readonly SourceField Secret = new("secret", "令牌或密码", "加密保存，不再显示；不改就留空。", SourceFieldKind.Secret);

    public static readonly SourceField Paging = Choice("paging", "分页", "对方怎样分页。", "none", ("none", "不分页"), ("page", "页码"), ("cursor", "答复中的游标"), ("link", "Link 标头"));

    public static readonly SourceField PageParameter = new("pageParameter", "页码参数", "页码方式的参数名。") { Default = "page" };

    public static readonly SourceField FirstPage = new("firstPage", "首页页码", "从0还是从1数起。", SourceFieldKind.Number) { Default = "1", Range = (0, 1) };

    public static readonly SourceField SizeParameter = new("sizeParameter", "每页条数参数", "参数名；写一个减号表示不传。") { Default = "page_size" };

    public static readonly SourceField PageSize = new("pageSize", "每页条数", "一次要多少条。", SourceFieldKind.Number) { Default = "500", Range = (1, 10_000) };

    public static readonly SourceField CursorParameter = new("cursorParameter", "游标参数", "游标方式的参数名。") { Default = "cursor" };

    public static readonly SourceField NextPath = new("nextPath", "下一页游标的路径", "游标方式时，下一页的游标在 JSON 里的位置，如 data.next。");

    public static readonly SourceField SinceParameter = new("sinceParameter", "增量参数", "只要上次以后变动过的，参数名如 since；不填每次取全部。");

    public static readonly SourceField MarkField = new("markField", "增量的依据字段", "对方办件里的更新时间或序号，如 updated_at；取到的最大值下次作为增量参数。");

    public static readonly SourceField MarkPath = new("markPath", "增量值的路径", "对方在答复里直接给出下次的增量值时，它在 JSON 里的位置；与依据字段二选一。");

    public static readonly SourceField PageSeconds = new("pageSeconds", "每页时限（秒）", "一页超过这么久没有收完就重试。", SourceFieldKind.Number) { Default = "60", Range = (1, 3600) };

    public static readonly SourceField PageMegabytes = new("pageMegabytes", "每页上限（MB）", "一页超过这么大就停下。", SourceFieldKind.Number) { Default = "32", Range = (1, 512) };

    public static readonly SourceField RunMegabytes = new("runMegabytes", "每次上限（MB）", "一次采集合计超过这么大就停下。", SourceFieldKind.Number) { Default = "2048", Range = (1, 100_000) };

    public static IReadOnlyList<SourceField> All { get; } =
    [
        Url, Plain, Certificate, Format, RowsPath, TotalPath, Authentication, User, Secret, Paging, PageParameter, FirstPage, SizeParameter, PageSize, CursorParameter, NextPath,
        SinceParameter, MarkField, MarkPath, PageSeconds, PageMegabytes, RunMegabytes,
    ];

    private static SourceField Choice(string name, string label, string help, string standard, params (string Value, string Name)[] choices) =>
        new(name, label, help, SourceFieldKind.Choice) { Default = standard, Choices = [.. choices.Select(choice => new SourceChoice(choice.Value, choice.Name))] };
}
