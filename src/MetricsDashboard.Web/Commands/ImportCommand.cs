using System.CommandLine;
using System.Text.Json;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Api;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Commands;

/// <summary>import: the same path as an upload, without queue and page.</summary>
internal static class ImportCommand
{
    public static Command Create(string[] settings)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "报表文件（.xlsx、.xls 或 .csv），或办件文件（.csv、.xlsx、JSON）" }.AcceptExistingOnly();
        var form = new Option<string?>("--form") { Description = "只收这张报表", HelpName = "CODE" };
        var unit = new Option<string?>("--unit") { Description = "只收这个单位", HelpName = "CODE" };
        var week = WeekOption.Create("--week", "只收这一统计周");
        var sender = new Option<string>("--as") { Description = "报送人的用户名", HelpName = "USER", Required = true };
        var reviewer = new Option<string?>("--accept-as") { Description = "随即以此用户审核接收，不能与报送人相同", HelpName = "OTHER" };
        var dryRun = new Option<bool>("--dry-run") { Description = "只检查，不保存" };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出" };
        var command = new Command("import", "导入报表文件，与网页上传同一流程") { file, form, unit, week, sender, reviewer, dryRun, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var io = parsed.InvocationConfiguration;
            var name = parsed.GetRequiredValue(sender);
            var other = parsed.GetValue(reviewer);
            if (string.Equals(name, other, StringComparison.OrdinalIgnoreCase)) throw new StartRefusedException("审核人不能与报送人相同。");
            var path = parsed.GetRequiredValue(file);
            if (await CasesImport.IsOfCasesAsync(path.FullName, cancellationToken))
            {
                var taken = await CasesImport.RunAsync(settings, path, name, parsed.GetValue(dryRun), new ErrorProgress(io.Error), cancellationToken);
                await io.Output.WriteLineAsync(parsed.GetValue(json) ? JsonSerializer.Serialize(taken, ApiJson.Indented) : CasesImport.Text(taken));
                return taken.Status is IntakeStatus.Stored ? CommandLine.Done : CommandLine.Refused;
            }

            var bytes = await File.ReadAllBytesAsync(path.FullName, cancellationToken);
            var import = new Import(path.Name, bytes, parsed.GetValue(form), parsed.GetValue(unit), WeekOption.Read(parsed, week), name, other);
            var outcome = parsed.GetValue(dryRun)
                ? await import.TryAsync(settings, cancellationToken)
                : await import.RunAsync(settings, new ErrorProgress(io.Error), cancellationToken);
            var answer = IntakeAnswer.Of(outcome);
            await io.Output.WriteLineAsync(parsed.GetValue(json) ? JsonSerializer.Serialize(answer, ApiJson.Indented) : IntakeText.Of(outcome));
            return outcome.Status is IntakeStatus.Stored or IntakeStatus.Checked ? CommandLine.Done : CommandLine.Refused;
        });
        return command;
    }

    private sealed record Import(string FileName, byte[] Bytes, string? Form, string? Unit, ReportingWeek? Week, string Sender, string? Reviewer)
    {
        public async Task<IntakeOutcome> TryAsync(string[] settings, CancellationToken cancellationToken)
        {
            await using var host = CommandHost.Create(settings, untouched: true);
            await host.Get<FirstStart>().OpenAsync(cancellationToken);
            var actor = await host.Get<People>().ActorAsync(Sender);
            if (Reviewer is not null) await ReviewerAsync(host);
            return await host.Get<Receive>().TryAsync(new IntakeRequest(actor, Form, Unit, Week), FileName, Bytes, host.Get<BusinessClock>().Now, cancellationToken);
        }

        public async Task<IntakeOutcome> RunAsync(string[] settings, ErrorProgress progress, CancellationToken cancellationToken)
        {
            await using var host = CommandHost.Create(settings);
            await host.Get<FirstStart>().RunAsync(demonstration: false, progress, cancellationToken);
            var actor = await host.Get<People>().ActorAsync(Sender);
            var reviewer = Reviewer is null ? null : await ReviewerAsync(host);
            var receive = host.Get<Receive>();
            var now = host.Get<BusinessClock>().Now;
            var id = await receive.TakeInAsync(actor, new NewUpload(FileName, Bytes, Form, Unit, Week, UploadChannel.CommandLine), now, cancellationToken);
            progress.Report($"文件已收下（编号 {id}），正在检查和保存……");
            var outcome = await receive.ProcessAsync(id, now, cancellationToken)
                ?? throw new StartRefusedException($"文件已保存（编号 {id}），正由服务进程处理，请在上传记录里查看结果。");
            return reviewer is null || outcome.Status is not IntakeStatus.Stored ? outcome : await AcceptAsync(host, reviewer, outcome, now, cancellationToken);
        }

        private async Task<Actor> ReviewerAsync(CommandHost host)
        {
            var actor = await host.Get<People>().ActorAsync(Reviewer!);
            return actor.MayReview(Sender) ? actor : throw new StartRefusedException($"用户“{Reviewer}”（{actor.Role.Name()}）不能审核报送的报表。");
        }

        private static async Task<IntakeOutcome> AcceptAsync(
            CommandHost host, Actor reviewer, IntakeOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var waiting = outcome.Submissions.Where(receipt => receipt.Status is SubmissionState.Submitted).Select(receipt => receipt.Id).ToList();
            if (waiting.Count == 0) return outcome;
            var accepted = await host.Get<Accept>().RunAsync(reviewer, waiting, now, cancellationToken);
            var faults = accepted.Results.Where(result => result.Status is not AcceptStatus.Accepted).ToList();
            if (faults.Count > 0) throw new StateConflictException(string.Concat(faults.Select(fault => fault.Message)));
            return outcome with { Submissions = [.. outcome.Submissions.Select(receipt => receipt with { Status = SubmissionState.Accepted })] };
        }
    }
}
