using System.Globalization;
using Hangfire;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Jobs;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Cases;

/// <summary>红黄牌阈值: by which cards are derived where a source shows none.</summary>
public sealed partial class ThresholdsPage : ComponentBase
{
    private readonly Attempt attempt = new();

    private Model? model;
    private string? failure;
    private string warning = "";
    private string yellow = "past";
    private string red = "";
    private string reason = "";

    [Inject]
    public required ActorAccessor Actors { get; set; }

    [Inject]
    public required CardThresholdsStore Store { get; set; }

    [Inject]
    public required IBackgroundJobClient Jobs { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private bool MayChange => model?.Actor.Role is Role.Administrator;

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        Fill();
    }

    private async Task LoadAsync()
    {
        try
        {
            var actor = await Actors.ActorAsync();
            var history = await Store.HistoryAsync(actor, CancellationToken.None);
            var names = await People.OfAsync(actor, history.Select(row => row.ChangedBy), CancellationToken.None);
            model = new Model(actor, history is [var newest, ..] ? newest.Thresholds : CardThresholds.Standard, history, names);
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private void Fill()
    {
        if (model is null) return;
        warning = model.Current.WarningWorkdays.ToString(CultureInfo.InvariantCulture);
        yellow = model.Current.YellowOnDueDay ? "day" : "past";
        red = model.Current.RedAfterWorkdays?.ToString(CultureInfo.InvariantCulture) ?? "";
        reason = "";
    }

    private Task ChangeAsync() => attempt.RunAsync(
        async () =>
        {
            var wanted = new CardThresholds(Days("预警", warning), yellow == "day", red.Trim().Length == 0 ? null : Days("红牌", red));
            await Store.ChangeAsync(model!.Actor, model.History is [var newest, ..] ? newest.No : 0, wanted, reason, Clock.Now, CancellationToken.None);
            DeriveCardsJob.Enqueue(Jobs);
            attempt.Message = "阈值已修改。";
            reason = "";
        },
        LoadAsync);

    private static int Days(string what, string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
        ? days
        : throw new StateConflictException($"{what}的工作日数{Quotation.Of(text.Trim())}不是整数，请填写整数。");

    private sealed record Model(Actor Actor, CardThresholds Current, IReadOnlyList<CardThresholdsRow> History, Names Names);
}
