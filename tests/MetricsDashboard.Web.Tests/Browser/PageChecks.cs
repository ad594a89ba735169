using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MetricsDashboard.Web.Tests.Browser;

/// <summary>What every page owes its reader, on every screen.</summary>
internal static partial class PageChecks
{
    // File formats and units of size have no other name; names of accounts are their owners' choice.
    private static readonly string[] Allowed = ["Word", "CSV", "MB", "KB", "xlsx", "xls", "csv", "html", "docx", "Hangfire"];

    /// <summary>One heading, one main landmark, nothing wider than the screen, nothing but Chinese.</summary>
    public static async Task IsSoundAsync(this Visitor visitor)
    {
        await visitor.IsLoadedAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Main).ToHaveCountAsync(1);
        var overflow = await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{visitor.Page.Url}: {overflow} px wider than the screen");
        await visitor.IsChineseAsync();
    }

    /// <summary>Nothing but Chinese, and no week that only programs write.</summary>
    public static async Task IsChineseAsync(this Visitor visitor)
    {
        // The job dashboard translates itself at the end of its loading.
        await visitor.Page.WaitForLoadStateAsync(LoadState.Load);
        var text = AccountPattern().Replace(await visitor.Page.Locator("body").InnerTextAsync(), "");
        var foreign = WordPattern().Matches(text).Select(match => match.Value).Except(Allowed, StringComparer.Ordinal).ToList();
        Assert.True(foreign.Count == 0, $"{visitor.Page.Url}: {string.Join(' ', foreign)}");
        Assert.DoesNotMatch(@"\d{4}-?W\d{2}", text);
    }

    /// <summary>Waits until the page shows something.</summary>
    public static async Task IsLoadedAsync(this Visitor visitor)
    {
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".loading")).ToHaveCountAsync(0);
    }

    /// <summary>Keeps a picture of the whole page under artifacts/screenshots, for people to look at.</summary>
    public static Task PictureAsync(this Visitor visitor, string name) => visitor.Page.ScreenshotAsync(new PageScreenshotOptions
    {
        FullPage = true,
        Path = Path.Combine(MetricsProcess.Repository, "artifacts", "screenshots", name + ".png"),
    });

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex WordPattern();

    [GeneratedRegex("demo-[a-z-]+|baofeng|yexian|reviewer|admin")]
    private static partial Regex AccountPattern();
}
