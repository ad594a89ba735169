using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>A numbered section of the body.</summary>
/// <param name="Title">Without number.</param>
/// <param name="Themes">Its parts; one without anything to say is dropped.</param>
public sealed record Section(string Title, IReadOnlyList<Theme> Themes)
{
    /// <summary>
    /// The sections that have something to say, with headings numbered in the order in which they really stand: 一、, then （一） within.
    /// </summary>
    public static IReadOnlyList<Block> Number(IEnumerable<Section> sections)
    {
        var blocks = new List<Block>();
        var number = 0;
        foreach (var section in sections)
        {
            var themes = section.Themes.Where(theme => theme.Sentences.Any(sentence => !sentence.IsEmpty)).ToList();
            if (themes.Count == 0) continue;
            number++;
            blocks.Add(new Heading(1, $"{ChineseNumerals.Text(number)}、{section.Title}"));
            var part = 0;
            foreach (var theme in themes)
            {
                if (theme.Title is not null)
                {
                    part++;
                    blocks.Add(new Heading(2, $"（{ChineseNumerals.Text(part)}）{theme.Title}。"));
                }

                blocks.Add(theme.Paragraph());
            }
        }

        return blocks;
    }
}

/// <summary>A paragraph of a section.</summary>
/// <param name="Title">Of its heading, without number; null where it stands without one.</param>
/// <param name="Sentences">Whole sentences; empty ones are dropped.</param>
public sealed record Theme(string? Title, IReadOnlyList<Phrase> Sentences)
{
    public Paragraph Paragraph() => new(Phrase.Join("", Sentences).Runs);
}
