using System.Net;
using System.Net.Http.Json;
using System.Text;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging.Abstractions;

namespace MetricsDashboard.Web.Tests.Hosting;

public sealed class ErrorPageTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    [Fact]
    public async Task Get_UnknownPage_AnswersInChineseWithStatus404()
    {
        var person = await host.SignInAsync(Role.Leader);

        using var response = await person.Client.GetAsync("/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("没有这个页面", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UnknownApiAddress_AnswersWithProblemDetails()
    {
        using var client = await host.TokenAsync(Role.CityReviewer);

        using var response = await client.GetAsync("/api/v1/no-such-address");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("没有这个接口地址。", (await response.Content.ReadFromJsonAsync<ProblemDetails>())!.Detail);
    }

    [Fact]
    public async Task Post_FormWithoutToken_IsRefusedInChinese()
    {
        var person = await host.SignInAsync(Role.CityReviewer);
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.csv" } };

        using var response = await person.Client.PostAsync("/uploads", form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("页面已过期", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handle_UnexpectedException_SaysAReferenceAndNoExceptionText()
    {
        var (status, body) = await HandleAsync("/weekly", new InvalidOperationException("inner secret"));

        Assert.Equal(500, status);
        Assert.Contains("编号 reference-1", body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/units")]
    [InlineData("/weekly")]
    public async Task Handle_AccessDenied_Answers403WithItsSentence(string path)
    {
        var (status, body) = await HandleAsync(path, new AccessDeniedException("不能查看。"));

        Assert.Equal((403, true), (status, body.Contains("不能查看。", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Handle_StateConflict_Answers409()
    {
        var (status, _) = await HandleAsync("/api/v1/submissions", new StateConflictException("已经接收。"));

        Assert.Equal(409, status);
    }

    private async Task<(int Status, string Body)> HandleAsync(string path, Exception exception)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = host.Services, TraceIdentifier = "reference-1" };
        context.Request.Path = path;
        context.Response.Body = body;
        Assert.True(await new FailureHandling(NullLogger<FailureHandling>.Instance).TryHandleAsync(context, exception, CancellationToken.None));
        return (context.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray()));
    }
}
