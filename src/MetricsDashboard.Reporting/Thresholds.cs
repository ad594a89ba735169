namespace MetricsDashboard.Reporting;

/// <summary>From where on the report finds something worth saying, and how much of it fits on three pages.</summary>
public static class Thresholds
{
    /// <summary>前三, 后三.</summary>
    public const int Places = 3;

    /// <summary>A value that moves the same way is mentioned from so many weeks on.</summary>
    public const int StreakWeeks = 3;

    /// <summary>A first or last place, and reporting on time, is mentioned as lasting from so many weeks on.</summary>
    public const int LastingWeeks = 2;

    /// <summary>More names than this are cut to 等N个单位.</summary>
    public const int LongestList = 6;

    /// <summary>How many units get a sentence of their own in the same matter; the annex has the others.</summary>
    public const int UnitsTold = 3;

    /// <summary>How many monthly figures of others one issue quotes in its text.</summary>
    public const int Quoted = 4;

    /// <summary>A line has 28 full-width characters, of which a paragraph indents two.</summary>
    public const int LineLength = 28;

    /// <summary>
    /// Lines of body on three pages of 22, below masthead, title and period (13) and above the list of annexes and the colophon (9).
    /// What must be said may run into the latter, never beyond the third page.
    /// </summary>
    public const int BodyLines = 3 * 22 - 13 - 9;

    /// <summary>Lines that the body may never exceed: the list of annexes and the colophon move closer, no further page begins.</summary>
    public const int LongestBody = BodyLines + 6;

    /// <summary>Weeks on the chart.</summary>
    public const int ChartWeeks = 12;
}
