using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Reporting;

/// <summary>One period: each unit's forms with state, time, and how late.</summary>
public sealed partial class ReportingDetail : ComponentBase
{
    [Parameter, EditorRequired]
    public required WeekRow Week { get; set; }

    /// <summary>The duties of the period that units meet themselves.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<DutyRow> Duties { get; set; }

    /// <summary>Only this unit; null for those that want attention.</summary>
    [Parameter]
    public Unit? Unit { get; set; }

    /// <summary>All, those that are done or not due yet included?</summary>
    [Parameter]
    public bool IsAll { get; set; }

    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    [Parameter]
    public bool MayExtend { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<Unit> OnExtend { get; set; }

    private IReadOnlyList<Choice> Views =>
    [
        new Choice("需要关注的", Addresses.Reporting(Week.Week), Unit is null && !IsAll),
        new Choice("全部单位", Addresses.ReportingAll(Week.Week), Unit is null && IsAll),
        .. Unit is null ? Array.Empty<Choice>() : [new Choice(Unit.ShortName, Addresses.Reporting(Week.Week, Unit.Code), true)],
    ];

    private IReadOnlyList<DutyRow> Shown =>
        [.. Duties.Where(duty => Unit is null ? IsAll || DutyMarks.Of(duty, Now) is not (DutyMark.OnTime or DutyMark.NotDue) : duty.Unit.Code == Unit.Code)];

    private string LateBy(DutyRow duty)
    {
        var mark = DutyMarks.Of(duty, Now);
        var end = duty.FirstSentAt ?? (mark is DutyMark.Missing ? Now : null as DateTimeOffset?);
        return end - duty.DueAt is { } late && late > TimeSpan.Zero ? Length(late) : "—";
    }

    // Whoever is late by minutes is not late by 0小时.
    private static string Length(TimeSpan late) => late switch
    {
        { TotalHours: < 1 } => $"{Math.Ceiling(late.TotalMinutes):0}分钟",
        { TotalDays: < 1 } => $"{Math.Floor(late.TotalHours):0}小时",
        _ => late.Hours == 0 ? $"{late.Days}天" : $"{late.Days}天{late.Hours}小时",
    };
}
