using System.Net;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Web.Tests.Hosting;

namespace MetricsDashboard.Web.Tests.Security;

/// <summary>Who may open what: every role of people against every kind of address.</summary>
public sealed class RoleMatrixTests(MetricsHost host) : IClassFixture<MetricsHost>
{
    private static readonly Role[] People = [.. Enum.GetValues<Role>().Except([Role.Source])];

    private static readonly Role[] WholeCity = [Role.CityReviewer, Role.Drafter, Role.Signer, Role.Leader, Role.Administrator];

    public static TheoryData<Role, string, bool> Matrix()
    {
        var matrix = new TheoryData<Role, string, bool>();
        foreach (var role in People)
        {
            matrix.Add(role, "/uploads", true);
            matrix.Add(role, "/api/v1/units", true);
            matrix.Add(role, "/hangfire", role is Role.Administrator);
            matrix.Add(role, "/api/v1/duties?week=WEEK&unit=OTHER", WholeCity.Contains(role));
            matrix.Add(role, "/api/v1/forms/all/workbook?week=WEEK&unit=OTHER", WholeCity.Contains(role));
            matrix.Add(role, "/api/v1/duties?week=WEEK&unit=COUNTY", WholeCity.Contains(role) || role is Role.CountyReporter or Role.CountyReviewer);
            matrix.Add(role, "/api/v1/observations?week=WEEK&unit=OTHER", WholeCity.Contains(role));
            matrix.Add(role, "/api/v1/reports/WEEK.docx", WholeCity.Contains(role));
        }

        return matrix;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Get_AsRole_IsAllowedOrForbidden(Role role, string address, bool isAllowed)
    {
        var person = await host.SignInAsync(role, host.UnitOf(role));
        var concrete = address.Replace("WEEK", host.Week.ToString(), StringComparison.Ordinal)
            .Replace("OTHER", host.OtherCounty.Code, StringComparison.Ordinal).Replace("COUNTY", host.County.Code, StringComparison.Ordinal);

        using var response = await person.Client.GetAsync(concrete);

        var isForbidden = response.StatusCode is HttpStatusCode.Forbidden
            || (response.StatusCode is HttpStatusCode.Redirect && response.Headers.Location!.ToString().Contains("/forbidden", StringComparison.Ordinal));
        Assert.Equal((isAllowed, !isAllowed), (response.StatusCode is HttpStatusCode.OK, isForbidden));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/uploads")]
    [InlineData("/uploads/0174d766-6424-715a-95b8-ddfbab93d9f1/file")]
    [InlineData("/hangfire")]
    [InlineData("/reports/1")]
    [InlineData("/account/password")]
    public async Task Get_Anonymous_LeadsToSignIn(string address)
    {
        using var response = await new Person(host).Client.GetAsync(address);

        Assert.Equal("/account/sign-in", response.Headers.Location?.AbsolutePath);
    }
}
