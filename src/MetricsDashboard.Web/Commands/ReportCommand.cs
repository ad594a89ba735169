using System.CommandLine;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Commands;

internal static class ReportCommand
{
    public static Command Create(string[] settings)
    {
        var week = WeekOption.Argument("统计周");
        var format = new Option<string>("--format") { Description = "文件格式", Required = true };
        format.AcceptOnlyFromAmong(ReportFormats.Docx, ReportFormats.Html, ReportFormats.Pdf);
        var output = new Option<FileInfo>("--output") { Description = "输出文件", HelpName = "FILE", Required = true };
        var command = new Command("report", "输出周报：已印发的原样输出，未印发的输出预览") { week, format, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetRequiredValue(format) is ReportFormats.Pdf) throw new StartRefusedException(ReportFormats.PdfSentence);
            await using var host = CommandHost.Create(settings, readOnly: true);
            await host.Get<FirstStart>().OpenAsync(cancellationToken);
            var asked = await host.Get<WeekStore>().KeyOfAsync(Actor.System, ReportingWeek.Parse(parsed.GetRequiredValue(week)), cancellationToken);
            var bytes = await host.Get<Publish>().FileAsync(
                Actor.System, asked, parsed.GetRequiredValue(format), cancellationToken);
            var target = parsed.GetRequiredValue(output);
            await File.WriteAllBytesAsync(target.FullName, bytes, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"已写入 {target.FullName}");
            return CommandLine.Done;
        });
        return command;
    }
}
