using System.Diagnostics;
using System.Globalization;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Demonstration;
using MetricsDashboard.Web.Hosting;
using Microsoft.Extensions.Options;
using Xunit.Abstractions;

namespace MetricsDashboard.Web.Tests.Demonstration;

public sealed class Probe(ITestOutputHelper output)
{
    [Fact]
    public void Run()
    {
        var w = Stopwatch.StartNew();
        var before = GC.GetTotalMemory(true);
        var demo = new DemonstrationCases(Options.Create(new MetricsOptions()));
        var rows = demo.Weeks().Sum(x => x.Rows.Count) + demo.Today().Count;
        output.WriteLine($"{rows} rows {w.ElapsedMilliseconds} ms, {(GC.GetTotalMemory(true) - before) / 1e6} MB");
        var count = new CaseCount();
        foreach (var (week, list) in demo.Weeks())
        {
            count.Take(list, ChinaTime.Start(week.Next.Monday));
            var at = count.At(week);
            var file = File.ReadLines(Path.Combine(new MetricsOptions().DemonstrationDirectory, $"{week}.csv")).Select(l => l.Split(',')).Where(f => f.Length == 4).GroupBy(f => (f[0], f[2])).ToDictionary(g => g.Key, g => g.First()[3]);
            var wrong = at.Where(p => !file.TryGetValue(p.Key, out var v) || long.Parse(v, CultureInfo.InvariantCulture) != p.Value).ToList();
            var end = ChinaTime.Start(week.Next.Monday);
            var diff = count.DifferingAt(end);
            var red = count.Cases.Where(c => c.CardAt(end) is Card.Red).ToList();
            output.WriteLine($"{week} {list.Count} rows, wrong {wrong.Count} {string.Join(' ', wrong.Take(8).Select(p => p.Key + "=" + p.Value + "/" + file.GetValueOrDefault(p.Key)))} differing {diff.Count}, not red {diff.Count(d => d.Facts.Card is not Card.Red)}, red {red.Count} " +
                string.Join(' ', red.GroupBy(r => r.Facts.Cause).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count() * 100 / red.Count}%")));
            foreach (var d in diff.Where(d => d.Facts.Card is not Card.Red).Take(4)) output.WriteLine("   " + d.Facts + d.Moments.At(end));
        }
        var now = BusinessClock.At(new DateOnly(2020, 9, 29), 9);
        var yesterday = count.Cases.ToDictionary(c => c.Facts.CaseNo);
        var today = demo.Today();
        count.Take(today, now);
        output.WriteLine($"today {today.Count} rows; open {count.Cases.Count(c => c.IsOpenAt(now))}; differing {count.DifferingAt(now).Count}, not red {count.DifferingAt(now).Count(d => d.Facts.Card is not Card.Red)}");
        var nowRed = count.Cases.Where(c => c.CardAt(now) is Card.Red).ToList();
        output.WriteLine($"red {nowRed.Count}, new {nowRed.Count(c => !(yesterday.GetValueOrDefault(c.Facts.CaseNo)?.Facts.Card is Card.Red))}, on Tuesday {nowRed.Count(c => c.CardSince >= ChinaTime.Start(new DateOnly(2020, 9, 29)))}, cleared {count.Cases.Count(c => c.Facts.Card is not Card.Red && yesterday.GetValueOrDefault(c.Facts.CaseNo)?.Facts.Card is Card.Red)}, by completion {count.Cases.Count(c => c.Facts.Status is CaseStatus.Completed && yesterday.GetValueOrDefault(c.Facts.CaseNo)?.Facts.Card is Card.Red)}");
        output.WriteLine(string.Join(' ', nowRed.GroupBy(r => r.Facts.Cause).Select(g => $"{g.Key} {g.Count()}")));
        output.WriteLine("cleared Tue " + count.Cases.Count(c => c.From >= ChinaTime.Start(new DateOnly(2020, 9, 29)) && c.Facts.Card is not Card.Red && yesterday.GetValueOrDefault(c.Facts.CaseNo)?.Facts.Card is Card.Red));
        foreach (var k in new[] { Card.Warning, Card.Yellow }) output.WriteLine($"{k} {count.Cases.Count(c => c.CardAt(now) == k)}");
        foreach (var g in nowRed.GroupBy(r => r.Facts.ItemName).OrderByDescending(g => g.Count()).Take(12)) output.WriteLine($"{g.Key} {g.Count()}");
        foreach (var g in nowRed.GroupBy(r => (now - r.CardSince!.Value).Days / 7).OrderBy(g => g.Key)) output.WriteLine($"weeks red {g.Key}: {g.Count()}");
        output.WriteLine("faults " + count.Faults.Count + " " + string.Join("\n", count.Faults.Take(5)) + " cases " + count.Cases.Count);
        foreach (var r in today.Take(12)) output.WriteLine(string.Join(' ', r.Texts));
        var all = demo.Weeks().SelectMany(x => x.Rows).ToLookup(r => r.CaseNo);
        foreach (var g in all.Where((g, i) => i % 9000 == 0 || g.Count() > 7).Take(30)) { output.WriteLine(""); foreach (var r in g) output.WriteLine(string.Join(' ', r.Texts)); }
    }
}
