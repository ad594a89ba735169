using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>
/// The body stays on three pages: where it would not, optional sentences are left out from the end backwards. Where even that is not
/// enough, the fullest theme of figures after the first gives way sentence by sentence: its figures stand in 附表1. What units did or
/// failed to do is never left out.
/// </summary>
public static class ThreePages
{
    /// <summary>The opening paragraph and the numbered sections, as far as they fit.</summary>
    public static IReadOnlyList<Block> Fit(Paragraph lead, IEnumerable<Section> sections)
    {
        var all = sections.ToList();
        while (true)
        {
            IReadOnlyList<Block> body = [lead, .. Section.Number(all)];
            var lines = Lines(body);
            if (lines <= Thresholds.BodyLines || (!LeaveOutLast(all) && (lines <= Thresholds.LongestBody || !LeaveOutFigures(all)))) return body;
        }
    }

    /// <summary>Lines of the body in the official layout; a second-level heading runs into its paragraph.</summary>
    public static int Lines(IReadOnlyList<Block> body)
    {
        var lines = 0;
        var heading = 0m;
        foreach (var block in body)
        {
            switch (block)
            {
                case Heading { Level: > 1 } running:
                    heading = Width(running.Text);
                    break;
                case Heading:
                    lines++;
                    break;
                case Paragraph paragraph:
                    lines += (int)Math.Ceiling((2 + heading + paragraph.Runs.Sum(run => Width(run.Text))) / Thresholds.LineLength);
                    heading = 0;
                    break;
            }
        }

        return lines;
    }

    private static decimal Width(string text) => text.Sum(c => char.IsAscii(c) ? 0.5m : 1m);

    private static bool LeaveOutLast(List<Section> sections)
    {
        for (var i = sections.Count - 1; i >= 0; i--)
        {
            var themes = sections[i].Themes.ToList();
            var theme = themes.FindLastIndex(candidate => candidate.Sentences.Any(IsDroppable));
            if (theme < 0) continue;
            var sentences = themes[theme].Sentences.ToList();
            sentences.RemoveAt(sentences.FindLastIndex(IsDroppable));
            themes[theme] = themes[theme] with { Sentences = sentences };
            sections[i] = sections[i] with { Themes = themes };
            return true;
        }

        return false;
    }

    private static bool LeaveOutFigures(List<Section> sections)
    {
        var themes = sections.Count > 0 ? sections[0].Themes.ToList() : [];
        var fullest = themes.Skip(1).MaxBy(theme => theme.Sentences.Count(sentence => !sentence.IsEmpty));
        if (fullest is null || fullest.Sentences.All(sentence => sentence.IsEmpty)) return false;
        var sentences = fullest.Sentences.ToList();
        sentences.RemoveAt(sentences.FindLastIndex(sentence => !sentence.IsEmpty));
        themes[themes.IndexOf(fullest)] = fullest with { Sentences = sentences };
        sections[0] = sections[0] with { Themes = themes };
        return true;
    }

    private static bool IsDroppable(Phrase sentence) => sentence is { IsOptional: true, IsEmpty: false };
}
