using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>周报: the issues with their states, files, and the signer's button.</summary>
public sealed partial class Weekly : ComponentBase
{
    private View? view;
    private IReadOnlyList<ReportRow> reports = [];
    private IReadOnlyDictionary<ReportingWeek, int> corrected = new Dictionary<ReportingWeek, int>();
    private string? failure;
    private string? message;
    private string? refusal;
    private bool busy;

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required ReportStore Reports { get; set; }

    [Inject]
    public required CorrectionStore Corrections { get; set; }

    [Inject]
    public required Publish Publish { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; set; }

    private bool MaySign => view?.Actor.Role is Role.Signer;

    private bool MayDraft => view?.Actor.Role is Role.Drafter;

    protected override Task OnInitializedAsync() => LoadAsync();

    private static bool IsPublished(ReportRow report) => report.State is ReportState.Published;

    private async Task LoadAsync()
    {
        try
        {
            var loaded = await Views.LoadAsync();
            reports = [.. (await Reports.ListAsync(loaded.Actor, CancellationToken.None)).OrderByDescending(report => report.Week)];
            corrected = await Corrections.SincePublishedAsync(loaded.Actor, CancellationToken.None);
            view = loaded;
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private Task AskAsync(ReportRow report) => DoAsync(async () =>
    {
        var answer = await Dialogs.ShowMessageBoxAsync(
            $"签发第{report.Issue}期", "签发后周报即印发，内容不能再改动。确定签发吗？", yesText: "签发", cancelText: "取消");
        if (answer is not true) return;
        await Publish.RunAsync(view!.Actor, report.Week, Clock.Today, Clock.Now, CancellationToken.None);
        message = $"第{report.Issue}期已印发。";
    });

    private Task RedraftAsync(ReportRow report) => DoAsync(async () =>
    {
        await Publish.DraftAsync(view!.Actor, report.Week, Clock.Now, CancellationToken.None);
        message = $"第{report.Issue}期草稿已按最新数据重新生成。";
    });

    /// <summary>One thing at a time; what the rules refuse is said, and the list shows how things stand now.</summary>
    private async Task DoAsync(Func<Task> work)
    {
        if (busy) return;
        busy = true;
        (message, refusal) = (null, null);
        try
        {
            await work();
        }
        catch (Exception denied) when (denied is AccessDeniedException or StateConflictException)
        {
            refusal = denied.Message;
        }
        finally
        {
            busy = false;
        }

        await LoadAsync();
    }
}
