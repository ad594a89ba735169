namespace MetricsDashboard.Reporting.Documents;

/// <summary>
/// One weekly report as its readers get it, before any file format: the writers only lay it out and add no fact.
/// It is stored as JSON with the report and rendered again from there, so it holds text and numbers and nothing that must be looked up.
/// </summary>
/// <param name="Masthead">The head of page one, down to the red line.</param>
/// <param name="Title">The headline, as 全市提升政务服务能力工作情况.</param>
/// <param name="PeriodLine">The line under it, as （2020年9月21日—9月27日）.</param>
/// <param name="Body">Headings and paragraphs in reading order. The list of annexes after the body is written from <paramref name="Annexes"/>.</param>
/// <param name="Annexes">附表1 and following, each on a landscape page.</param>
/// <param name="Chart">The one chart after the annexes.</param>
/// <param name="Colophon">版记: who gets it, who signed, how many copies.</param>
/// <param name="Demonstration">True when the figures are invented: every page then carries 演示数据.</param>
/// <param name="Properties">What the file says about itself.</param>
public sealed record ReportDocument(
    Masthead Masthead,
    string Title,
    string PeriodLine,
    IReadOnlyList<Block> Body,
    IReadOnlyList<Annex> Annexes,
    Chart? Chart,
    Colophon Colophon,
    bool Demonstration,
    DocumentProperties Properties);

/// <summary>The head of page one.</summary>
/// <param name="Confidentiality">Top left, as 内部资料　注意保存; null leaves the line out.</param>
/// <param name="Name">The red name of the briefing, as 提升政务服务能力工作周报.</param>
/// <param name="Issue">As 第12期.</param>
/// <param name="TotalIssue">As （总第12期）; null leaves the line out.</param>
/// <param name="IssuingUnit">Left above the red line.</param>
/// <param name="Date">Right above the red line, as 2020年9月29日.</param>
public sealed record Masthead(
    string? Confidentiality,
    string Name,
    string Issue,
    string? TotalIssue,
    string IssuingUnit,
    string Date);

/// <summary>版记. Bare names; the writers add 报：, 送：, 签发： and the rest. A name that is not known yet is null and stays blank.</summary>
/// <param name="ReportTo">As 市委、市政府主要领导.</param>
/// <param name="SendTo">As 市专班成员单位; null leaves the line out.</param>
/// <param name="Signer">签发.</param>
/// <param name="Reviewer">核稿.</param>
/// <param name="Drafter">拟稿.</param>
/// <param name="Copies">印数; null leaves it out.</param>
public sealed record Colophon(
    string ReportTo,
    string? SendTo,
    string? Signer,
    string? Reviewer,
    string? Drafter,
    int? Copies);

/// <summary>What the file says about itself in its properties.</summary>
/// <param name="Title">As 提升政务服务能力工作周报（第12期）.</param>
/// <param name="Subject">The period.</param>
/// <param name="Author">The issuing unit.</param>
/// <param name="Keywords">Comma-separated.</param>
/// <param name="Created">When the report was composed. It also dates the file, so that the same document gives the same bytes.</param>
public sealed record DocumentProperties(
    string Title,
    string Subject,
    string Author,
    string Keywords,
    DateTimeOffset Created);
