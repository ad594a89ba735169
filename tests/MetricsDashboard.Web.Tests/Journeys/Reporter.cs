using System.Text.RegularExpressions;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.Playwright;

namespace MetricsDashboard.Web.Tests.Journeys;

/// <summary>What a county's reporter does in the browser every week.</summary>
internal static partial class Reporter
{
    /// <summary>Figures that fit together, for a county with so many items on application.</summary>
    public static Dictionary<string, long> Items(long onApplication, long runOnce, long online, long total, long complete) => new()
    {
        ["items_total"] = total,
        ["items_on_application"] = onApplication,
        ["items_hall_required"] = onApplication,
        ["items_hall_settled"] = onApplication,
        ["items_run_once"] = runOnce,
        ["items_no_visit"] = runOnce,
        ["items_instant"] = 0,
        ["items_online"] = online,
        ["items_with_online_address"] = online,
        ["items_single_sign_on"] = online,
        ["items_elements_complete"] = complete,
        ["statutory_days"] = 1000,
        ["promised_days"] = 400,
    };

    /// <summary>What the task force writes.</summary>
    public static Dictionary<string, string> Words { get; } = new()
    {
        ["progress_this_week"] = "召开调度会1次，\n逐项核对事项要素。",
        ["progress_next_steps"] = "继续核对；无需市级协调事项。",
    };

    /// <summary>Downloads the unit's workbook of the week from 报送.</summary>
    /// <returns>The file and the week in its address.</returns>
    public static async Task<(string File, string Week)> DownloadAsync(this Visitor visitor, string folder)
    {
        await visitor.GoAsync("/submit");
        var link = visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = WorkbookPattern() });
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        var file = Path.Combine(folder, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        return (file, WeekPattern().Match(await link.GetAttributeAsync("href") ?? "").Value);
    }

    /// <summary>Uploads a file by the form and stands on the page of its result, to which the 303 leads.</summary>
    public static async Task UploadAsync(this Visitor visitor, string file)
    {
        await visitor.Page.GotoAsync("/uploads");
        await visitor.Page.GetByLabel("选择报表文件").SetInputFilesAsync(file);
        var answer = await visitor.Page.RunAndWaitForResponseAsync(
            () => visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "上传", Exact = true }).ClickAsync(),
            response => response.Request.Method == "POST");
        Assert.Equal(303, answer.Status);
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(ResultPattern());
    }

    /// <summary>Sends what stands checked on the page of its result, with the same words wherever an explanation is asked for.</summary>
    public static async Task ConfirmAsync(this Visitor visitor, string explanation = "与实际一致，已核对")
    {
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("待确认报送");
        foreach (var box in await visitor.Page.GetByRole(AriaRole.Textbox).AllAsync()) await box.FillAsync(explanation);
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "确认报送", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(ResultPattern());
    }

    [GeneratedRegex("^下载.*本[周期]报表$")]
    private static partial Regex WorkbookPattern();

    [GeneratedRegex("[0-9]{4}-W[0-9]{2}")]
    private static partial Regex WeekPattern();

    [GeneratedRegex("/uploads/[0-9a-f-]{36}$")]
    private static partial Regex ResultPattern();
}
