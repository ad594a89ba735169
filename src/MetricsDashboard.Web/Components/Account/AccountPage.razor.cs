using MetricsDashboard.Storage;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Components.Account;

/// <summary>我的账号: who one is here, what the role may do, and how the own account stands.</summary>
public sealed partial class AccountPage(UserManager<MetricsUser> users, Installed installed, IOptions<IdentityOptions> identity, BusinessClock clock)
{
    private MetricsUser account = new();
    private DateTimeOffset? expires;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private string UnitText => installed.Catalogue.FindUnit(account.Unit)?.Name ?? "不限于某一单位";

    private string StateText => account.LockoutEnd is { } until && until > clock.RealNow ? $"已锁定，至{Time(until)}" : "正常";

    protected override async Task OnInitializedAsync()
    {
        account = await users.GetUserAsync(HttpContext.User) ?? throw new InvalidOperationException("The signed-in account is gone.");
        expires = (await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.ExpiresUtc;
    }

    private static string Time(DateTimeOffset moment) => BusinessClock.Local(moment).ToString("yyyy年M月d日 HH:mm", WebPipeline.Culture);
}
