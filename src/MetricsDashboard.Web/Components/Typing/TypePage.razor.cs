using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Flow;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace MetricsDashboard.Web.Components.Typing;

/// <summary>在线填报: a form typed cell by cell, kept and checked while it is typed, by one or by several people, and then sent like a file.</summary>
public sealed partial class TypePage : ComponentBase, IAsyncDisposable
{
    /// <summary>What is typed is kept after so long a pause.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>So often the page looks for what others typed, and tries again what could not be kept.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly Attempt attempt = new();
    private readonly CancellationTokenSource leaving = new();
    private readonly CancellationToken left;
    private readonly HashSet<(string Element, string Unit)> touched = [];
    private TypedForm? form;
    private string? empty;
    private string? failure;
    private TypedGrid? grid;
    private TypedCheck? check;
    private SaveState state;
    private DateTimeOffset savedAt;
    private string? pasted;
    private string? refusal;
    private CancellationTokenSource? pause;
    private Task saving = Task.CompletedTask;
    private bool again;

    // The source may be gone when the token is asked for again.
    public TypePage() => left = leaving.Token;

    private enum SaveState
    {
        None,
        Saving,
        Saved,
        Failed,
    }

    [SupplyParameterFromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    public string? AskedUnit { get; set; }

    [SupplyParameterFromQuery(Name = "form")]
    public string? AskedForm { get; set; }

    [Inject]
    public required TypedForms Forms { get; set; }

    [Inject]
    public required DraftStore Drafts { get; set; }

    [Inject]
    public required DutyStore Duties { get; set; }

    [Inject]
    public required SendTyped Typed { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    [Inject]
    public required ILogger<TypePage> Log { get; set; }

    private string Deadline => $"请于{Moments.Text(form!.Duty.DueAt)}前报送";

    private string Standing => form!.Duty.State switch
    {
        SubmissionState.Returned => "已退回，下面是上次报送的数，请改好后重新报送。",
        SubmissionState.Withdrawn => "已撤回，下面是上次报送的数。",
        SubmissionState.CountyReview or SubmissionState.Submitted => $"{form.NameOf(form.Round!.SentBy)}已于{Moments.Text(form.Round.SentAt)}报送，等待审核；{Left}再次报送的，以新报的为准。",
        _ => form.Sheet.Cells.All(cell => cell.Element.IsText) ? "可以参照上次的内容填写。"
            : form.FromCases.Count > 0 ? "有办件数据的已带出办件数据，其余期末数和累计数已带出上次的数，请核对后报送。"
            : "期末数和累计数已带出上次的数，改动有变化的即可。",
    };

    // What others had typed stays where a form is sent otherwise.
    private string Left => form!.Sheet.Cells.Count(cell => cell.IsChanged) is > 0 and var changed ? $"草稿中有{changed}处与已报送的不同，尚未报送；" : "";

    private string Status => state switch
    {
        SaveState.Saving => "正在保存……",
        SaveState.Saved => $"已保存 {BusinessClock.Local(savedAt):HH:mm:ss}",
        SaveState.Failed => refusal ?? "保存失败，正在重试。填写的内容仍在本页，请不要关闭。",
        _ => form!.Newest is { } last ? $"草稿，{form.NameOf(last.ChangedBy)} {Moments.Recent(last.ChangedAt, Clock.Today)} 保存" : "填写后自动保存为草稿",
    };

    private string Summary
    {
        get
        {
            if (check is null) return "";
            var errors = check.Issues.Count(issue => issue.Severity is Domain.Submissions.Severity.Error && !IsBlank(issue));
            var warnings = check.Issues.Count(issue => issue.Severity is Domain.Submissions.Severity.Warning);
            string?[] parts =
            [
                Blanks() is > 0 and var blank ? $"还有{blank}项没有填" : null, errors > 0 ? $"{errors}处错误" : null,
                warnings > 0 ? $"{warnings}条提醒，报送时请说明" : null, form!.Sheet.Conflicts.Count() is > 0 and var conflicts ? $"{conflicts}处与他人所填不同" : null,
            ];
            return parts.OfType<string>().ToList() is { Count: > 0 } found ? string.Join("，", found) : "检查通过，没有错误";
        }
    }

    /// <summary>What is wrong or remarkable; what is still blank is counted instead.</summary>
    private List<IntakeIssue> Listed => check is null ? [] : [.. check.Issues.Where(issue => !IsBlank(issue)).OrderBy(issue => issue.Severity)];

    protected override Task OnParametersSetAsync() => LoadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await WatchAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            var before = form;
            (form, empty) = await Forms.LoadAsync(AskedWeek, AskedUnit, AskedForm);
            if (form is null) return;
            // What was not kept yet outlives the loading.
            if (before is not null && before.Week.Week == form.Week.Week) form.Sheet.Restore(before.Sheet);
            await CheckAsync(form);
        }
        catch (Exception denied) when (denied is AccessDeniedException or StateConflictException)
        {
            failure = denied.Message;
        }
    }

    private int Blanks() => form!.Sheet.Cells.Count(cell => !cell.Element.Optional && string.IsNullOrWhiteSpace(cell.Text));

    private static bool IsBlank(IntakeIssue issue) => issue.Code is IssueCodes.Blank or IssueCodes.NothingFilled;

    private void Touch(TypedCell cell)
    {
        touched.Add(cell.Key);
        pasted = null;
        pause?.Cancel();
        pause = CancellationTokenSource.CreateLinkedTokenSource(left);
        _ = SaveLaterAsync(pause.Token);
    }

