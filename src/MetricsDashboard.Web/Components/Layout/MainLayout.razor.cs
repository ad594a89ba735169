using System.Security.Claims;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace MetricsDashboard.Web.Components.Layout;

public sealed partial class MainLayout(Installed installed, MenuCounts counts, NavigationManager navigation, IJSRuntime script, ILogger<MainLayout> log)
{
    private readonly string reference = Guid.NewGuid().ToString("N")[..8];

    private bool interactive;
    private bool dark;
    private bool drawerOpen = true;
    private ErrorBoundary? boundary;
    private Exception? logged;

    [CascadingParameter(Name = ChosenTheme.Cascade)]
    public string? Chosen { get; set; }

    private Installed Installed => installed;

    private MenuCounts Counts => counts;

    // A bare “#content” would resolve against <base href="/"> and leave the page.
    private string SkipLink => new Uri(navigation.Uri).PathAndQuery + "#content";

    protected override void OnInitialized() => dark = Chosen == ChosenTheme.Dark;

    protected override void OnParametersSet() => boundary?.Recover();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        try
        {
            dark = await script.InvokeAsync<bool>("metrics.darkMode");
        }
        catch (JSDisconnectedException)
        {
            return;
        }

        // Clicks before the circuit connects are lost; browser tests wait for this attribute.
        interactive = true;
        StateHasChanged();
    }

    private static string DisplayName(ClaimsPrincipal user) => user.FindFirstValue(MetricsClaims.DisplayName) ?? user.Actor().Name;

    private string RoleLine(ClaimsPrincipal user)
    {
        var actor = user.Actor();
        return installed.Catalogue.FindUnit(actor.Unit) is { } unit ? $"{unit.ShortName} {actor.Role.Name()}" : actor.Role.Name();
    }

    private async Task ToggleDark()
    {
        dark = !dark;
        await script.InvokeVoidAsync("metrics.rememberDarkMode", dark);
    }

    private string Reference(Exception failure)
    {
        if (!ReferenceEquals(logged, failure))
        {
            logged = failure;
            log.LogError(failure, "A page failed; reference {Reference}", reference);
        }

        return reference;
    }
}
