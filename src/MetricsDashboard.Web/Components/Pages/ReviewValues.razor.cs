using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Origins;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>The values of a submission beside the last ones, with what stands out, what was said at a cell, and where it goes back to.</summary>
public sealed partial class ReviewValues : ComponentBase
{
    private const string NoText = "无";

    [Parameter, EditorRequired]
    public required View View { get; set; }

    [Parameter, EditorRequired]
    public required SubmissionView Model { get; set; }

    /// <summary>What was said, at cells and above: of this round and of the one before.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RoundNote> Notes { get; set; }

    [Parameter, EditorRequired]
    public required Names Names { get; set; }

    /// <summary>Can reasons be written at rows?</summary>
    [Parameter]
    public bool IsReturning { get; set; }

    /// <summary>The reasons written at rows, by element and unit.</summary>
    [Parameter, EditorRequired]
    public required Dictionary<(string Element, string Unit), string> Reasons { get; set; }

    private string This => View.Weeks.FirstOrDefault(row => row.Week == Model.Row.Week) is { } week ? WeekText.This(week.Period) : "本次";

    private IReadOnlyList<SubmissionValueView> Values => Model.Values;

    private bool HasRows => Model.Row.Form.Rows is not null;

    // With townships a form has hundreds of rows of which few changed.
    private List<SubmissionValueView> Rest => HasRows ? [.. Values.Where(value => !IsWorthALook(value))] : [];

    private List<SubmissionValueView> First => [.. Values.Where(IsWorthALook)];

    private bool IsWorthALook(SubmissionValueView value) =>
        (value.Element.IsText ? value.RawText != (value.LastText ?? "") : value.Value != value.LastWeek) || Remark(value).Length > 0 || NotesOf(value).Any() || Reasons.ContainsKey(KeyOf(value));

    private IEnumerable<string> NotesOf(SubmissionValueView value) => Notes.Where(note => note.Note.Element?.Code == value.Element.Code && note.Note.Unit?.Code == value.Unit.Code)
        .Select(note => $"第{note.Round}次退回原因：{note.Note.Text}（{Names.Of(note.Note.WrittenBy)}）");

    private static (string Element, string Unit) KeyOf(SubmissionValueView value) => (value.Element.Code, value.Unit.Code);

    private string Name(SubmissionValueView value) => HasRows ? $"{value.Unit.ShortName}{value.Element.Name}" : value.Element.Name;

    private static string Text(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? FigureText.None;

    private static string Difference(SubmissionValueView value) => (value.Value - value.LastWeek) switch
    {
        null => FigureText.None,
        0 => "0",
        > 0 and var more => "+" + Text(more),
        var less => "−" + Text(-less),
    };

    private static string Remark(SubmissionValueView value) => OriginText.Remark(value.Value, value.FromCases, value.Element.Measure);

    private static string Hint(SubmissionValueView value)
    {
        if (value is not { Value: { } now, LastWeek: { } before }) return "";
        if (now < before && value.Element.Nature is Nature.Cumulative) return "累计值下降";
        return RemarkableChange.Is(now, before) ? "变动较大" : "";
    }
}

/// <summary>Something said about a round of the duty.</summary>
public sealed record RoundNote(int Round, SubmissionNote Note);
