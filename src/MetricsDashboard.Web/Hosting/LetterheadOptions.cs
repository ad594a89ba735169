using MetricsDashboard.Domain.Reports;

namespace MetricsDashboard.Web.Hosting;

/// <summary>Settings under <c>Letterhead:</c>, the names in masthead and colophon.</summary>
public sealed class LetterheadOptions
{
    public const string Section = "Letterhead";

    public string Title { get; set; } = "提升政务服务能力工作周报";

    public string Subject { get; set; } = "全市提升政务服务能力工作情况";

    public string IssuedBy { get; set; } = "平顶山市提升网上政务服务能力优化营商环境工作专班";

    public string ReportTo { get; set; } = "市委、市政府主要领导";

    public string SendTo { get; set; } = "市专班成员单位";

    public string Signer { get; set; } = "";

    public string Reviewer { get; set; } = "";

    public string Drafter { get; set; } = "";

    public int? Copies { get; set; }

    public Letterhead ToLetterhead() => new(Title, Subject, IssuedBy, ReportTo, SendTo, Signer, Reviewer, Drafter, Copies);
}
