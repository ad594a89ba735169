using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MetricsDashboard.Benchmarks;

if (args is [CasesLoad.Name, .. var rest])
{
    await CasesLoad.RunAsync(rest);
    return 0;
}

// Whole imports, not loops of them; in this process, because what is measured is disk and database, not the compiler's mood.
var job = Job.Default.WithStrategy(RunStrategy.Monitoring).WithWarmupCount(2).WithIterationCount(9).WithToolchain(InProcessEmitToolchain.Instance);
var summary = BenchmarkRunner.Run<ImportBenchmark>(DefaultConfig.Instance.AddJob(job), args);
return Rows.Print(summary, Console.Out);

/// <summary>The figures as rows of the README's table.</summary>
internal static class Rows
{
    public static int Print(Summary summary, TextWriter output)
    {
        var (floor, import) = (Median(summary, nameof(ImportBenchmark.Floor)), Median(summary, nameof(ImportBenchmark.ReceiveAsync)));
        if (floor is not { } bare || import is not { } whole) return 1;
        output.WriteLine();
        output.WriteLine("| What | Floor | Measured | Ratio |");
        output.WriteLine("|---|---|---|---|");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| Import of a long CSV, {SyntheticCity.HundredThousand.Rows:N0} rows | {bare:N0} ms | {whole:N0} ms | {whole / bare:0.00} |"));
        return 0;
    }

    private static double? Median(Summary summary, string method) =>
        summary.Reports.FirstOrDefault(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method)?.ResultStatistics?.Median / 1_000_000;
}
