using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Reporting;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class DutyMarksTests
{
    private static readonly PeriodHours Hours = new Timetable(WorkCalendar.Plain, TimetableHours.Standard).Of(new ReportingPeriod(SmallCity.First));
    private static readonly WeekRow Week = new(Hours, WeekState.Open, null, null, Hours.OpensAt, null, null, 1);
    private static readonly Unit County = SmallCity.Catalogue.Unit("C1");

    [Theory]
    [InlineData(SubmissionState.Accepted, true, 1, DutyMark.OnTime)]
    [InlineData(SubmissionState.Accepted, false, 1, DutyMark.Late)]
    [InlineData(SubmissionState.Submitted, true, 1, DutyMark.Waiting)]
    [InlineData(SubmissionState.CountyReview, true, 1, DutyMark.UnitReview)]
    [InlineData(SubmissionState.Returned, null, 1, DutyMark.Returned)]
    [InlineData(SubmissionState.Withdrawn, null, 1, DutyMark.Missing)]
    [InlineData(null, null, 0, DutyMark.NotDue)]
    [InlineData(null, null, 1, DutyMark.Missing)]
    public void Of_ADuty_IsItsMark(SubmissionState? state, bool? onTime, int secondsLate, DutyMark mark) =>
        Assert.Equal(mark, DutyMarks.Of(Duty("一表", state, onTime), Hours.DueAt.AddSeconds(secondsLate)));

    [Fact]
    public void Of_SeveralForms_IsWhatAsksMostAndSaysOfHowMany()
    {
        DutyRow[] duties = [Duty("一表", SubmissionState.Accepted, true), Duty("二表", null, null), Duty("三表", SubmissionState.Returned, null)];

        var cell = Assert.Single(ReportingTable.Of([Week], duties, Hours.LockAt).Groups.Single().Lines).Cells.Single()!;

        Assert.Equal("未报 1/3", cell.Text);
    }

    [Fact]
    public void Of_FormsThatTheCitySupplies_AreNobodysHere()
    {
        var supplied = Duty("一表", null, null);
        supplied = supplied with { Form = supplied.Form with { SuppliedBy = SuppliedBy.City } };

        Assert.Empty(ReportingTable.Of([Week], [supplied], Hours.LockAt).Groups);
    }

    [Fact]
    public void Reminder_SomeFormsMissing_NamesThemAndEveryKindApart()
    {
        DutyRow[] duties =
        [
            Duty("一表", SubmissionState.Accepted, true), Duty("二表", null, null),
            Duty("一表", SubmissionState.Returned, null) with { Unit = SmallCity.Catalogue.Unit("C2") },
            Duty("一表", SubmissionState.CountyReview, true) with { Unit = SmallCity.Catalogue.Unit("C3") },
        ];

        Assert.Equal(
            "截至7月13日17时，7月6日—7月12日统计周，以下单位尚未报送：甲县（二表）；以下单位的报表已退回，请修改后重新报送：乙县；以下单位待本单位审核人审核：丙县。报送期限为7月13日 10:00，请尽快办理。",
            ReminderText.Of(Week, duties, Hours.LockAt));
    }

    [Fact]
    public void Reminder_EverybodyReported_IsEmpty() => Assert.Empty(ReminderText.Of(Week, [Duty("一表", SubmissionState.Submitted, true)], Hours.LockAt));

    private static DutyRow Duty(string form, SubmissionState? state, bool? onTime) => new(
        County, new Form(form, form, [UnitKind.County], SuppliedBy.Unit, null, 0, null), SmallCity.First, Hours.DueAt, state, null, null, onTime);
}
