using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.City;

/// <summary>A saved mapping: what it says, and its name and end.</summary>
public sealed partial class CityMappingPage : ComponentBase
{
    private readonly Attempt attempt = new();

    private View? view;
    private SavedMapping? saved;
    private Names names = Names.None;
    private string name = "";
    private string? failure;
    private bool isDeleting;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required IntakeMappingStore Mappings { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private string FormName => view!.Catalogue.FindForm(saved!.Mapping.Form)?.Name ?? saved.Mapping.Form;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var loaded = await Views.LoadAsync();
            saved = await Mappings.FindAsync(loaded.Actor, Id, CancellationToken.None);
            if (saved is not null) names = await People.OfAsync(loaded.Actor, [saved.SavedBy], CancellationToken.None);
            name = saved?.Mapping.Source ?? "";
            view = loaded;
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private string UseOf(MappedColumn column) => column.Use switch
    {
        ColumnUse.Ignored => "不采用",
        ColumnUse.Unit => "单位",
        _ => view!.Catalogue.FindElement(column.Element)?.Name ?? column.Element ?? "",
    };

    private string MeaningOf(UnitChoice choice) => choice.Unit is { } unit ? view!.Catalogue.FindUnit(unit)?.Name ?? unit : $"不采用：{choice.Reason}";

    private Task RenameAsync() => attempt.RunAsync(
        async () =>
        {
            await Mappings.RenameAsync(view!.Actor, saved!.SourceId, name, CancellationToken.None);
            attempt.Message = $"数据来源已改名为“{name.Trim()}”。";
        },
        LoadAsync);

    private Task RetireAsync() => attempt.RunAsync(
        async () =>
        {
            await Mappings.RetireAsync(view!.Actor, Id, Clock.Now, CancellationToken.None);
            (attempt.Message, isDeleting) = ("列对应已删除。", false);
        },
        LoadAsync);
}
