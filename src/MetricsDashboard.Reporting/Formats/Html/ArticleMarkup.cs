using System.Globalization;
using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Formats.Html;

/// <summary>The report itself: masthead, body, list of annexes, colophon, annexes, chart.</summary>
internal sealed class ArticleMarkup(Markup page, Uri? site)
{
    public void Write(ReportDocument document)
    {
        page.Open("article");
        Masthead(document.Masthead);
        page.Element("h1", document.Title).Element("p", document.PeriodLine, ("class", "period"));
        foreach (var (heading, paragraph) in Passages.Of(document.Body))
            Passage(heading, paragraph);
        AnnexList(document.Annexes);
        Colophon(document.Colophon);
        for (var index = 0; index < document.Annexes.Count; index++)
            Annex(document.Annexes[index], Id(index));
        if (document.Chart is { } chart)
            Chart(chart);
        page.Close("article");
    }

    private void Masthead(Masthead masthead)
    {
        page.Open("header");
        if (masthead.Confidentiality is { } confidentiality)
            page.Element("p", confidentiality, ("class", "confidentiality"));
        page.Element("p", masthead.Name, ("class", "name")).Element("p", masthead.Issue, ("class", "issue"));
        if (masthead.TotalIssue is { } total)
            page.Element("p", total, ("class", "issue"));
        page.Open("p", ("class", "issuer")).Element("span", masthead.IssuingUnit).Text(" ").Element("span", masthead.Date).Close("p");
        page.Close("header");
    }

    private void Passage(Heading? heading, Paragraph? paragraph)
    {
        switch (heading, paragraph)
        {
            case ({ Level: 1 }, null):
                page.Element("h2", heading.Text, ("class", "level-1"));
                break;
            case (not null, null):
                page.Open("div", ("class", "text")).Element("h3", heading.Text).Close("div");
                break;
            case (null, not null):
                page.Open("p", ("class", "text"));
                Runs(paragraph);
                page.Close("p");
                break;
            case (not null, not null):
                page.Open("div", ("class", "text")).Element("h3", heading.Text, ("class", "run-in")).Open("p");
                Runs(paragraph);
                page.Close("p").Close("div");
                break;
        }
    }

    private void Runs(Paragraph paragraph)
    {
        foreach (var run in paragraph.Runs)
        {
            var (element, style) = run.Style switch
            {
                RunStyle.Bold => ("b", null),
                RunStyle.Kai => ("span", "kai"),
                RunStyle.Hei => ("span", "hei"),
                _ => ((string?)null, (string?)null),
            };
            if (element is not null)
                page.Open(element, ("class", style));
            Linked(run.Text, run.Link);
            if (element is not null)
                page.Close(element);
        }
    }

    private void Linked(string text, string? link)
    {
        if (link is null)
            page.Text(text);
        else
            page.Element("a", text, ("class", "number"), ("href", LocalLink.From(link, site)));
    }

    private void AnnexList(IReadOnlyList<Annex> annexes)
    {
        if (annexes.Count == 0)
            return;
        page.Open("nav", ("class", "annexes"), ("aria-label", "附表")).Element("span", "附表：").Open("ol");
        for (var index = 0; index < annexes.Count; index++)
        {
            var number = annexes.Count == 1 ? "" : $"{index + 1}.";
            page.Open("li").Text(number).Element("a", annexes[index].Title, ("href", "#" + Id(index))).Close("li");
        }

        page.Close("ol").Close("nav");
    }

    private void Colophon(Colophon colophon)
    {
        page.Open("footer", ("class", "colophon"));
        foreach (var (left, right) in ColophonLines.Of(colophon))
        {
            page.Open("p").Element("span", left);
            if (right is not null)
                page.Text(" ").Element("span", right);
            page.Close("p");
        }

        page.Close("footer");
    }

    private void Annex(Annex annex, string id)
    {
        page.Open("section", ("class", "annex"), ("id", id), ("aria-labelledby", id + "-title"))
            .Element("p", annex.Label, ("class", "label"))
            .Element("h2", annex.Title, ("id", id + "-title"))
            .Element("p", annex.AsOfLine, ("class", "as-of"))
            .Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", annex.Title));
        TableMarkup.Write(page, annex.Table, Linked);
        page.Close("div");
        if (annex.Notes.Count > 0)
            page.Element("p", AnnexNotes.Of(annex.Notes), ("class", "notes"));
        page.Close("section");
    }

    private void Chart(Chart chart)
    {
        page.Open("section", ("class", "annex"), ("id", "chart"), ("aria-labelledby", "chart-title"))
            .Element("p", "附图", ("class", "label"))
            .Element("h2", chart.Title, ("id", "chart-title"))
            .Element("p", $"单位：{chart.Unit}", ("class", "as-of"))
            .Open("figure");
        new SvgChart(chart, width: 880, height: 430, fontSize: 14).Write(page, "wide");
        new SvgChart(chart, width: 360, height: 330, fontSize: 11).Write(page, "narrow");
        page.Close("figure");
        if (chart.Source is { } source)
            page.Element("p", source, ("class", "notes"));
        page.Close("section");
    }

    private static string Id(int annex) => "annex-" + (annex + 1).ToString(CultureInfo.InvariantCulture);
}
