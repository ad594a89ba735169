using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Text;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Commands;

/// <summary>The command line: verbs, and what ends a process with which code (0 done, 1 difference found, 2 refused).</summary>
public static class CommandLine
{
    public const int Done = 0;
    public const int Difference = 1;
    public const int Refused = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return await RunAsync(args, Console.Out, Console.Error);
    }

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = WebPipeline.Culture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = WebPipeline.Culture;
        var (settings, rest) = CommandSettings.Of(args);
        var parsed = Root(settings).Parse(rest);
        var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors) await error.WriteLineAsync(ChineseHelp.Fault(fault.Message));
            await error.WriteLineAsync("用法见 --help。");
            return Refused;
        }

        try
        {
            return await parsed.InvokeAsync(invocation);
        }
        catch (StartRefusedException refused)
        {
            await error.WriteLineAsync(refused.Message);
        }
        catch (AccessDeniedException denied)
        {
            await error.WriteLineAsync(denied.Message);
        }
        catch (StateConflictException conflict)
        {
            await error.WriteLineAsync(conflict.Message);
        }
        catch (DbException failure)
        {
            await error.WriteLineAsync($"数据库操作失败：{failure.Message}");
        }
        catch (IOException failure)
        {
            await error.WriteLineAsync($"文件或网络端口无法使用：{failure.Message}");
        }

        return Refused;
    }

    private static RootCommand Root(string[] settings)
    {
        var root = new RootCommand("政务服务指标看板：收集、汇总、展示每周指标，生成《提升政务服务能力工作周报》。不带命令等同于 serve。");
        var serve = ServeCommand.Create(settings);
        root.Add(serve);
        root.Add(MigrateCommand.Create(settings));
        root.Add(ImportCommand.Create(settings));
        root.Add(ExportCommand.Create(settings));
        root.Add(ReportCommand.Create(settings));
        root.Add(RecomputeCommand.Create(settings));
        root.Add(UserCommand.Create(settings));
        root.Add(TokenCommand.Create(settings));
        root.Action = serve.Action;
        foreach (var option in serve.Options) root.Add(option);
        ChineseHelp.Use(root);
        return root;
    }
}
