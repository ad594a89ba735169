using System.Globalization;
using Hangfire;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Jobs;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Sources;

/// <summary>待对应词语: what the sources say and nobody explained so far, and what was said of other words.</summary>
public sealed partial class TermsPage : ComponentBase
{
    private const int Shown = 100;
    private const int ShownSaid = 200;

    private readonly Attempt attempt = new();
    private Actor? actor;
    private TermMeanings? meanings;
    private IReadOnlyList<HeldTerm> waiting = [];
    private IReadOnlyList<SaidTerm> said = [];
    private IReadOnlyList<SourceRow> sources = [];
    private Names names = Names.None;
    private SaidTerm? changing;
    private string? failure;

    [SupplyParameterFromQuery(Name = "source")]
    public string? AskedSource { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required HeldTermStore Terms { get; set; }

    [Inject]
    public required SourceStore Sources { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    [Inject]
    public required IBackgroundJobClient Jobs { get; set; }

    private Guid? Source => Guid.TryParse(AskedSource, out var source) ? source : null;

    private IReadOnlyList<HeldTerm> Waiting => Source is { } source ? [.. waiting.Where(term => term.SourceId == source)] : waiting;

    private IReadOnlyList<SaidTerm> Said => Source is { } source ? [.. said.Where(term => term.SourceId == source)] : said;

    private IReadOnlyList<FilterOption> SourceOptions => [.. sources.Select(source => new FilterOption(source.Id.ToString(), source.Name))];

    private string Headline => Waiting.Count == 0
        ? $"已对应{Said.Count(term => term.IsInForce)}个词语，没有办件在等待。"
        : $"{Waiting.Count}个词语还不认识，{Number(Waiting.Sum(term => term.Rows))}条办件在等待。";

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var view = await Views.LoadAsync();
            actor = view.Actor;
            sources = await Sources.ListAsync(actor, CancellationToken.None);
            waiting = await Terms.WaitingAsync(actor, CancellationToken.None);
            said = await Terms.SaidAsync(actor, ShownSaid, CancellationToken.None);
            names = await People.OfAsync(actor, said.Select(term => term.SaidBy), CancellationToken.None);
            meanings = new TermMeanings(view.Catalogue);
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private Task SayAsync(Guid source, CaseTermKind kind, string text, string meaning) => attempt.RunAsync(
        async () =>
        {
            var rows = await Terms.SayAsync(actor!, source, kind, text, meaning, Clock.Now, CancellationToken.None);
            if (rows > 0) ReleaseHeldJob.Enqueue(Jobs, source, actor!.Name);
            changing = null;
            attempt.Message = $"已把{kind.Name()}“{text}”对应为“{meanings!.NameOf(kind, meaning)}”{(rows > 0 ? $"，正在补入{Number(rows)}条办件" : "，以后收到的办件照此办理")}。";
        },
        LoadAsync);

    private static string SeenAt(HeldTerm term) => term.FirstAt == term.LastAt ? Moments.Text(term.FirstAt) : $"{Moments.Text(term.FirstAt)}至{Moments.Text(term.LastAt)}";

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
