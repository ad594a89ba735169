namespace MetricsDashboard.Ingestion.Sources;

/// <summary>What a source is asked with.</summary>
/// <param name="settings">Checked before.</param>
/// <param name="time">The machine's clock, not that of the business: it tells whether a file is still being written.</param>
public sealed class SourceContext(SourceSettings settings, TimeProvider time)
{
    private readonly List<string> notes = [];

    public SourceSettings Settings => settings;

    public TimeProvider Time => time;

    /// <summary>Decrypted; null where there is none.</summary>
    public string? Secret { get; init; }

    /// <summary>The <see cref="SourceDelivery.Cursor"/> of the last success; null for everything.</summary>
    public string? Cursor { get; init; }

    /// <summary>With retries around it; only what asks a server needs one.</summary>
    public HttpClient? Http { get; init; }

    /// <summary>Is told what is met, where the source is only tried; null where it is asked in earnest.</summary>
    public SourceTrial? Trial { get; init; }

    /// <summary>Sentences in Chinese about what was met and left alone.</summary>
    public IReadOnlyList<string> Notes => notes;

    internal void Note(string sentence)
    {
        if (!notes.Contains(sentence)) notes.Add(sentence);
    }
}
