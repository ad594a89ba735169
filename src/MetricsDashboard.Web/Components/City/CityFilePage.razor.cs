using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Components.Uploads;
using MetricsDashboard.Web.Flow;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.City;

/// <summary>对应各列: a person says what the columns of another system's table are, and which units its rows are of.</summary>
public sealed partial class CityFilePage : ComponentBase
{
    private const int ShownRows = 80;
    private const int LongestHeading = 24;

    private readonly Attempt attempt = new();

    private View? view;
    private CityFile? file;
    private MappingDraft? draft;
    private IReadOnlyList<DataElement> elements = [];
    private IReadOnlyList<Unit> units = [];
    private IReadOnlyList<UnknownText> texts = [];
    private IReadOnlyList<string> obstacles = [];
    private MappedTable? read;
    private string? empty;
    private string? failure;
    private bool mayDiscard;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required CityFiles Files { get; set; }

    [Inject]
    public required UploadStore Uploads { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        try
        {
            view = await Views.LoadAsync();
            var upload = await Uploads.FindAsync(view.Actor, Id, CancellationToken.None);
            if (upload is not { Status: IntakeStatus.Unmapped or IntakeStatus.Checked or IntakeStatus.Refused, Source: not null })
            {
                empty = upload is null ? "没有这个文件。" : $"这个文件不需要对应各列，状态是“{upload.Status.Name()}”。";
                return;
            }

            var opened = await Files.OpenAsync(view.Actor, Id, CancellationToken.None);
            if (opened is null || opened.Tables.Count == 0)
            {
                empty = "这个文件读不出表格，请在上传记录里查看原因。";
                return;
            }

            elements = view.Catalogue.ElementsOf(opened.Form, opened.Week);
            units = new UnitMatching(view.Catalogue, opened.Form, opened.Week, []).Units;
            var header = opened.Fit is { Table: { } known } fit ? (known, fit.HeaderRow) : MappingSuggestion.Header(view.Catalogue, opened.Form, opened.Week, opened.Tables)!.Value;
            (file, mayDiscard) = (opened, upload.MayDecide);
            Begin(header.Item1, header.Item2);
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private void UseSheet(string? name)
    {
        if (file!.Tables.FirstOrDefault(table => table.Sheet == name) is not { } table) return;
        Begin(table, MappingSuggestion.Header(view!.Catalogue, file.Form, file.Week, [table])!.Value.HeaderRow);
    }

    private void UseHeader(string? row)
    {
        if (int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) Begin(draft!.Table, number);
    }

    private void Begin(RawTable table, int headerRow)
    {
        draft = new MappingDraft(view!.Catalogue, file!, table, headerRow, Read);
        Read();
    }

    /// <summary>Reads the file as has been said so far, first without what was said of units, to learn which texts are nobody's.</summary>
    private void Read()
    {
        (read, texts, obstacles) = (null, [], []);
        var columns = draft!.ToMapping();
        if (columns.Columns.Any(column => column.Use is ColumnUse.Unit))
        {
            var plain = MappedTable.Read(view!.Catalogue, file!.Week, draft.Table, draft.HeaderRow, columns);
            texts = [.. plain.Unmatched.GroupBy(row => IntakeNames.Simplify(row.Text), StringComparer.Ordinal).Select(rows => new UnknownText(rows.First().Text, MappedTable.RowsText(rows), rows.First().How, rows.First().Proposal))];
            read = MappedTable.Read(view.Catalogue, file.Week, draft.Table, draft.HeaderRow, draft.ToMapping(texts));
        }

        obstacles = [.. Obstacles()];
    }

    private IEnumerable<string> Obstacles()
    {
        foreach (var fault in draft!.ToMapping(texts).Faults(view!.Catalogue, file!.Week)) yield return fault;
        var open = draft.Columns.Where(column => column.Choice is null).Select(column => column.Column.Name).ToList();
        if (open.Count > 0) yield return $"还有{open.Count}列没有选择：{string.Join("、", open)}。";
        var unsaid = texts.Where(text => draft.SaidOf(text) is not { } said || (said.Unit == UnitDraft.Skip && string.IsNullOrWhiteSpace(said.Reason))).Select(text => text.Name).ToList();
        if (unsaid.Count > 0) yield return $"还有{unsaid.Count}项不知道是哪个单位，也没有写不采用的原因：{string.Join("、", unsaid)}。";
        if (read is not null && read.Rows.All(row => row.Unit is null)) yield return "没有一行是单位的数，请检查表头所在行和单位列。";
    }

    private static string Summary(MappedTable read)
    {
        var matched = read.Rows.Count(row => row.Unit is not null);
        var skipped = read.Rows.Count(row => row.Finding is RowFinding.Skipped);
        return $"共{read.Rows.Count}行：{matched}行找到单位，{skipped}行不采用，{read.Unmatched.Count()}行没有找到单位。";
    }

    private static string Shortened(RawRow row)
    {
        var text = string.Join("｜", row.Cells.Select(cell => cell.Text).Where(cell => cell.Length > 0));
        return text.Length > LongestHeading ? text[..LongestHeading] + "……" : text;
    }

    private Task ConfirmAsync() => attempt.RunAsync(
        async () =>
        {
            await Files.ConfirmAsync(view!.Actor, Id, draft!.ToMapping(texts), file!.Week, Clock.Now, CancellationToken.None);
            Navigation.NavigateTo(Addresses.Upload(Id), forceLoad: true);
        },
        () => Task.CompletedTask);

    private Task DiscardAsync() => attempt.RunAsync(
        async () =>
        {
            await Uploads.DiscardAsync(view!.Actor, Id, Clock.Now, CancellationToken.None);
            Navigation.NavigateTo("/city", forceLoad: true);
        },
        () => Task.CompletedTask);
}
