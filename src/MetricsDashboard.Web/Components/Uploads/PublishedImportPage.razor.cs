using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Uploads;

/// <summary>导入公布值: a static page, like every upload. The previewed file comes back with the confirmation, so nothing waits on the server.</summary>
public sealed partial class PublishedImportPage(PublishedImport import, CatalogueStore catalogues, WeekStore weekStore, BusinessClock clock)
{
    private static readonly (string Code, string Text)[] Kinds = [(nameof(PeriodKind.Week), "统计周"), (nameof(PeriodKind.Month), "月"), (nameof(PeriodKind.Date), "日")];

    private Catalogue? catalogue;
    private IReadOnlyList<ReportingWeek> weeks = [];
    private PublishedPreview? preview;
    private ImportInput? held;
    private IReadOnlyList<string> refusals = [];
    private string? done;
    private bool mayEnter;
    private bool isHandled;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "preview")]
    public ImportInput? Sent { get; set; }

    [SupplyParameterFromForm(FormName = "confirm")]
    public ImportInput? Confirmed { get; set; }

    private Actor Actor => HttpContext.User.Actor();

    /// <summary>What the confirmation sends back. Its form must also be there when the confirmation comes, for the page to know whose it is.</summary>
    private ImportInput? Offered => preview is { Changes: true } ? held : isHandled ? null : Confirmed;

    private string Headline => preview switch
    {
        { Plan: { } plan } => $"读取{plan.Read}条：新增{plan.Created}条，更正{plan.Revised}条，未变{plan.Unchanged}条。{(preview.Changes ? "" : "文件与已录入的完全相同，不需要导入。")}",
        { Standings: { } standings } => $"{standings.Indicator.Name}（{standings.Table.Period.FullName}），{standings.Table.Rows.Count}个地区，来源：{standings.Table.Document}。"
            + preview.Effect switch { PublishedEffect.Created => "将新录入。", PublishedEffect.Revised => "这一时段已有全表，将更正。", _ => "与已录入的完全相同，不需要导入。" },
        _ => "",
    };

    protected override async Task OnInitializedAsync()
    {
        mayEnter = Actor.Role is Role.CityReviewer or Role.Drafter;
        if (!mayEnter)
        {
            HttpContext.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        catalogue = await catalogues.FindAsync(Actor, HttpContext.RequestAborted);
        weeks = [.. (await weekStore.ListAsync(Actor, HttpContext.RequestAborted)).SelectMany(week => week.Period.First.To(week.Period.Last)).OrderByDescending(week => week)];
        Sent ??= Confirmed ?? new ImportInput { PeriodKind = nameof(PeriodKind.Week), Received = clock.CurrentWeek.ToString() };
    }

    private async Task PreviewAsync()
    {
        if (!mayEnter || Sent is not { } sent) return;
        if (sent.File is not { } file)
        {
            refusals = ["没有选择文件，请选择后再预览。"];
            return;
        }

        if (file.Length > PublishedImport.Limit)
        {
            refusals = [$"文件大于{PublishedImport.Limit / 1024}KB，请核对文件。"];
            return;
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        sent.Content = Convert.ToBase64String(bytes.ToArray());
        sent.FileName = Path.GetFileName(file.FileName);
        await ShowAsync(sent);
    }

    private async Task ConfirmAsync()
    {
        isHandled = true;
        if (!mayEnter || Confirmed is not { } sent || sent.Bytes() is not { } bytes) return;
        try
        {
            done = await import.TakeAsync(Actor, bytes, sent.FileName ?? "", sent.Head(), sent.Reason, clock.Now, HttpContext.RequestAborted);
        }
        catch (Exception refused) when (refused is StateConflictException or AccessDeniedException)
        {
            refusals = [refused.Message];
            await ShowAsync(sent);
        }
    }

    private async Task ShowAsync(ImportInput sent)
    {
        preview = await import.PreviewAsync(Actor, sent.Bytes() ?? [], sent.FileName ?? "", sent.Head(), clock.Now, HttpContext.RequestAborted);
        held = sent;
        if (preview.Faults.Count == 0) return;
        refusals = preview.Faults;
        preview = null;
    }

    private static (string Name, string? Value)[] Hidden(ImportInput sent) =>
    [
        ("Confirmed.Content", sent.Content), ("Confirmed.FileName", sent.FileName), ("Confirmed.Indicator", sent.Indicator), ("Confirmed.PeriodKind", sent.PeriodKind),
        ("Confirmed.Period", sent.Period), ("Confirmed.Document", sent.Document), ("Confirmed.Average", sent.Average), ("Confirmed.Received", sent.Received),
    ];

    private static string EffectName(PublishedEffect effect) => effect switch { PublishedEffect.Created => "新增", PublishedEffect.Revised => "更正", _ => "未变" };

    private static string Change(PlannedFigure planned, Func<PublishedFigure, string> text) =>
        planned.Replaced is { } before && text(before) != text(planned.Figure) ? $"{text(before)} → {text(planned.Figure)}" : text(planned.Figure);

    /// <summary>The fields of both forms.</summary>
    public sealed class ImportInput
    {
        public IFormFile? File { get; set; }

        public string? Content { get; set; }

        public string? FileName { get; set; }

        public string? Indicator { get; set; }

        public string? PeriodKind { get; set; }

        public string? Period { get; set; }

        public string? Document { get; set; }

        public string? Average { get; set; }

        public string? Received { get; set; }

        public string? Reason { get; set; }

        internal byte[]? Bytes()
        {
            var buffer = new byte[(Content?.Length ?? 0) * 3 / 4 + 3];
            return Content is not null && Convert.TryFromBase64String(Content, buffer, out var count) ? buffer[..count] : null;
        }

        internal TableHead Head() => new(
            Indicator ?? "", PeriodKind ?? "", Period ?? "", Document ?? "", Average ?? "", ReportingWeek.TryParse(Received, out var week) ? week : null);
    }
}
