using System.CommandLine;
using System.Text;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Commands;

internal static class ExportCommand
{
    private const string Snapshots = "snapshots";
    private const string Observations = "observations";
    private const string FormData = "form";

    public static Command Create(string[] settings)
    {
        var what = new Option<string>("--what") { Description = "导出内容：snapshots 指标结果，observations 数据值（全部修订），form 一张报表（.csv 为已接收的数值，.xlsx 为预填的空表）", Required = true };
        what.AcceptOnlyFromAmong(Snapshots, Observations, FormData);
        var week = WeekOption.Create("--week", "统计周，或起始统计周");
        var weekTo = WeekOption.Create("--week-to", "截至统计周");
        var form = new Option<string?>("--form") { Description = "报表代码", HelpName = "CODE" };
        var unit = new Option<string?>("--unit") { Description = "单位代码", HelpName = "CODE" };
        var output = new Option<FileInfo>("--output") { Description = "输出文件", HelpName = "FILE", Required = true };
        var command = new Command("export", "导出数据") { what, week, weekTo, form, unit, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = CommandHost.Create(settings, readOnly: true);
            await host.Get<FirstStart>().OpenAsync(cancellationToken);
            var catalogue = host.Get<Installed>().Catalogue;
            var scope = new Scope(
                WeekOption.Read(parsed, week),
                WeekOption.Read(parsed, weekTo),
                Known(parsed.GetValue(form), code => catalogue.FindForm(code) is not null, "报表"),
                Known(parsed.GetValue(unit), code => catalogue.FindUnit(code) is not null, "单位"));
            if (scope is { Week: null, WeekTo: not null }) throw new StartRefusedException("--week-to 要与 --week 同时使用。");
            var target = parsed.GetRequiredValue(output);
            var rows = parsed.GetRequiredValue(what) switch
            {
                Snapshots => await SnapshotsAsync(host, scope, target, cancellationToken),
                Observations => await ObservationsAsync(host, scope, target, cancellationToken),
                _ => await FormAsync(host, scope, target, cancellationToken),
            };
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"已写入 {target.FullName}，共 {rows} 行。");
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<int> SnapshotsAsync(CommandHost host, Scope scope, FileInfo target, CancellationToken cancellationToken)
    {
        var catalogue = host.Get<Installed>().Catalogue;
        var store = host.Get<SnapshotStore>();
        var known = (await host.Get<WeekStore>().ListAsync(Actor.System, cancellationToken)).Select(row => row.Week).Where(scope.Includes).Order();
        var rows = 0;
        await using var csv = Writer(target);
        await csv.WriteLineAsync(CsvExport.SnapshotHeading);
        foreach (var week in known)
        {
            foreach (var row in (await store.WeekAsync(Actor.System, week, cancellationToken)).All.Where(row => scope.Unit is null || row.Unit == scope.Unit))
            {
                await csv.WriteLineAsync(CsvExport.Row(row, catalogue));
                rows++;
            }
        }

        return rows;
    }

    private static async Task<int> ObservationsAsync(CommandHost host, Scope scope, FileInfo target, CancellationToken cancellationToken)
    {
        var rows = 0;
        var origins = await host.Get<ElementOriginStore>().SettingsAsync(Actor.System, cancellationToken);
        await using var csv = Writer(target);
        await csv.WriteLineAsync(CsvExport.ObservationHeading + (origins.IsEmpty ? "" : CsvExport.CountsHeading));
        var same = new List<Observation>();
        await foreach (var row in host.Get<ObservationStore>().StreamAsync(Actor.System, new ObservationFilter(scope.Week, scope.WeekTo ?? scope.Week, Unit: scope.Unit), cancellationToken))
        {
            if (same is [var first, ..] && (first.Week, first.Element, first.Unit) != (row.Week, row.Element, row.Unit)) await WriteAsync();
            same.Add(row);
            rows++;
        }

        await WriteAsync();
        return rows;

        // All revisions of all origins of one value follow each other.
        async Task WriteAsync()
        {
            var counting = origins.Counting(same);
            foreach (var row in same)
                await csv.WriteLineAsync(CsvExport.Row(row with { RecordedAt = BusinessClock.Local(row.RecordedAt) }) + (origins.IsEmpty ? "" : counting.Contains(row) ? ",true" : ",false"));
            same.Clear();
        }
    }

    private static async Task<int> FormAsync(CommandHost host, Scope scope, FileInfo target, CancellationToken cancellationToken)
    {
        if (scope.Week is not { } week) throw new StartRefusedException("导出报表要写明 --week。");
        var catalogue = host.Get<Installed>().Catalogue;
        if (target.Extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase)) return await WorkbookAsync(host, scope, week, target, cancellationToken);

        if (scope.Form is not { } code) throw new StartRefusedException("导出报表的数值要写明 --form。");
        var form = catalogue.Form(code);
        var asked = catalogue.AskedUnits(form, week).Where(unit => scope.Unit is null || unit.Code == scope.Unit).ToList();
        if (asked.Count == 0) throw new StartRefusedException("这一周没有单位要填这张报表。");
        var figures = await host.Get<ObservationStore>().CountedAsync(Actor.System, week, cancellationToken);
        // A form is exported as it was sent, whichever origin counts, so that it can be imported again.
        var sent = (await host.Get<ObservationStore>().QueryAsync(Actor.System, new ObservationFilter(week), cancellationToken))
            .Where(row => row.Origin is Origin.Form).ToDictionary(row => (row.Element, row.Unit), row => row.Value);
        var texts = (await host.Get<SubmissionStore>().TextsAsync(Actor.System, week, cancellationToken)).ToDictionary(text => (text.Element, text.Unit), text => text.Text);
        var lines = CsvExport.Form(catalogue, form, week, asked, (element, row) => sent.TryGetValue((element, row), out var value) ? value : figures.Reported(element, row), (element, row) => texts.GetValueOrDefault((element, row))).ToList();
        await using var csv = Writer(target);
        foreach (var line in lines) await csv.WriteLineAsync(line);
        return lines.Count - 1;
    }

    private static async Task<int> WorkbookAsync(CommandHost host, Scope scope, ReportingWeek week, FileInfo target, CancellationToken cancellationToken)
    {
        if (scope.Unit is not { } code) throw new StartRefusedException("导出预填的空表要写明 --unit。");
        var catalogue = host.Get<Installed>().Catalogue;
        var unit = catalogue.Unit(code);
        var forms = catalogue.FormsOf(unit, week).Where(form => scope.Form is null || form.Code == scope.Form).ToList();
        if (forms.Count == 0) throw new StartRefusedException($"{unit.Name}在这一周没有要填的这张报表。");
        var book = await host.Get<PrefilledWorkbook>().WriteAsync(Actor.System, unit, forms, week, cancellationToken);
        await File.WriteAllBytesAsync(target.FullName, book.Bytes, cancellationToken);
        return forms.Count;
    }

    private static StreamWriter Writer(FileInfo target) =>
        new(target.FullName, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };

    private static string? Known(string? code, Func<string, bool> isKnown, string what) =>
        code is null || isKnown(code) ? code : throw new StartRefusedException($"没有代码为“{code}”的{what}。");

    private sealed record Scope(ReportingWeek? Week, ReportingWeek? WeekTo, string? Form, string? Unit)
    {
        public bool Includes(ReportingWeek week) => Week is not { } first || (week >= first && week <= (WeekTo ?? first));
    }
}
