using Microsoft.Playwright;

namespace MetricsDashboard.Web.Tests.Browser;

/// <summary>
/// A person at a browser. Whatever the page complains of (script errors, content-security violations, failed requests) is kept and
/// asserted to be nothing at the end.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private Visitor(IPlaywright playwright, IBrowser browser, IBrowserContext context, IPage page)
    {
        (this.playwright, this.browser, this.context, Page) = (playwright, browser, context, page);
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

    public static async Task<Visitor> OpenAsync(Uri server, int width = 1440, int height = 900, bool dark = false)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Arguments });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            AcceptDownloads = true,
        });
        return new Visitor(playwright, browser, context, await context.NewPageAsync());
    }

    /// <summary>Opens an interactive page and waits until its circuit answers clicks.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.Locator("[data-interactive]").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        await browser.CloseAsync();
        playwright.Dispose();
    }
}
