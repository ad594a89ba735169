using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Hosting;

/// <summary>Settings under <c>Timetable:</c>, the hours of a week's work in Asia/Shanghai; written 10:00.</summary>
public sealed class TimetableOptions
{
    public const string Section = "Timetable";

    /// <summary>Weekday of the reported week from whose 00:00 it can be sent.</summary>
    public DayOfWeek OpensOn { get; set; } = TimetableHours.Standard.OpensOn;

    public TimeOnly Due { get; set; } = TimetableHours.Standard.Due;

    public TimeOnly CountyReview { get; set; } = TimetableHours.Standard.CountyReview;

    public TimeOnly CityReview { get; set; } = TimetableHours.Standard.CityReview;

    public TimeOnly Lock { get; set; } = TimetableHours.Standard.Lock;

    /// <summary>The hours.</summary>
    /// <exception cref="StartRefusedException">They do not follow each other.</exception>
    public TimetableHours ToHours()
    {
        var hours = new TimetableHours(OpensOn, Due, CountyReview, CityReview, Lock);
        return hours.AreInOrder
            ? hours
            : throw new StartRefusedException($"设置 Timetable 的时间先后不对：报送截止 {Due}、县级审核 {CountyReview}、市级审核 {CityReview}、锁定 {Lock} 应依次不早于前一项。");
    }
}
