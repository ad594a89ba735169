using System.Text.RegularExpressions;
using MetricsDashboard.Web.Tests.Browser;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>What scripts rely on (design.md section 9): verbs, help, exit codes. None of it needs an installation, and none makes one.</summary>
public sealed partial class CommandContractTests
{
    [Theory]
    [InlineData("")]
    [InlineData("serve")]
    [InlineData("migrate")]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("report")]
    [InlineData("recompute")]
    [InlineData("user")]
    [InlineData("user add")]
    [InlineData("token")]
    [InlineData("token add")]
    public async Task Help_OfEveryVerb_IsChinese(string verb)
    {
        using var directory = new TemporaryDirectory();

        var result = await MetricsProcess.RunAsync(directory.FullPath, [.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        var help = result.Succeeded().Output;
        Assert.Contains("说明：", help, StringComparison.Ordinal);
        Assert.Contains("用法：", help, StringComparison.Ordinal);
        Assert.All(help.Split('\n').Where(line => line.StartsWith("  -", StringComparison.Ordinal)), line => Assert.Matches(Chinese(), line));
        Assert.DoesNotMatch(English(), help);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("serve --frobnicate")]
    [InlineData("migrate surplus")]
    [InlineData("import")]
    [InlineData("import missing.xlsx --as somebody")]
    [InlineData("export --what everything --output out.csv")]
    [InlineData("export --what snapshots --week 2020-W60 --output out.csv")]
    [InlineData("export --what snapshots --output out.csv")]
    [InlineData("report 2020-39 --format docx --output out.docx")]
    [InlineData("report 2020-W39 --format odt --output out.odt")]
    [InlineData("report 2020-W39 --format pdf --output out.pdf")]
    [InlineData("recompute --check")]
    [InlineData("user add somebody --role King")]
    [InlineData("token add something")]
    public async Task Run_CommandThatCannotBe_ExitsTwoWithASentenceAndMakesNothing(string arguments)
    {
        using var directory = new TemporaryDirectory();

        var result = await MetricsProcess.RunAsync(directory.FullPath, arguments.Split(' '));

        Assert.True(result.ExitCode == 2, $"exit {result.ExitCode}\n{result.Output}\n{result.Errors}");
        Assert.All(result.Errors.TrimEnd().Split('\n').Where(line => !line.StartsWith('\t')), line => Assert.Matches(Chinese(), line));
        Assert.Empty(result.Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(directory.FullPath));
    }

    [GeneratedRegex("[一-龥]")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\b(Description|Usage|Options|Arguments|Commands|REQUIRED|Show|help and usage|version information|default|command|options)\b")]
    private static partial Regex English();
}
