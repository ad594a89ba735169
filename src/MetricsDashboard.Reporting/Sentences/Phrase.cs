using System.Runtime.CompilerServices;
using System.Text;
using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>
/// A stretch of text with linked numbers. It is written as an interpolated string whose holes take names, numbers and other phrases;
/// a bare int or decimal does not compile, so that no number comes into a sentence without its link.
/// </summary>
public sealed class Phrase
{
    private Phrase(IReadOnlyList<Run> runs, bool isOptional = false)
    {
        Runs = runs;
        IsOptional = isOptional;
    }

    /// <summary>Nothing to say.</summary>
    public static Phrase Empty { get; } = new([]);

    public IReadOnlyList<Run> Runs { get; }

    /// <summary>May be left out where the pages are full, because an annex holds the same figures.</summary>
    public bool IsOptional { get; }

    public bool IsEmpty => Runs is [];

    public string Text => string.Concat(Runs.Select(run => run.Text));

    public static Phrase Of(Builder text) => new(text.Build());

    /// <summary>Joins what there is to say; empty phrases leave no separator behind.</summary>
    public static Phrase Join(string separator, params IEnumerable<Phrase> phrases)
    {
        var builder = new Builder();
        foreach (var phrase in phrases.Where(phrase => !phrase.IsEmpty))
        {
            if (!builder.IsEmpty) builder.AppendLiteral(separator);
            builder.AppendFormatted(phrase);
        }

        return new Phrase(builder.Build());
    }

    /// <summary>The phrase as a sentence; nothing stays nothing.</summary>
    public Phrase End() => IsEmpty ? this : Of($"{this}。");

    /// <summary>The phrase, to be left out first where the pages are full.</summary>
    public Phrase IfRoom() => new(Runs, isOptional: true);

    public override string ToString() => Text;

    /// <summary>Collects the parts of an interpolated string; neighbouring plain parts become one run.</summary>
    [InterpolatedStringHandler]
    public sealed class Builder
    {
        private readonly List<Run> runs = [];
        private readonly StringBuilder plain = new();

        public Builder()
        {
        }

        public Builder(int literalLength, int formattedCount)
        {
            plain.EnsureCapacity(literalLength);
            runs.EnsureCapacity(formattedCount);
        }

        internal bool IsEmpty => runs is [] && plain.Length == default;

        public void AppendLiteral(string text) => plain.Append(text);

        public void AppendFormatted(string? text) => plain.Append(text);

        public void AppendFormatted(Number number) => Append(new Run(number.Text, RunStyle.Normal, number.Link));

        public void AppendFormatted(Phrase phrase)
        {
            foreach (var run in phrase.Runs) Append(run);
        }

        internal IReadOnlyList<Run> Build()
        {
            Flush();
            return runs;
        }

        private void Append(Run run)
        {
            if (run.Link is null && run.Style is RunStyle.Normal)
            {
                plain.Append(run.Text);
                return;
            }

            Flush();
            runs.Add(run);
        }

        private void Flush()
        {
            if (plain.Length == default) return;
            runs.Add(new Run(plain.ToString()));
            plain.Clear();
        }
    }
}