    private Task LeftAsync() => form!.Sheet.Changes().Count > 0 ? SaveAsync() : Task.CompletedTask;

    private Task ChangedAsync(string? what)
    {
        pasted = what;
        touched.UnionWith(form!.Sheet.Cells.Where(cell => cell.IsDirty).Select(cell => cell.Key));
        return SaveAsync();
    }

    private async Task SaveLaterAsync(CancellationToken cancellationToken)
    {
        if (!await DelayAsync(Pause, cancellationToken)) return;
        await InvokeAsync(async () =>
        {
            await SaveAsync();
            StateHasChanged();
        });
    }

    /// <summary>Looks every few seconds for what others typed, and for what could not be kept so far.</summary>
    private async Task WatchAsync()
    {
        while (await DelayAsync(Look, left))
        {
            if (form is null || !saving.IsCompleted || attempt.IsBusy) continue;
            await SaveAsync();
            StateHasChanged();
        }
    }

    private static async Task<bool> DelayAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(time);
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Keeps what is not kept yet; one at a time, and once more where something was typed meanwhile.</summary>
    private async Task SaveAsync()
    {
        again = true;
        while (!saving.IsCompleted) await saving;
        if (!again) return;
        again = false;
        if (form is not null) await (saving = KeepAsync(form));
    }

    private async Task KeepAsync(TypedForm typed)
    {
        var (duty, changes) = (typed.Duty, typed.Sheet.Changes());
        try
        {
            if (changes.Count > 0)
            {
                state = SaveState.Saving;
                StateHasChanged();
            }

            var actor = typed.View.Actor;
            var cells = changes.Count > 0
                ? (await Drafts.SaveAsync(actor, duty.Week, duty.Unit.Code, duty.Form.Code, changes, Clock.Now, CancellationToken.None)).Cells
                : await Drafts.FindAsync(actor, duty.Week, duty.Unit.Code, duty.Form.Code, CancellationToken.None);
            var isNew = changes.Count > 0 || typed.Sheet.IsOutdated(cells);
            var isGone = typed.Sheet.IsGone(cells);
            typed.Sheet.Take(cells, changes);
            if (changes.Count > 0) (state, savedAt, refusal) = (SaveState.Saved, Clock.Now, null);
            await SettleAsync();
            var now = (await Duties.OfWeekAsync(actor, duty.Week, duty.Unit.Code, CancellationToken.None)).FirstOrDefault(row => row.Form.Code == duty.Form.Code);
            if (isGone || (now?.SubmissionId, now?.State) != (duty.SubmissionId, duty.State) || cells.Any(cell => !typed.Accounts.Contains(cell.ChangedBy))) await LoadAsync();
            else if (isNew) await CheckAsync(typed);
        }
        catch (Exception denied) when (denied is AccessDeniedException or StateConflictException)
        {
            (state, refusal) = (SaveState.Failed, denied.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever breaks, what was typed stays on the page and is tried again.
            (state, refusal) = (SaveState.Failed, null);
            Log.LogWarning(fault, "A draft could not be kept");
        }
    }

    private async Task CheckAsync(TypedForm typed) =>
        check = await Typed.CheckAsync(typed.View.Actor, typed.Form, typed.Duty.Unit, typed.Duty.Week, typed.Sheet.Texts, CancellationToken.None);

    private async Task SettleAsync()
    {
        var kept = form!.Sheet.Cells.Where(cell => !cell.IsDirty && touched.Remove(cell.Key)).ToList();
        if (kept.Count > 0 && grid is not null) await grid.SettledAsync(kept);
    }

    private Task SendAsync() => attempt.RunAsync(
        async () =>
        {
            await SaveAsync();
            if (form!.Sheet.Conflicts.Any()) throw new StateConflictException("有的格与他人所填不同，请先选定采用谁的数，再报送。");
            if (state is SaveState.Failed) throw new StateConflictException("填写的内容还没有保存，请稍后再报送。");
            if (Blanks() is > 0 and var blank) throw new StateConflictException($"还有{blank}项没有填，确实没有的填0；填好后再报送。");
            if (check is { IsRefused: true }) throw new StateConflictException("还有错误，请按“检查结果”改好后再报送。");
            var (typed, duty) = (form, form.Duty);
            var id = await Typed.SendAsync(typed.View.Actor, typed.Form, duty.Unit, duty.Week, typed.Sheet.Texts, CancellationToken.None);
            if (grid is not null) await grid.ForgetAsync();
            Navigation.NavigateTo(Addresses.Upload(id), forceLoad: true);
        },
        () => Task.CompletedTask);

    private async Task DiscardAsync()
    {
        if (await Dialogs.ShowMessageBoxAsync("清除草稿", "已经填写、还没有报送的内容将全部清除，本单位其他人填的也一并清除。确定清除吗？", yesText: "清除", cancelText: "不清除") is not true) return;
        await attempt.RunAsync(
            async () =>
            {
                await SaveAsync();
                await Drafts.DiscardAsync(form!.View.Actor, form.Duty.Week, form.Duty.Unit.Code, form.Form.Code, CancellationToken.None);
                if (grid is not null) await grid.ForgetAsync();
                (form, state, attempt.Message) = (null, SaveState.None, "草稿已清除。");
            },
            LoadAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        if (form is not null && form.Sheet.Changes().Count > 0) await SaveAsync();
        pause?.Dispose();
        leaving.Dispose();
    }
}
