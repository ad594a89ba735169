using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Origins;

/// <summary>采用的数据来源: which origin of an element counts since when, who said so, and changing it from an open week on.</summary>
public sealed partial class ElementOriginsPage : ComponentBase
{
    private readonly Attempt attempt = new();

    private View? view;
    private IReadOnlyList<ElementOriginRow> rows = [];
    private Names names = Names.None;
    private ReportingWeek now;
    private ElementOriginRow? changing;
    private Origin origin;
    private string from = "";
    private string? failure;

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required ElementOriginStore Origins { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private bool MayChange => view?.Actor.Role is Role.Administrator;

    /// <summary>The periods that are open, later than any closed one, and the next.</summary>
    private IReadOnlyList<(ReportingWeek Key, string Text)> Weeks
    {
        get
        {
            var closed = view!.Weeks.Where(week => !week.IsOpen).Select(week => (ReportingWeek?)week.Week).Max();
            var open = view.Weeks.Where(week => week.IsOpen && (closed is null || week.Week > closed)).OrderBy(week => week.Week).Select(week => (week.Week, View.NameOf(week)));
            return [.. open, (Next, $"{WeekText.Period(Next)}（尚未开放）")];
        }
    }

    private ReportingWeek Next => view!.Weeks.Count > 0 ? view.Weeks.MaxBy(week => week.Week)!.Period.Last.Next : Clock.CurrentWeek;

    private IReadOnlyList<(ElementOriginRow Row, OriginSettingRow Setting)> History =>
        [.. rows.SelectMany(row => row.History.Select(setting => (row, setting))).OrderByDescending(entry => entry.setting.ChangedAt)];

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var loaded = await Views.LoadAsync();
            rows = await Origins.ListAsync(loaded.Actor, CancellationToken.None);
            names = await People.OfAsync(loaded.Actor, rows.SelectMany(row => row.History).Select(setting => setting.ChangedBy), CancellationToken.None);
            now = (loaded.Current(Clock.Now) ?? loaded.WeekOf(null))?.Week ?? Clock.CurrentWeek;
            view = loaded;
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private void Begin(ElementOriginRow row)
    {
        changing = row;
        origin = row.In(now) is Origin.Cases ? Origin.Form : Origin.Cases;
        from = Weeks[0].Key.ToString();
        (attempt.Message, attempt.Refusals) = (null, []);
    }

    private Task SaveAsync() => attempt.RunAsync(
        async () =>
        {
            if (!ReportingWeek.TryParse(from, out var week)) throw new StateConflictException("请选择从哪个统计周起。");
            await Origins.SetAsync(view!.Actor, changing!.Element.Code, week, origin, Clock.Now, CancellationToken.None);
            attempt.Message = $"{changing.Element.Name}从{NameOf(week)}起采用{origin.Name()}的数，指标已重新计算。";
            changing = null;
        },
        LoadAsync);

    private string NameOf(ReportingWeek week) => view!.NameOf(week);

    private string Since(ElementOriginRow row) => row.Settings.InForce(row.Element.Code, now) is { } setting ? $"从{NameOf(setting.FromWeek)}起" : "没有设置";

    private string Later(ElementOriginRow row)
    {
        var later = row.History.Where(setting => setting.FromWeek > now).Select(setting => setting.FromWeek).Distinct().Order()
            .Select(week => $"从{NameOf(week)}起采用{row.In(week).Name()}").ToList();
        return later.Count > 0 ? string.Join("，", later) : "不变";
    }
}
