using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Components.Reporting;

/// <summary>How a duty stands, or several: of them the one that asks most for somebody's attention. In that order.</summary>
public enum DutyMark
{
    /// <summary>未报: nothing was sent and the due time has passed.</summary>
    Missing,

    /// <summary>退回: the unit has to send again.</summary>
    Returned,

    /// <summary>待本单位审核.</summary>
    UnitReview,

    /// <summary>待审: the city has to review.</summary>
    Waiting,

    /// <summary>未到期: nothing was sent, and there is time.</summary>
    NotDue,

    /// <summary>逾期: accepted, and sent late.</summary>
    Late,

    /// <summary>按时: accepted, and sent in time.</summary>
    OnTime,
}

/// <summary>Marks of duties, in words and colours.</summary>
public static class DutyMarks
{
    /// <summary>How one duty stands.</summary>
    public static DutyMark Of(DutyRow duty, DateTimeOffset now) => duty.State switch
    {
        SubmissionState.Accepted => duty.OnTime is false ? DutyMark.Late : DutyMark.OnTime,
        SubmissionState.Submitted => DutyMark.Waiting,
        SubmissionState.CountyReview => DutyMark.UnitReview,
        SubmissionState.Returned => DutyMark.Returned,
        _ => now > duty.DueAt ? DutyMark.Missing : DutyMark.NotDue,
    };

    /// <summary>How several stand together; there is at least one.</summary>
    public static DutyMark Of(IEnumerable<DutyRow> duties, DateTimeOffset now) => duties.Min(duty => Of(duty, now));

    /// <summary>On screen.</summary>
    public static string Name(this DutyMark mark) => mark switch
    {
        DutyMark.Missing => "未报",
        DutyMark.Returned => "退回",
        DutyMark.UnitReview => "待本单位审核",
        DutyMark.Waiting => "待审",
        DutyMark.NotDue => "未到期",
        DutyMark.Late => "逾期",
        DutyMark.OnTime => "按时",
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "Unknown mark."),
    };

    /// <summary>The colour beside the word.</summary>
    public static string Style(this DutyMark mark) => mark switch
    {
        DutyMark.Missing or DutyMark.Returned => "bad",
        DutyMark.Late => "near",
        DutyMark.OnTime => "good",
        _ => "plain-mark",
    };

    /// <summary>Has the unit still to do something?</summary>
    public static bool IsOwed(this DutyMark mark) => mark is DutyMark.Missing or DutyMark.Returned or DutyMark.UnitReview or DutyMark.NotDue;
}
