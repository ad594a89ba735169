using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Components.Duties;

/// <summary>How a duty stands, as those who owe it read it.</summary>
internal static class DutyStates
{
    /// <summary>Does the actor send it? What the city sends for all units, or a source delivers, is no duty of a county's reporter.</summary>
    public static bool IsOwn(Actor actor, DutyRow duty) => duty.Form.SuppliedBy is SuppliedBy.Unit || actor.Role is Role.CityReporter or Role.CityReviewer;

    /// <summary>Is it still to be sent, or again?</summary>
    public static bool IsOwed(DutyRow duty) => duty.State is null or SubmissionState.Draft or SubmissionState.Returned or SubmissionState.Withdrawn;

    /// <summary>Was it due without having been sent? What was sent in time and came back was in time.</summary>
    public static bool IsOverdue(DutyRow duty, DateTimeOffset now) => duty.State is not SubmissionState.Returned && duty.IsLate(now);

    public static bool IsWaiting(DutyRow duty) => duty.State is SubmissionState.CountyReview or SubmissionState.Submitted;

    public static string Text(DutyRow duty, DateTimeOffset now) => (duty.State?.Name() ?? "未报送") + (IsOverdue(duty, now) ? "，已逾期" : "");

    public static string Style(DutyRow duty, DateTimeOffset now) => duty.State switch
    {
        SubmissionState.Accepted => "good",
        SubmissionState.Submitted or SubmissionState.CountyReview => "plain-mark",
        SubmissionState.Returned => "bad",
        _ => IsOverdue(duty, now) ? "bad" : "near",
    };
}
