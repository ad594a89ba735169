using System.Globalization;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Cases;

/// <summary>A text of a row that a person has to explain before the row can be stored.</summary>
/// <param name="Kind">Of which kind.</param>
/// <param name="Text">The source's text.</param>
public readonly record struct UnknownTerm(CaseTermKind Kind, string Text);

/// <summary>What became of a row: understood, or to be explained by a person (held), or faulty (rejected). Exactly one is set.</summary>
/// <param name="Facts">The version, understood.</param>
/// <param name="Unknown">What a person has to explain first.</param>
/// <param name="Fault">What is wrong and what to do, a sentence in Chinese.</param>
public readonly record struct CaseOutcome(CaseFacts? Facts, UnknownTerm? Unknown, string? Fault);

/// <summary>Understands the rows of a source. A faulty row is rejected, never repaired; an unknown word is held, never guessed (design.md rule 11).</summary>
/// <param name="vocabulary">What the source's words mean.</param>
/// <param name="now">The present moment: nothing happens in the future, but for a clock that is off by a day at most.</param>
public sealed class CaseReading(CaseVocabulary vocabulary, DateTimeOffset now)
{
    /// <summary>Longest case number and item code, in characters.</summary>
    public const int LongestCode = 64;

    /// <summary>Longest item name, in characters.</summary>
    public const int LongestName = 300;

