using MetricsDashboard.Storage;
using MetricsDashboard.Web.Demonstration;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace MetricsDashboard.Web.Components.Account;

public sealed partial class SignInPage(SignInManager<MetricsUser> signIn, Installed installed, ILogger<SignInPage> log)
{
    private string? message;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? Wanted { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public SignInInput? Input { get; set; }

    [SupplyParameterFromForm(FormName = "demonstration", Name = "Demonstration")]
    public string? DemonstrationName { get; set; }

    protected override void OnInitialized()
    {
        if (HttpMethods.IsGet(HttpContext.Request.Method) && HttpContext.User.Identity?.IsAuthenticated == true) Leave();
    }

    private async Task SignInAsync()
    {
        if (Input is not { Name: { Length: > 0 } name, Password: { Length: > 0 } password })
        {
            message = "请填写用户名和密码。";
            return;
        }

        var result = await signIn.PasswordSignInAsync(name.Trim(), password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            log.LogInformation("{User} signed in", name);
            Leave();
            return;
        }

        // One sentence for an unknown name and a wrong password: nobody learns here which names exist.
        message = result.IsLockedOut ? "登录失败次数过多，账号已锁定，请 15 分钟后再试。" : "用户名或密码不正确。";
        HttpContext.Response.StatusCode = StatusCodes.Status401Unauthorized;
        log.LogWarning("Sign-in refused for {User}, locked out: {LockedOut}", name, result.IsLockedOut);
    }

    private async Task SignInDemonstrationAsync()
    {
        // Elsewhere the button does not exist, and neither does what it does.
        if (!installed.IsDemonstration || DemonstrationPeople.SignIns.FirstOrDefault(person => person.Name == DemonstrationName) is not { } account)
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
            message = "没有这个演示账号。";
            return;
        }

        if (await signIn.UserManager.FindByNameAsync(account.Name) is not { } user)
        {
            message = "没有这个演示账号。";
            return;
        }

        await signIn.SignInAsync(user, isPersistent: false);
        Leave();
    }

    private void Leave() => HttpContext.Response.Redirect(ReturnUrl.Local(Wanted));

    public sealed class SignInInput
    {
        public string? Name { get; set; }

        public string? Password { get; set; }
    }
}
