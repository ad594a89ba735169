using System.Net;
using System.Text;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Hosting;

public sealed class RejectedRowsTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    private static readonly DateTimeOffset Now = new(2020, 9, 29, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Rejected_MoreThanAreReadAtOnce_AreAllInTheFile()
    {
        var run = await RunAsync([.. Enumerable.Range(1, 2500).Select(i => new CaseEntry(null, $"第{i + 1}行", $"A{i},\"坏\"", "引号没有成对"))]);
        var person = await host.SignInAsync(Role.Drafter);

        using var response = await person.Client.GetAsync($"/runs/{run}/rejected.csv");

        Assert.Equal(("text/csv", "utf-8"), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentType.CharSet));
        Assert.StartsWith("拒收行_", response.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal(["序号,位置,原文,原因", "1,第2行,\"A1,\"\"坏\"\"\",引号没有成对"], lines[..2]);
        Assert.Equal((2502, "2500,第2501行,\"A2500,\"\"坏\"\"\",引号没有成对", ""), (lines.Length, lines[2500], lines[2501]));
    }

    [Fact]
    public async Task Rejected_WhatASpreadsheetWouldRun_IsText()
    {
        var run = await RunAsync([new CaseEntry(null, "第2行", "=HYPERLINK(1)", "列数不对")]);

        var text = await (await host.SignInAsync(Role.Administrator)).ReadAsync($"/runs/{run}/rejected.csv");

        Assert.Contains("1,第2行,'=HYPERLINK(1),列数不对", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.CountyReporter)]
    [InlineData(Role.Auditor)]
    public async Task Rejected_OfARoleThatMayNot_IsForbidden(Role role)
    {
        var run = await RunAsync([new CaseEntry(null, "第2行", "坏", "列数不对")]);
        var person = await host.SignInAsync(role, host.UnitOf(role));

        using var response = await person.Client.GetAsync($"/runs/{run}/rejected.csv");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Rejected_OfNoRun_IsNotFound()
    {
        using var response = await (await host.SignInAsync(Role.Drafter)).Client.GetAsync($"/runs/{Guid.NewGuid()}/rejected.csv");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<Guid> RunAsync(IReadOnlyList<CaseEntry> entries)
    {
        var (sources, runs, intake) = (host.Services.GetRequiredService<SourceStore>(), host.Services.GetRequiredService<RunStore>(), host.Services.GetRequiredService<CaseIntakeStore>());
        var source = await sources.AddAsync(Actor.System, new SourceSettingsEntry($"来源{Guid.NewGuid():N}", "push", true, null, null, null), Now);
        var run = (await runs.StartAsync(Actor.System, source, RunTrigger.Push, null, "source", null, Now))!.Value;
        var opened = await intake.OpenAsync(Actor.System, source, Now);
        await intake.StoreAsync(Actor.System, run, opened, opened.Understand(entries), Now);
        await runs.FinishAsync(Actor.System, run, new RunEnd(RunState.Done), Now);
        return run;
    }
}
