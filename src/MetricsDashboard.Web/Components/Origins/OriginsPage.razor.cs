using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Origins;

/// <summary>数据来源比对: what was sent beside what the cases give, the greatest differences first.</summary>
public sealed partial class OriginsPage : ComponentBase
{
    private View? view;
    private WeekRow? week;
    private string? element;
    private IReadOnlyList<FilterOption> elements = [];
    private IReadOnlyList<OriginDifference> rows = [];
    private string? failure;

    [SupplyParameterFromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    [SupplyParameterFromQuery(Name = "element")]
    public string? AskedElement { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required ElementOriginStore Origins { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private IReadOnlyList<OriginDifference> Differing => [.. rows.Where(row => row.Difference != 0).OrderByDescending(row => Math.Abs(row.Difference))];

    private IReadOnlyList<OriginDifference> Same => [.. rows.Where(row => row.Difference == 0)];

    private string Headline => rows.Count == 0
        ? $"{View.NameOf(week!)}没有既报送了报表、又有办件数据的数。"
        : Differing.Count == 0 ? $"{View.NameOf(week!)}两种来源都有的{rows.Count}个数全部一致。" : $"{View.NameOf(week!)}两种来源都有的{rows.Count}个数中，{Differing.Count}个不一致。";

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var loaded = await Views.LoadAsync();
            var options = (await Origins.ListAsync(loaded.Actor, CancellationToken.None)).Select(row => new FilterOption(row.Element.Code, row.Element.Name)).ToList();
            element = options.Exists(option => option.Value == AskedElement) ? AskedElement : null;
            week = (AskedWeek is null ? loaded.Current(Clock.Now) : null) ?? loaded.WeekOf(AskedWeek);
            rows = week is null
                ? []
                : [.. (await Origins.CompareAsync(loaded.Actor, week.Week, CancellationToken.None)).Where(row => element is null || row.Element.Code == element)];
            (elements, view) = (options, loaded);
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }
}
