using System.Net;
using System.Text;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Hosting;

/// <summary>Files of cases by form: kept first, taken in later. Each test has a source of its own.</summary>
public sealed class CaseFileUploadTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    private const string Heading = "case_no,version,unit,item_code,item_name,accepted_at,promised_due,statutory_due,completed_at,card,cause,status\n";
    private const string Good = "U1,1,410421,X-1,企业设立登记,2026-01-05T09:00:00,2026-01-12,2026-02-02,,none,,open\n";

    private CaseFileInbox Inbox => host.Services.GetRequiredService<CaseFileInbox>();

    [Fact]
    public async Task Post_AFile_IsKeptUntilItsRunIsDone()
    {
        var person = await host.SignInAsync(Role.CityReviewer);

        using var response = await PostAsync(person, "", Heading + Good + Good.Replace("410421", "某局", StringComparison.Ordinal).Replace("U1", "U2", StringComparison.Ordinal) + "U3,x\n", "办件 7月.csv");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var waiting = Assert.Single(Inbox.List(), file => file.FileName == "办件 7月.csv");
        Assert.Equal($"/runs?source={waiting.Source}", response.Headers.Location!.ToString());
        Assert.Empty(await RunsAsync(waiting.Source));

        // Whatever the process that received it was about to do: the next one finds the file.
        await ProcessAsync(waiting.Id);
        var run = Assert.Single(await RunsAsync(waiting.Source));
        Assert.Equal((RunState.Done, RunTrigger.Upload, "办件 7月.csv", "人工上传"), (run.State, run.Trigger, run.FileName, run.Source));
        Assert.Equal((3, 1, 1, 1), (run.Counts.Read, run.Counts.Created, run.Counts.Held, run.Counts.Rejected));
        Assert.DoesNotContain(Inbox.List(), file => file.Id == waiting.Id);
        await ProcessAsync(waiting.Id);
        Assert.Single(await RunsAsync(waiting.Source));
    }

    [Fact]
    public async Task Process_WhileAnotherRunOfTheSourceGoesOn_Waits()
    {
        var person = await host.SignInAsync(Role.Administrator);
        var source = await SourceAsync("忙着的平台", """{"fields":{"bh":"case_no"}}""");
        var busy = (await Store<RunStore>().StartAsync(Actor.System, source, RunTrigger.Schedule, null, "system", null, Now))!.Value;
        (await PostAsync(person, source.ToString(), Heading.Replace("case_no", "bh", StringComparison.Ordinal) + Good.Replace("U1", "U9", StringComparison.Ordinal), "a.csv")).Dispose();
        var waiting = Assert.Single(Inbox.List(), file => file.Source == source);

        await ProcessAsync(waiting.Id);
        Assert.Contains(Inbox.List(), file => file.Id == waiting.Id);
        await Store<RunStore>().FinishAsync(Actor.System, busy, new RunEnd(RunState.Failed, "连接不上"), Now);
        await ProcessAsync(waiting.Id);

        Assert.Equal(RunState.Done, (await RunsAsync(source))[0].State);
        var row = (await Store<SourceStore>().FindAsync(Actor.System, source))!;

        // A file that somebody brought says nothing of whether the source itself answers again.
        Assert.Equal((1, true, (DateTimeOffset?)null), (row.Failures, row.FailingSince is not null, row.LastSuccessAt));
    }

    [Fact]
    public async Task Postpone_AFileWhoseReadingBrokeOff_IsTriedAgainLater()
    {
        var source = await SourceAsync("读不完的平台", null);
        var now = Now;
        var file = new WaitingCaseFile(Guid.CreateVersion7(), source, "坏.csv", "某人", now);
        await Inbox.KeepAsync(file, new MemoryStream(Encoding.UTF8.GetBytes(Heading + Good)), default);
        Inbox.Postpone(file, now);

        var postponed = Assert.Single(Inbox.List(), other => other.Id == file.Id);
        Assert.Equal((1, now.AddMinutes(5)), (postponed.Failures, postponed.NotBefore));
    }

    [Theory]
    [InlineData("unit,week,element,value\n410421,2020-W39,items_total,1\n", "缺少必需的列")]
    [InlineData(Heading, "文件里没有办件")]
    [InlineData("%PDF-1.4", "请提供 .xlsx、.csv 或 JSON 的办件文件")]
    public async Task Post_WhatIsNoFileOfCases_IsRefusedAtOnce(string content, string sentence)
    {
        var person = await host.SignInAsync(Role.CityReviewer);

        using var response = await PostAsync(person, "", content, "不是办件.csv");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain(Inbox.List(), file => file.FileName == "不是办件.csv");
    }

    [Theory]
    [InlineData(Role.CountyReporter)]
    [InlineData(Role.Department)]
    [InlineData(Role.CityReporter)]
    [InlineData(Role.Drafter)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Auditor)]
    public async Task Post_ByAnotherRole_IsForbidden(Role role)
    {
        var person = await host.SignInAsync(role, host.UnitOf(role));

        using var page = await person.Client.GetAsync("/runs/upload");
        using var response = await PostAsync(person, "", Heading + Good, "越权.csv", tokenFrom: "/account/password");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (page.StatusCode, response.StatusCode));
        Assert.DoesNotContain(Inbox.List(), file => file.FileName == "越权.csv");
    }

    private static async Task<HttpResponseMessage> PostAsync(Person person, string source, string content, string name, string tokenFrom = "/runs/upload")
    {
        using var form = new MultipartFormDataContent { { new StringContent(await person.TokenAsync(tokenFrom)), "__RequestVerificationToken" }, { new StringContent(source), "source" } };
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", name);
        return await person.Client.PostAsync("/cases/files", form);
    }

    private DateTimeOffset Now => host.Services.GetRequiredService<BusinessClock>().Now;

    private T Store<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    private Task<Guid> SourceAsync(string name, string? settings) =>
        Store<SourceStore>().AddAsync(Actor.System, new SourceSettingsEntry(name, "http", true, "02:00", settings, null), Now);

    private Task<IReadOnlyList<RunRow>> RunsAsync(Guid source) => Store<RunStore>().ListAsync(Actor.System, new RunFilter(source), 9);

    private async Task ProcessAsync(Guid file)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TakeCaseFileJob>().RunAsync(file, default);
    }
}
