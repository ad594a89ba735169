using MetricsDashboard.Ingestion.Formats.Cases;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Api;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Commands;

/// <summary>import of a file of cases: what its content is decides, not its name.</summary>
internal static class CasesImport
{
    private const string Source = "命令行导入";

    public static async Task<bool> IsOfCasesAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return await Task.Run(() => CaseFiles.Looks(file, new CaseLayout()), cancellationToken);
    }

    public static async Task<IntakeAnswer> RunAsync(string[] settings, FileInfo path, string sender, bool dryRun, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (dryRun) throw new StartRefusedException("办件文件逐行入库，不能只检查；重复导入不会改变任何数据。");
        await using var host = CommandHost.Create(settings);
        await host.Get<FirstStart>().RunAsync(demonstration: false, progress, cancellationToken);
        var actor = await host.Get<People>().ActorAsync(sender);
        await using var file = File.OpenRead(path.FullName);
        progress.Report($"正在导入办件文件 {path.Name}……");
        var run = await host.Get<TakeCaseFile>().RunAsync(actor, Source, path.Name, file, cancellationToken)
            ?? throw new StartRefusedException("上一批办件还在处理，请等它结束（中断的须等10分钟）后再导入。");
        return await CaseEndpoints.AnswerAsync(run, host.Get<RunStore>(), cancellationToken);
    }

    public static string Text(IntakeAnswer answer) => string.Join(
        Environment.NewLine,
        answer.Issues.Select(issue => $"{issue.Cell} {issue.Message}".Trim())
            .Prepend($"办件：读取{answer.Read}，新增{answer.Created}，更新{answer.Revised}，未变{answer.Unchanged}，待对应{answer.Held}，拒收{answer.Rejected}"));
}
