using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>Cases for the small city, taken in as a source pushes them.</summary>
internal static class CaseCity
{
    /// <summary>The last of the city's two weeks; its first day.</summary>
    public static readonly ReportingWeek Week = SmallCity.First.AddWeeks(1);

    /// <summary>A city with two weeks and the cases below.</summary>
    public static async Task<TestCity> CreateAsync()
    {
        var city = await TestCity.CreateAsync(2);
        await TakeAsync(city, TestCity.Moment(Week), Rows());
        return city;
    }

    public static async Task TakeAsync(TestCity city, DateTimeOffset now, IReadOnlyList<CaseRow> rows)
    {
        var source = await city.Store<SourceStore>().AddAsync(Actor.System, new SourceSettingsEntry("省电子监察平台", "push", true, null, null, null), now);
        var run = (await city.Store<RunStore>().StartAsync(Actor.System, source, RunTrigger.Push, null, "source", null, now))!.Value;
        var intake = await city.Store<CaseIntakeStore>().OpenAsync(Actor.System, source, now);
        await city.Store<CaseIntakeStore>().StoreAsync(Actor.System, run, intake, intake.Understand([.. rows.Select(CaseEntry.Of)]), now);
        await city.Store<RunStore>().FinishAsync(Actor.System, run, new RunEnd(RunState.Done), now);
    }

    /// <summary>
    /// Week 29 of 2020, 13 to 19 July. 甲局: six red since the week before (three of them system-caused) and one new; 乙局: two new; 甲县: one old, one yellow.
    /// 乙县: one that was red until Wednesday.
    /// </summary>
    private static List<CaseRow> Rows() =>
    [
        .. Enumerable.Range(1, 6).Select(i => Row($"A{i:00}", "D1", "XK-001", "企业设立登记", "2020-07-09T18:00:00", i <= 3 ? "system" : "overdue")),
        Row("A07", "D1", "XK-002", "食品经营许可", "2020-07-15T18:00:00", ""),
        Row("B01", "D2", "XK-002", "食品经营许可", "2020-07-16T18:00:00", "not_returned"),
        Row("B02", "D2", "XK-003", "", "2020-07-16T18:00:00", "overdue"),
        Row("C01", "C1", "XK-001", "企业设立登记", "2020-06-01T18:00:00", "other"),
        Row("C02", "C1", "XK-001", "企业设立登记", "2020-09-01T18:00:00", "") with { PromisedDue = "2020-07-14T18:00:00" },
        Row("C03", "C2", "XK-001", "企业设立登记", "2020-07-08T18:00:00", "overdue") with { CompletedAt = "2020-07-15T10:00:00", Status = "completed" },
    ];

    public static CaseRow Row(string number, string unit, string item, string name, string statutory, string cause) =>
        new("第1行", number, "1", unit, item, name, "2020-05-20T09:00:00", "", statutory, "", "", cause, "open", "");
}
