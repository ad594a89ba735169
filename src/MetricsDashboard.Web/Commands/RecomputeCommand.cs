using System.CommandLine;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Commands;

internal static class RecomputeCommand
{
    private const int Shown = 50;

    public static Command Create(string[] settings)
    {
        var week = WeekOption.Create("--week", "只算这一统计周");
        var check = new Option<bool>("--check") { Description = "只比较不改写；有差异时退出码为 1" };
        var command = new Command("recompute", "由数据值重新计算指标结果") { week, check };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var io = parsed.InvocationConfiguration;
            var only = parsed.GetValue(check);
            await using var host = CommandHost.Create(settings, readOnly: only);
            await host.Get<FirstStart>().OpenAsync(cancellationToken);
            IReadOnlyList<ReportingWeek> weeks = WeekOption.Read(parsed, week) is { } one
                ? [one]
                : [.. (await host.Get<WeekStore>().ListAsync(Actor.System, cancellationToken)).Select(row => row.Week).Order()];
            var snapshots = host.Get<SnapshotStore>();
            var now = host.Get<BusinessClock>().Now;
            var differences = new List<SnapshotDifference>();
            foreach (var current in weeks)
            {
                await io.Error.WriteLineAsync($"{current} ……");
                differences.AddRange(await snapshots.RecomputeAsync(Actor.System, [current], only, now, cancellationToken));
            }

            foreach (var difference in differences.Take(Shown))
                await io.Output.WriteLineAsync($"{difference.Week} {difference.Indicator} {difference.Unit}：原为 {Text(difference.Stored)}，应为 {Text(difference.Computed)}");
            await io.Output.WriteLineAsync(differences.Count == 0
                ? $"{weeks.Count} 周指标结果与数据值一致。"
                : $"{weeks.Count} 周中有 {differences.Count} 条指标结果与数据值不一致{(only ? "" : "，已改正")}。");
            return only && differences.Count > 0 ? CommandLine.Difference : CommandLine.Done;
        });
        return command;
    }

    private static string Text(Snapshot? snapshot) => snapshot is null ? "无" : $"{snapshot.Numerator}/{snapshot.Denominator}";
}
