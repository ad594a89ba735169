namespace MetricsDashboard.Reporting.Formats;

/// <summary>The notes under a table, in one paragraph: 注：1.… 2.…</summary>
internal static class AnnexNotes
{
    public static string Of(IReadOnlyList<string> notes) => notes.Count switch
    {
        0 => "",
        1 => $"注：{notes[0]}",
        _ => "注：" + string.Concat(notes.Select((note, index) => $"{index + 1}.{note}")),
    };
}
