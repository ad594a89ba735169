using System.Globalization;
using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Jobs;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>节假日: the days that are not what their weekday says, and what their change does to deadlines.</summary>
public sealed partial class CalendarPage : ComponentBase
{
    private const int LongestRange = 31;

    /// <summary>The State Council announces next year's arrangement in November.</summary>
    private const int Announced = 11;

    private static readonly string[] Formats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    private readonly Attempt attempt = new();

    private View? view;
    private WorkCalendar calendar = WorkCalendar.Plain;
    private IReadOnlyList<CalendarDay> shown = [];
    private string? failure;
    private int year;
    private string from = "";
    private string to = "";
    private string name = "";
    private DayKind kind = DayKind.Holiday;

    [SupplyParameterFromQuery(Name = "year")]
    public string? AskedYear { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required CalendarStore Calendars { get; set; }

    [Inject]
    public required Deadlines Deadlines { get; set; }

    [Inject]
    public required IBackgroundJobClient Jobs { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private bool MayChange => view?.Actor.Role is Role.Administrator;

    private IReadOnlyList<Choice> Years =>
    [
        .. calendar.Exceptions.Select(day => day.Date.Year).Concat([Clock.Today.Year, Clock.Today.Year + 1, year]).Distinct().Order()
            .Select(one => new Choice($"{one}年", $"/calendar?year={one}", one == year)),
    ];

    private IEnumerable<string> Warnings
    {
        get
        {
            if (!Has(Clock.Today.Year)) yield return $"{Clock.Today.Year}年的节假日还没有录入，报送期限只按周六、周日顺延。";
            if (Clock.Today.Month >= Announced && !Has(Clock.Today.Year + 1)) yield return $"{Clock.Today.Year + 1}年的节假日还没有录入，请按国务院办公厅的通知录入。";
        }
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var loaded = await Views.LoadAsync();
        if (!loaded.Actor.SeesWholeCity)
        {
            failure = "节假日安排由市专班和管理员查看。";
            return;
        }

        calendar = await Calendars.FindAsync(loaded.Actor, CancellationToken.None);
        year = int.TryParse(AskedYear, CultureInfo.InvariantCulture, out var asked) && asked is >= 2000 and <= 2099 ? asked : Clock.Today.Year;
        shown = [.. calendar.Exceptions.Where(day => day.Date.Year == year)];
        view = loaded;
    }

    private bool Has(int one) => calendar.Exceptions.Any(day => day.Date.Year == one);

    private static string Name(DayKind kind) => kind is DayKind.Holiday ? "放假" : "调休上班";

    private Task AddAsync() => ChangeAsync(async () =>
    {
        var first = Day(from);
        var last = string.IsNullOrWhiteSpace(to) ? first : Day(to);
        if (last < first) throw new StateConflictException("截止日期早于开始日期。");
        if (last.DayNumber - first.DayNumber >= LongestRange) throw new StateConflictException($"一次最多录入{LongestRange}天，请核对日期。");
        List<CalendarDay> days = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(at => new CalendarDay(first.AddDays(at), kind, name.Trim()))];
        await Deadlines.SetAsync(view!.Actor, days, Clock.Now, CancellationToken.None);
        (from, to) = ("", "");
        return $"已录入{days.Count}天。";
    });

    private Task RemoveAsync(CalendarDay day) => ChangeAsync(async () =>
    {
        await Deadlines.RemoveAsync(view!.Actor, day.Date, Clock.Now, CancellationToken.None);
        return $"已移除{WeekText.FullDay(day.Date)}。";
    });

    /// <summary>Changes the calendar and says which open weeks' deadlines moved with it.</summary>
    private Task ChangeAsync(Func<Task<string>> change) => attempt.RunAsync(
        async () =>
        {
            var before = (await Views.LoadAsync()).Weeks.ToDictionary(week => week.Week, week => week.DueAt);
            var said = await change();
            DeriveCardsJob.Enqueue(Jobs);
            var moved = (await Views.LoadAsync()).Weeks.Where(week => before.TryGetValue(week.Week, out var due) && due != week.DueAt)
                .Select(week => $"{View.NameOf(week)}的报送期限由{Moments.Text(before[week.Week])}改为{Moments.Text(week.DueAt)}。");
            attempt.Message = said + string.Concat(moved);
        },
        LoadAsync);

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new StateConflictException(text.Trim().Length == 0 ? "请填写开始日期。" : $"“{text.Trim()}”不是日期，请按“2020-10-01”的格式填写。");
}
