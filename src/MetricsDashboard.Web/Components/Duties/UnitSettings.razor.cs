using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Duties;

/// <summary>本单位设置: whether the unit reviews what it sends, and who stands in for its reviewer.</summary>
public sealed partial class UnitSettings : ComponentBase
{
    private const int Longest = 61;

    private string person = "";
    private int days = 7;

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public required UnitPractice Practice { get; set; }

    /// <summary>Whom the actor can name.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<PersonRow> People { get; set; }

    [Parameter, EditorRequired]
    public required Names Names { get; set; }

    [Parameter, EditorRequired]
    public required Errand Errand { get; set; }

    [Inject]
    public required PracticeStore Practices { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private IReadOnlyList<Deputy> Current => [.. Practice.Deputies.Where(deputy => deputy.Until >= Clock.Today)];

    private async Task SetReviewAsync(bool reviewsItself) => await Errand.RunAsync(
        reviewsItself ? "今后本单位的报送须经审核人审核后上报。" : "今后本单位的报送直接上报，已在等待审核的仍须审核。",
        () => Practices.SetReviewAsync(Actor, Practice.Unit.Code, reviewsItself, Clock.Now, CancellationToken.None));

    private Task NameAsync()
    {
        var until = Clock.Today.AddDays(days);
        return person.Length == 0
            ? Task.CompletedTask
            : Errand.RunAsync($"{Names.Of(person)}可以代理审核，至{WeekText.Day(until)}。", () => NameAsync(person, until));
    }

    private async Task EndAsync(string deputy) => await Errand.RunAsync($"{Names.Of(deputy)}不再代理审核。", () => NameAsync(deputy, Clock.Today.AddDays(-1)));

    private Task NameAsync(string deputy, DateOnly until) => Practices.NameDeputyAsync(Actor, Practice.Unit.Code, deputy, until, Clock.Now, CancellationToken.None);
}
