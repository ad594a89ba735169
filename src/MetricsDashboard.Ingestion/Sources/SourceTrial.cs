using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Ingestion.Formats.Cases;

namespace MetricsDashboard.Ingestion.Sources;

/// <summary>What was met on the way, in words: 状态, 200.</summary>
public sealed record TrialFact(string Name, string Text);

/// <summary>What a source gave when it was tried 试连: how far one came, and the first rows. Nothing of it is kept.</summary>
public sealed class SourceTrial
{
    /// <summary>So many rows are looked at.</summary>
    public const int MostRows = 1000;

    private readonly List<TrialFact> facts = [];
    private readonly List<CaseEntry> entries = [];

    /// <summary>In the order in which they were met.</summary>
    public IReadOnlyList<TrialFact> Facts => facts;

    /// <summary>The first rows and faults.</summary>
    public IReadOnlyList<CaseEntry> Entries => entries;

    /// <summary>Are there more behind the first?</summary>
    public bool HasMore { get; private set; }

    /// <summary>Why it cannot be asked or read (on), a sentence in Chinese; null where all is well.</summary>
    public string? Failure { get; private set; }

    /// <summary>Our columns without a text in any of the rows, and whether a row is rejected without it; none where there are no rows.</summary>
    public IReadOnlyList<(string Own, bool IsObligatory)> Unread
    {
        get
        {
            var rows = entries.Where(entry => entry.Row is not null).Select(entry => entry.Row!.Texts).ToList();
            return rows.Count == 0
                ? []
                : [.. CaseRow.Columns.Where((_, i) => rows.TrueForAll(texts => texts[i].Length == 0)).Select(own => (own, CaseColumns.Obligatory.Contains(own, StringComparer.Ordinal)))];
        }
    }

    /// <summary>Adds what was met.</summary>
    public void Tell(string name, string text) => facts.Add(new TrialFact(name, text));

    internal void Fail(string sentence) => Failure = sentence;

    /// <summary>Looks at the first rows; what was read before a fault stands.</summary>
    internal async Task ReadAsync(IAsyncEnumerable<CaseEntry> rows, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var entry in rows.WithCancellation(cancellationToken))
            {
                HasMore = entries.Count == MostRows;
                if (HasMore) return;
                entries.Add(entry);
            }
        }
        catch (CaseFileException fault)
        {
            Failure = fault.Message;
        }
    }
}
