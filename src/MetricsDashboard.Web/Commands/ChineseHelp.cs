using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text.RegularExpressions;

namespace MetricsDashboard.Web.Commands;

/// <summary>The help of every verb, with the library's headings in Chinese where its own translation stops.</summary>
internal sealed partial class ChineseHelp(SynchronousCommandLineAction library) : SynchronousCommandLineAction
{
    private static readonly (string Theirs, string Ours)[] Words =
    [
        ("Description:", "说明："), ("Usage:", "用法："), ("Arguments:", "参数："), ("Options:", "选项："), ("Commands:", "命令："),
        ("用法:", "用法："), ("参数:", "参数："), ("选项:", "选项："), ("命令:", "命令："), ("(REQUIRED)", "（必填）"), ("[command]", "[命令]"), ("[options]", "[选项]"),
    ];

    /// <summary>Asked for help, nobody is told what is missing.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var io = parseResult.InvocationConfiguration;
        var output = io.Output;
        using var text = new StringWriter();
        io.Output = text;
        var code = library.Invoke(parseResult);
        io.Output = output;
        output.Write(Words.Aggregate(text.ToString(), (help, word) => help.Replace(word.Theirs, word.Ours, StringComparison.Ordinal)));
        return code;
    }

    /// <summary>A fault of the arguments; the library's Chinese lacks the sentence about options.</summary>
    public static string Fault(string message) => RequiredOption().Replace(message, "缺少必填选项: '$1'.");

    /// <summary>The help option of the root serves every verb below it.</summary>
    public static void Use(RootCommand root)
    {
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Description = "显示帮助";
            help.Action = new ChineseHelp((SynchronousCommandLineAction)help.Action!);
        }

        foreach (var version in root.Options.OfType<VersionOption>()) version.Description = "显示版本";
    }

    [GeneratedRegex("^Option '(.+)' is required\\.$")]
    private static partial Regex RequiredOption();
}
