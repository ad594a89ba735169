namespace MetricsDashboard.Domain.Cases;

/// <summary>Something said of a case. Notes are only added.</summary>
/// <param name="Kind">What is said.</param>
/// <param name="Cause">The cause that a statement, a correction or an upheld objection gives; null for the others.</param>
/// <param name="Until">By when the unit will put it right; null where it does not say.</param>
/// <param name="Text">The words; null where none were written.</param>
/// <param name="WrittenBy">Sign-in name.</param>
/// <param name="WrittenAt">When.</param>
public sealed record CaseNote(CaseNoteKind Kind, CardCause? Cause, DateOnly? Until, string? Text, string WrittenBy, DateTimeOffset WrittenAt);

/// <summary>What the notes of one case say together, in the order in which they were written.</summary>
public static class CaseNotes
{
    /// <summary>So many days after its last card a case can still be spoken of.</summary>
    public const int DaysAfterCard = 60;

    /// <summary>The objection that waits for an answer; null where none does. Objections and answers alternate.</summary>
    public static CaseNote? OpenObjection(this IEnumerable<CaseNote> notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        CaseNote? open = null;
        foreach (var note in notes)
        {
            open = note.Kind switch
            {
                CaseNoteKind.Objection => note,
                CaseNoteKind.Upheld or CaseNoteKind.Rejected => null,
                _ => open,
            };
        }

        return open;
    }

    /// <summary>The newest 已查; null where nobody looked into it yet.</summary>
    public static CaseNote? LastChecked(this IEnumerable<CaseNote> notes) => notes.LastOrDefault(note => note.Kind is CaseNoteKind.Checked);

    /// <summary>May one speak of a case: has it a card, or had it one within the last 60 days?</summary>
    /// <param name="versions">All versions of the case.</param>
    /// <param name="now">The present moment.</param>
    public static bool AreWelcome(IEnumerable<CaseState> versions, DateTimeOffset now) =>
        versions.Any(version => version.HadCard(now.AddDays(-DaysAfterCard), now));
}