    /// <summary>Longest word that is held for a person to explain, in characters.</summary>
    public const int LongestTerm = 100;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
        "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm",
    ];

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd"];

    private static readonly string[] OffsetFormats =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK"];

    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, ChinaTime.Offset);
    private static readonly DateTimeOffset LatestDue = new(2100, 1, 1, 0, 0, 0, ChinaTime.Offset);

    private readonly DateTimeOffset latest = now.AddDays(1);

    /// <summary>Understands one row.</summary>
    public CaseOutcome Read(CaseRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var fault = Code(row.CaseNo, "办件编号") ?? Code(row.ItemCode, "事项编码");
        if (fault is not null) return Rejected(fault);
        if (row.ItemName.Length > LongestName) return Rejected($"事项名称超过{LongestName}个字，请缩短");
        if (!long.TryParse(row.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return Rejected($"版本{Shown(row.Version)}不是从0开始的整数");

        if (Moment(row.AcceptedAt, endOfDay: false) is not { } accepted) return Rejected(WrongTime("受理时间", row.AcceptedAt));
        if (!TryOptional(row.PromisedDue, endOfDay: true, out var promised)) return Rejected(WrongTime("承诺办结时限", row.PromisedDue));
        if (!TryOptional(row.StatutoryDue, endOfDay: true, out var statutory)) return Rejected(WrongTime("法定办结时限", row.StatutoryDue));
        if (!TryOptional(row.CompletedAt, endOfDay: false, out var completed)) return Rejected(WrongTime("办结时间", row.CompletedAt));
        if (!TryOptional(row.UpdatedAt, endOfDay: false, out var updated)) return Rejected(WrongTime("更新时间", row.UpdatedAt));

        // What is wrong comes before what is unknown: nobody is asked about a row that is rejected all the same.
        var status = vocabulary.FindStatus(row.Status);
        fault = Inconsistency(accepted, promised, statutory, completed, status);
        if (fault is not null) return Rejected(fault);
        if (row.Unit.Length == 0) return Rejected("没有写单位");
        if (row.Status.Length == 0) return Rejected("没有写状态");
        if (vocabulary.FindUnit(row.Unit) is not { } unit) return Held(CaseTermKind.Unit, row.Unit);
        if (status is not { } known) return Held(CaseTermKind.Status, row.Status);
        var card = row.Card.Length == 0 ? null : vocabulary.FindCard(row.Card);
        if (card is null && row.Card.Length > 0) return Held(CaseTermKind.Card, row.Card);
        var cause = row.Cause.Length == 0 ? null : vocabulary.FindCause(row.Cause);
        if (cause is null && row.Cause.Length > 0) return Held(CaseTermKind.Cause, row.Cause);

        var facts = new CaseFacts(
            row.CaseNo, version, unit.Code, row.ItemCode, row.ItemName, accepted, promised, statutory, completed, card, cause, known,
            updated > now ? null : updated); // A clock that is ahead does not say since when; the day of the intake does.
        return new CaseOutcome(facts, null, null);
    }

    private string? Inconsistency(DateTimeOffset accepted, DateTimeOffset? promised, DateTimeOffset? statutory, DateTimeOffset? completed, CaseStatus? status)
    {
        if (accepted < Earliest) return $"受理时间{Text(accepted)}早于2000年";
        if (accepted > latest) return $"受理时间{Text(accepted)}晚于现在，请核对来源系统的时钟";
        if (completed > latest) return $"办结时间{Text(completed.Value)}晚于现在，请核对来源系统的时钟";
        if (promised > LatestDue || statutory > LatestDue) return "办结时限晚于2100年";
        if (status is null) return null;
        if (status is CaseStatus.Completed && completed is null) return "状态是办结，没有写办结时间";
        if (status is CaseStatus.Open && completed is not null) return "状态是在办，却写了办结时间";
        return completed < accepted ? $"办结时间{Text(completed.Value)}早于受理时间{Text(accepted)}" : null;
    }

    private static string? Code(string text, string name)
    {
        if (text.Length == 0) return $"没有写{name}";
        if (text.Length > LongestCode) return $"{name}{Shown(text)}超过{LongestCode}个字符";
        foreach (var c in text)
        {
            if (c is <= ' ' or > '~') return $"{name}{Shown(text)}含有空格、汉字或全角字符，应只有半角字母、数字和符号";
        }

        return null;
    }

    private static bool TryOptional(string text, bool endOfDay, out DateTimeOffset? moment)
    {
        moment = text.Length == 0 ? null : Moment(text, endOfDay);
        return text.Length == 0 || moment is not null;
    }

    /// <summary>A moment to the millisecond; a day alone is its first moment, or of a time limit its last second.</summary>
    private static DateTimeOffset? Moment(string text, bool endOfDay)
    {
        if (TryUsual(text, out var usual)) return new DateTimeOffset(usual, ChinaTime.Offset);
        if (DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return Whole(new DateTimeOffset(local, ChinaTime.Offset));
        if (DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return endOfDay ? ChinaTime.Start(day.AddDays(1)).AddSeconds(-1) : ChinaTime.Start(day);
        return DateTimeOffset.TryParseExact(text, OffsetFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? Whole(moment) : null;
    }

    /// <summary>2020-09-27T16:30:00, as nearly every source writes it: five times in each of half a million rows, so it is read by its digits.</summary>
    private static bool TryUsual(string text, out DateTime moment)
    {
        moment = default;
        if (text.Length != 19 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':') return false;
        var (century, year, month, day) = (Two(0), Two(2), Two(5), Two(8));
        var (hour, minute, second) = (Two(11), Two(14), Two(17));
        if (century < 1 || year < 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth((100 * century) + year, month) || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return false;
        moment = new DateTime((100 * century) + year, month, day, hour, minute, second);
        return true;

        int Two(int at) => char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) ? (10 * (text[at] - '0')) + text[at + 1] - '0' : -1;
    }

    private static DateTimeOffset Whole(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMillisecond));

    private static string WrongTime(string name, string text) => text.Length == 0 ? $"没有写{name}" : $"{name}{Shown(text)}不是时间，应写作 2020-09-27T16:30:00";

    private static string Text(DateTimeOffset moment) => moment.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Shown(string text) => Quotation.Of(text);

    private static CaseOutcome Rejected(string fault) => new(null, null, fault);

    private static CaseOutcome Held(CaseTermKind kind, string text) =>
        text.Length > LongestTerm ? Rejected($"{kind.Name()}{Shown(text)}超过{LongestTerm}个字") : new CaseOutcome(null, new UnknownTerm(kind, text), null);
}
