using System.Net;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Web.Security;
using MetricsDashboard.Web.Tests.Hosting;

namespace MetricsDashboard.Web.Tests.Security;

public sealed class SignInTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    [Fact]
    public async Task SignIn_RightPassword_GoesWhereOneWanted()
    {
        var person = new Person(host);

        using var response = await person.SignInAsync(await host.AddUserAsync(Role.Leader), MetricsHost.Password, "/weekly?week=2020-W39");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/weekly?week=2020-W39", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task SignIn_WrongPassword_IsRefusedWithASentence()
    {
        var person = new Person(host);

        using var response = await person.SignInAsync(await host.AddUserAsync(Role.Leader), "not-the-password-1");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("用户名或密码不正确。", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongPasswords_IsLockedEvenForTheRightOne()
    {
        var person = new Person(host);
        var name = await host.AddUserAsync(Role.Leader);
        for (var i = 0; i < 5; i++) (await person.SignInAsync(name, "not-the-password-1")).Dispose();

        using var response = await person.SignInAsync(name, MetricsHost.Password);

        Assert.Contains("账号已锁定", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org")]
    public async Task SignIn_ForeignReturnUrl_GoesHome(string returnUrl)
    {
        var person = new Person(host);

        using var response = await person.SignInAsync(await host.AddUserAsync(Role.Leader), MetricsHost.Password, returnUrl);

        Assert.Equal("/", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Get_PageAnonymous_LeadsToSignInAndBack()
    {
        using var response = await new Person(host).Client.GetAsync("/weekly?week=2020-W39");

        Assert.Equal("/account/sign-in?returnUrl=%2Fweekly%3Fweek%3D2020-W39", response.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Get_WithOneTimePassword_LeadsToThePasswordPage()
    {
        var person = new Person(host);
        await person.SignInAsync(await host.AddUserAsync(Role.Leader, mustChange: true), MetricsHost.Password);

        using var response = await person.Client.GetAsync("/weekly");

        Assert.Equal("/account/password?returnUrl=%2Fweekly", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task ChangePassword_OfOneTimePassword_OpensThePages()
    {
        var person = new Person(host);
        await person.SignInAsync(await host.AddUserAsync(Role.Leader, mustChange: true), MetricsHost.Password);
        await person.PostAsync("/account/password", "password", new() { ["Input.Current"] = MetricsHost.Password, ["Input.New"] = "another-2021-word", ["Input.Again"] = "another-2021-word" });

        using var response = await person.Client.GetAsync("/uploads");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task ChangePassword_TooShort_SaysTheRule()
    {
        var person = await host.SignInAnewAsync(Role.Leader);

        using var response = await person.PostAsync("/account/password", "password", new() { ["Input.Current"] = MetricsHost.Password, ["Input.New"] = "kurz1", ["Input.Again"] = "kurz1" });

        Assert.Contains("密码至少 10 位。", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OfAnAuditor_IsTheOwnAccount()
    {
        var person = await host.SignInAsync(Role.Auditor);

        using var response = await person.Client.GetAsync("/");
        Assert.Equal("/account", response.Headers.Location!.ToString());
        var page = await person.ReadAsync("/account");

        Assert.Contains("安全审计员", page, StringComparison.Ordinal);
        Assert.Contains("修改密码", page, StringComparison.Ordinal);
        Assert.Contains("登录有效期", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/indicators\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metrics.theme=dark", " data-theme=\"dark\"")]
    [InlineData("metrics.theme=light", " data-theme=\"light\"")]
    [InlineData("metrics.theme=x\"y", "")]
    public async Task StaticPage_FollowsTheChosenTheme(string cookie, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/sign-in");
        request.Headers.Add("Cookie", cookie);

        using var response = await new Person(host).Client.SendAsync(request);

        Assert.Contains($"<html lang=\"zh-CN\"{expected}>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_ThenPage_LeadsToSignIn()
    {
        var person = await host.SignInAnewAsync(Role.Leader);
        await person.PostAsync("/account/sign-out", "sign-out", []);

        using var response = await person.Client.GetAsync("/uploads");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Fact]
    public async Task SignInPage_OutsideADemonstration_OffersNoDemonstrationAccount()
    {
        var page = await new Person(host).ReadAsync("/account/sign-in");

        Assert.DoesNotContain("演示", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DemonstrationSignIn_OutsideADemonstration_IsRefused()
    {
        using var response = await new Person(host).PostAsync("/account/sign-in", "demonstration", new() { ["Demonstration"] = "demo-administrator" });

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.NotEqual(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Theory]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("weekly", "/")]
    [InlineData("/weekly", "/weekly")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    public void Local_Address_IsFollowedOnlyWithinTheSite(string? address, string expected) => Assert.Equal(expected, ReturnUrl.Local(address));
}
