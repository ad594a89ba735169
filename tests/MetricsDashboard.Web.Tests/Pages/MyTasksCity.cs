using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Pages;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>A county's second week: open, due at 10:00, looked at from 09:00 unless a test says otherwise.</summary>
internal static class MyTasksCity
{
    public static readonly ReportingWeek Week = SmallCity.First.Next;

    public static readonly Actor Reporter = new("填报员", Role.CountyReporter, "C1");

    public static readonly Actor StandIn = new("替班", Role.CountyReporter, "C1");

    public static readonly Actor CountyReviewer = new("县审核人", Role.CountyReviewer, "C1");

    public static DateTimeOffset At(double hour) => TestCity.Moment(Week, 0).AddHours(hour);

    /// <summary>The first week is closed, the second open and nothing sent for it.</summary>
    public static async Task<TestCity> CreateAsync()
    {
        var city = await TestCity.CreateAsync(1);
        await city.OpenBeforeAsync(Week);
        await city.AddPeopleAsync(Reporter, StandIn, CountyReviewer);
        return city;
    }

    /// <summary>Sends the county's form of the second week at 09:00.</summary>
    public static async Task<Guid> SendAsync(this TestCity city, Actor? sender = null, long items = 300)
    {
        var outcome = await city.SendAsync(Week, new Dictionary<string, (long, long, long)> { ["C1"] = (1, 200, items) }, sender ?? Reporter);
        return outcome.Submissions[0].Id;
    }

    /// <summary>What the reporter sends waits for the county's reviewer.</summary>
    public static Task ReviewItselfAsync(this TestCity city) => city.Store<PracticeStore>().SetReviewAsync(CountyReviewer, "C1", true, At(8));

    public static IRenderedComponent<Submit> OpenTasks(this PageContext context, string query = "") => context.Open<Submit>("/submit" + query);

    public static Task ClickAsync<TPage>(this IRenderedComponent<TPage> page, string text)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        page.FindAll("button").First(button => button.TextContent.Contains(text, StringComparison.Ordinal)).ClickAsync(new());

    public static async Task<SubmissionState?> StateAsync(this TestCity city) =>
        (await city.Store<DutyStore>().OfWeekAsync(Reporter, Week, "C1")).Single().State;
}
