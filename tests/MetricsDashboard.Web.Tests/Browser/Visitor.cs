using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MetricsDashboard.Web.Tests.Browser;

/// <summary>
/// A person at a browser. Whatever the page complains of (script errors, content-security violations, failed requests) is kept and
/// asserted to be nothing at the end.
/// </summary>
internal sealed partial class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    public Visitor(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 500) complaints.Add($"{response.Status} {response.Url}");
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => complaints;

    public ILocator Main => Page.GetByRole(AriaRole.Main);

    public ILocator Link(string text) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = text, Exact = true });

    public ILocator Button(string text) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex(Regex.Escape(text)) });

    /// <summary>Opens a page of the circuit and waits until it answers clicks.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await ReadyAsync();
    }

    /// <summary>Waits until the circuit answers clicks; a static page has none.</summary>
    public Task ReadyAsync() => Assertions.Expect(Page.Locator("[data-interactive], .plain")).ToHaveCountAsync(1);

    /// <summary>Signs in by a button of the demonstration: the role as the button names it.</summary>
    public async Task SignInAsync(string role)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^" + Regex.Escape(role)) }).ClickAsync();
        await Assertions.Expect(Page).Not.ToHaveURLAsync(AccountAddress());
    }

    /// <summary>Signs in by name and password, and leaves the page at whatever comes then.</summary>
    public async Task SignInAsync(string name, string password)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.GetByLabel("用户名").FillAsync(name);
        await Page.GetByLabel("密码").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "登录", Exact = true }).ClickAsync();
        await Assertions.Expect(Page).Not.ToHaveURLAsync(SignInAddress());
    }

    /// <summary>Signs in for the first time: the one-time password opens nothing but the page that changes it.</summary>
    public async Task SignInFirstAsync(string name, string oneTimePassword, string password)
    {
        await SignInAsync(name, oneTimePassword);
        await Assertions.Expect(Page).ToHaveURLAsync(PasswordAddress());
        await Page.GetByLabel("原密码").FillAsync(oneTimePassword);
        await Page.GetByLabel("新密码（").FillAsync(password);
        await Page.GetByLabel("再输一遍新密码").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "修改", Exact = true }).ClickAsync();
        await Assertions.Expect(Page).Not.ToHaveURLAsync(AccountAddress());
    }

    public void IsContent() => Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    [GeneratedRegex("/account/")]
    private static partial Regex AccountAddress();

    [GeneratedRegex("/account/sign-in")]
    private static partial Regex SignInAddress();

    [GeneratedRegex("/account/password")]
    private static partial Regex PasswordAddress();
}
