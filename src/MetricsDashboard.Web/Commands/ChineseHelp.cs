using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MetricsDashboard.Web.Commands;

/// <summary>The library's help in Chinese: its translation leaves out some texts.</summary>
internal sealed class ChineseHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(text.ToString().Replace("Description:", "说明:", StringComparison.Ordinal).Replace("Show help and usage information", "显示帮助", StringComparison.Ordinal).Replace("(REQUIRED)", "（必填）", StringComparison.Ordinal));
        return code;
    }

    public static void Use(Command root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
            if (option.Action is HelpAction standard) option.Action = new ChineseHelp(standard);
    }
}
