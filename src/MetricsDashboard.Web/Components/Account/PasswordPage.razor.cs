using MetricsDashboard.Storage;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace MetricsDashboard.Web.Components.Account;

public sealed partial class PasswordPage(UserManager<MetricsUser> users, SignInManager<MetricsUser> signIn)
{
    private IReadOnlyList<string> messages = [];

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? Wanted { get; set; }

    [SupplyParameterFromForm(FormName = "password")]
    public PasswordInput? Input { get; set; }

    private bool IsForced => HttpContext.User.HasClaim(claim => claim.Type == MetricsClaims.MustChangePassword);

    private async Task ChangeAsync()
    {
        if (await users.GetUserAsync(HttpContext.User) is not { } user) return;
        if (Input is not { Current: { Length: > 0 } current, New: { Length: > 0 } wanted })
        {
            messages = ["请填写原密码和新密码。"];
            return;
        }

        if (wanted != Input.Again)
        {
            messages = ["两次输入的新密码不一致。"];
            return;
        }

        if (wanted == current)
        {
            messages = ["新密码不能与原密码相同。"];
            return;
        }

        // Set before the change, which saves the account: otherwise a fall between two saves leaves a chosen password that must be changed.
        var forced = user.MustChangePassword;
        user.MustChangePassword = false;
        var result = await users.ChangePasswordAsync(user, current, wanted);
        if (!result.Succeeded)
        {
            user.MustChangePassword = forced;
            messages = [.. result.Errors.Select(error => error.Description)];
            return;
        }

        await signIn.RefreshSignInAsync(user);
        HttpContext.Response.Redirect(ReturnUrl.Local(Wanted));
    }

    public sealed class PasswordInput
    {
        public string? Current { get; set; }

        public string? New { get; set; }

        public string? Again { get; set; }
    }
}
