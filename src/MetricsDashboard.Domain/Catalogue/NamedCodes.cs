namespace MetricsDashboard.Domain.Catalogue;

/// <summary>
/// The only file of the program that names codes of the catalogue: elements that the system writes itself, counts that cases fill, and
/// the indicators that the weekly report's sentences speak of by name. Everything else follows from the catalogue's rows.
/// </summary>
public static class NamedCodes
{
    /// <summary>System element: duties of the week, written by close-week.</summary>
    public const string DutiesExpected = "duties_expected";

    /// <summary>System element: duties reported in time, written by close-week.</summary>
    public const string DutiesOnTime = "duties_on_time";

    /// <summary>Counted from cases: under supervision at the week's end.</summary>
    public const string CasesMonitored = "cases_monitored";

    /// <summary>Counted from cases: with a red card that stands.</summary>
    public const string RedCards = "red_cards";

    /// <summary>Counted from cases: with a yellow card that stands.</summary>
    public const string YellowCards = "yellow_cards";

    /// <summary>Counted from cases: with an early warning that stands.</summary>
    public const string EarlyWarnings = "early_warnings";

    /// <summary>Counted from cases: accepted within the week.</summary>
    public const string CasesAccepted = "cases_accepted";

    /// <summary>Counted from cases: completed within the week.</summary>
    public const string CasesCompleted = "cases_completed";

    /// <summary>Counted from cases: completed within the week and in time.</summary>
    public const string CasesCompletedInTime = "cases_completed_in_time";

    /// <summary>The elements that cases fill, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> CountedFromCases { get; } =
        [CasesMonitored, RedCards, YellowCards, EarlyWarnings, CasesAccepted, CasesCompleted, CasesCompletedInTime];

    /// <summary>Text: what a task force did this week.</summary>
    public const string ProgressThisWeek = "progress_this_week";

    /// <summary>Text: its problems; blank is none.</summary>
    public const string ProgressProblems = "progress_problems";

    /// <summary>Text: what it will do next, and what the city has to settle.</summary>
    public const string ProgressNextSteps = "progress_next_steps";

    /// <summary>The red-card rate, the report's first figure and its one chart.</summary>
    public const string RedCardRate = "red-card-rate";

    /// <summary>Standing red cards.</summary>
    public const string RedCardsOutstanding = "red-cards-outstanding";

    /// <summary>Government-service items.</summary>
    public const string ItemsTotal = "items-total";

    /// <summary>Share of items settled in the hall.</summary>
    public const string HallSettledRate = "hall-settled-rate";

    /// <summary>Share of items that need at most one visit.</summary>
    public const string RunOnceShare = "run-once-share";

    /// <summary>Share of items approved without a visit.</summary>
    public const string NoVisitShare = "no-visit-share";

    /// <summary>Share of items completed at once.</summary>
    public const string InstantShare = "instant-share";

    /// <summary>Compression of the statutory time limit.</summary>
    public const string TimeLimitCompression = "time-limit-compression";

    /// <summary>Share of items with single sign-on.</summary>
    public const string SingleSignOnShare = "single-sign-on-share";

    /// <summary>Completeness of item elements.</summary>
    public const string ElementCompleteness = "element-completeness";

    /// <summary>Coverage of townships.</summary>
    public const string TownshipCoverage = "township-coverage";

    /// <summary>Coverage of villages.</summary>
    public const string VillageCoverage = "village-coverage";

    /// <summary>Items that can be done online in a village.</summary>
    public const string VillageOnlineItems = "village-online-items";

    /// <summary>豫事办 items submitted for review.</summary>
    public const string YushibanItemsSubmitted = "yushiban-items-submitted";

    /// <summary>豫事办 items of key areas among them.</summary>
    public const string YushibanKeyAreas = "yushiban-key-areas";

    /// <summary>豫事办 items that are live.</summary>
    public const string YushibanItemsLive = "yushiban-items-live";

    /// <summary>豫事办 monthly growth, published only.</summary>
    public const string YushibanMonthlyGrowth = "yushiban-monthly-growth";

    /// <summary>Departments in the self-service hall.</summary>
    public const string KioskDepartments = "kiosk-departments";

    /// <summary>Self-service terminals.</summary>
    public const string KioskTerminals = "kiosk-terminals";

    /// <summary>Items that the terminals offer.</summary>
    public const string KioskItems = "kiosk-items";

    /// <summary>Registered supervision officers.</summary>
    public const string SupervisionRegistered = "supervision-registered";

    /// <summary>Share of officers registered.</summary>
    public const string SupervisionRegisteredRate = "supervision-registered-rate";

    /// <summary>Share of supervision items with data.</summary>
    public const string SupervisionCoverage = "supervision-coverage";

    /// <summary>County task forces established.</summary>
    public const string TaskForcesEstablished = "task-forces-established";

    /// <summary>Share of duties reported in time.</summary>
    public const string ReportingOnTimeRate = "reporting-on-time-rate";
}
