namespace MetricsDashboard.Domain.Submissions;

/// <summary>How serious an issue is.</summary>
public enum Severity
{
    /// <summary>The file is refused whole.</summary>
    Error,

    /// <summary>The file is taken; the sender is asked for an explanation.</summary>
    Warning,

    /// <summary>For information.</summary>
    Note,
}

/// <summary>One thing found in what was sent. Everything is found at once; nothing stops at the first (design.md rule 11).</summary>
/// <param name="Severity">How serious.</param>
/// <param name="Code">Stable code such as NOT_A_NUMBER; see <see cref="IssueCodes"/>.</param>
/// <param name="Sheet">Sheet; null for CSV and JSON.</param>
/// <param name="Cell">Cell such as C7, or 第12行 of a CSV; null where the whole file is meant.</param>
/// <param name="Unit">Name of the unit; null where none is meant.</param>
/// <param name="Element">Name of the element; null where none is meant.</param>
/// <param name="Value">The value as sent; null where none is meant.</param>
/// <param name="Message">What is wrong and what to do, a sentence in Chinese.</param>
public sealed record IntakeIssue(
    Severity Severity,
    string Code,
    string? Sheet,
    string? Cell,
    string? Unit,
    string? Element,
    string? Value,
    string Message)
{
    /// <summary>Code of the form, for what is kept beside the issue; null where none is meant. Not part of what interfaces answer.</summary>
    public string? FormCode { get; init; }

    /// <summary>Code of the element; null where none is meant.</summary>
    public string? ElementCode { get; init; }

    /// <summary>Code of the row unit, or of the unit that was asked where its total is meant; null where none is meant.</summary>
    public string? UnitCode { get; init; }
}

/// <summary>Codes of issues. A code never changes its meaning.</summary>
public static class IssueCodes
{
    /// <summary>The file is empty.</summary>
    public const string EmptyFile = "EMPTY_FILE";

    /// <summary>The file is not what its name says, or not a supported kind.</summary>
    public const string UnknownFormat = "UNKNOWN_FORMAT";

    /// <summary>The workbook is protected by a password.</summary>
    public const string PasswordProtected = "PASSWORD_PROTECTED";

    /// <summary>The file is larger, unpacked, than is allowed; or holds entity declarations.</summary>
    public const string TooLarge = "TOO_LARGE";

    /// <summary>The file is damaged.</summary>
    public const string Damaged = "DAMAGED";

    /// <summary>A sheet of the form is missing or was renamed.</summary>
    public const string SheetMissing = "SHEET_MISSING";

    /// <summary>A heading or hidden code is not where it belongs: a column was moved, deleted or inserted.</summary>
    public const string LayoutChanged = "LAYOUT_CHANGED";

    /// <summary>Merged cells in the data area.</summary>
    public const string MergedCells = "MERGED_CELLS";

    /// <summary>A formula without a stored result.</summary>
    public const string FormulaWithoutValue = "FORMULA_WITHOUT_VALUE";

    /// <summary>No such unit.</summary>
    public const string UnknownUnit = "UNKNOWN_UNIT";

    /// <summary>No such element, or not asked of this unit.</summary>
    public const string UnknownElement = "UNKNOWN_ELEMENT";

    /// <summary>No such form, or another form than meant.</summary>
    public const string OtherForm = "OTHER_FORM";

    /// <summary>A unit outside the sender's scope.</summary>
    public const string OtherUnit = "OTHER_UNIT";

    /// <summary>Not a week, or another week than meant.</summary>
    public const string WrongWeek = "WRONG_WEEK";

    /// <summary>The week is not open for reporting.</summary>
    public const string WeekNotOpen = "WEEK_NOT_OPEN";

    /// <summary>A required cell is blank.</summary>
    public const string Blank = "BLANK";

    /// <summary>Text where a number belongs.</summary>
    public const string NotANumber = "NOT_A_NUMBER";

    /// <summary>A percentage where a count belongs.</summary>
    public const string Percentage = "PERCENTAGE";

    /// <summary>Less than 0.</summary>
    public const string Negative = "NEGATIVE";

    /// <summary>Not a whole number.</summary>
    public const string Fraction = "FRACTION";

    /// <summary>Outside the element's range.</summary>
    public const string OutOfRange = "OUT_OF_RANGE";

    /// <summary>Greater than the element that bounds it.</summary>
    public const string ExceedsMaximum = "EXCEEDS_MAXIMUM";

    /// <summary>A date, truth or error value where text belongs.</summary>
    public const string NotText = "NOT_TEXT";

    /// <summary>A text of more than 500 characters.</summary>
    public const string TextTooLong = "TEXT_TOO_LONG";

    /// <summary>A control character, or half a character, in a text.</summary>
    public const string ControlCharacter = "CONTROL_CHARACTER";

    /// <summary>The same unit and element twice.</summary>
    public const string Duplicate = "DUPLICATE";

    /// <summary>A row of the form is missing.</summary>
    public const string RowMissing = "ROW_MISSING";

    /// <summary>Nothing to take in.</summary>
    public const string NothingFilled = "NOTHING_FILLED";

    /// <summary>Warning: a cumulative value fell.</summary>
    public const string CumulativeFell = "CUMULATIVE_FELL";

    /// <summary>Warning: changed by more than the element's threshold.</summary>
    public const string LargeChange = "LARGE_CHANGE";

    /// <summary>Warning: far from the unit's own last weeks.</summary>
    public const string Outlier = "OUTLIER";

    /// <summary>Warning: an indicator changed by more than 10 percentage points.</summary>
    public const string IndicatorChanged = "INDICATOR_CHANGED";

    /// <summary>Note: a flow has not changed for four weeks.</summary>
    public const string UnchangedFlow = "UNCHANGED_FLOW";

    /// <summary>Note: not what the cases give for the same week.</summary>
    public const string CasesDiffer = "CASES_DIFFER";

    /// <summary>The duty is already accepted; a correction needs a request.</summary>
    public const string AlreadyAccepted = "ALREADY_ACCEPTED";

    /// <summary>Warning: says the same as the round that was returned.</summary>
    public const string SameAsReturned = "SAME_AS_RETURNED";

    /// <summary>Warning: a total of another system's table is not the sum of its rows.</summary>
    public const string TotalDiffers = "TOTAL_DIFFERS";

    /// <summary>A row of cases is faulty and was not stored.</summary>
    public const string CaseRejected = "CASE_REJECTED";

    /// <summary>Rows of cases wait until somebody explains a word in them.</summary>
    public const string CaseHeld = "CASE_HELD";
}
