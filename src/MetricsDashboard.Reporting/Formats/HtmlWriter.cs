using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Formats.Html;

namespace MetricsDashboard.Reporting.Formats;

/// <summary>A link above the report on the screen, for instance to its Word file; not printed.</summary>
public sealed record PageLink(string Text, string Address);

/// <summary>
/// Lays a document out as one static page without script and without anything fetched: read on a phone or a desk, in light or dark, and printed in the
/// layout of GB/T 9704—2012.
/// </summary>
public static class HtmlWriter
{
    private static readonly string StyleSheet = Read("report.css");

    /// <param name="document">What to lay out.</param>
    /// <param name="links">Shown above the report, on the screen only.</param>
    /// <param name="site">Where the system is reached, for a page that is kept as a file; without it the links are relative to the site that serves the page.</param>
    /// <param name="dark">Was dark or light chosen? Null leaves it to the reader's system.</param>
    public static string Write(ReportDocument document, IReadOnlyList<PageLink>? links = null, Uri? site = null, bool? dark = null)
    {
        Consistency.Check(document);
        var page = new Markup();
        page.Doctype().Open("html", ("lang", "zh-CN"));
        Head(page, document, dark);
        page.Open("body");
        if (document.Demonstration)
            page.Element("p", "演示数据　不作为工作依据", ("class", "demonstration"), ("role", "note"));
        if (links is { Count: > 0 })
            Navigation(page, links, site);
        page.Open("main");
        new ArticleMarkup(page, site).Write(document);
        page.Close("main").Close("body").Close("html");
        return page.ToString();
    }

    private static void Head(Markup page, ReportDocument document, bool? dark)
    {
        page.Open("head")
            .Open("meta", ("charset", "utf-8"))
            .Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Open("meta", ("name", "color-scheme"), ("content", Schemes(dark)))
            .Open("meta", ("name", "author"), ("content", document.Properties.Author))
            .Element("title", document.Demonstration ? $"{document.Properties.Title}（演示数据）" : document.Properties.Title)
            .Style(Sheet(dark));
        if (document.Demonstration)
            page.Style("@page { @top-center { content: \"演示数据　不作为工作依据\"; color: #c00000; font: 12pt \"黑体\", \"Noto Sans CJK SC\", sans-serif; } }\n");
        page.Close("head");
    }

    private static string Schemes(bool? dark) => dark switch { true => "dark", false => "light", null => "light dark" };

    // Paper stays white: what is printed comes later in the sheet than the dark colours.
    private static string Sheet(bool? dark) => dark is not { } chosen
        ? StyleSheet
        : StyleSheet.Replace("(prefers-color-scheme: dark)", chosen ? "screen" : "not all", StringComparison.Ordinal)
            .Replace("color-scheme: light dark", "color-scheme: " + Schemes(dark), StringComparison.Ordinal);

    private static void Navigation(Markup page, IReadOnlyList<PageLink> links, Uri? site)
    {
        page.Open("nav", ("class", "links"), ("aria-label", "周报"));
        foreach (var link in links)
            page.Element("a", link.Text, ("href", LocalLink.From(link.Address, site)));
        page.Close("nav");
    }

    private static string Read(string file)
    {
        using var source = typeof(Markup).Assembly.GetManifestResourceStream(typeof(Markup), file)
            ?? throw new InvalidOperationException($"{file} is not embedded in the assembly.");
        using var reader = new StreamReader(source);
        return reader.ReadToEnd();
    }
}
