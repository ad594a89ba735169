using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class PeopleNamesTests
{
    [Theory]
    [InlineData("wangwu", "王五", Role.CountyReporter, "C1", "王五")]
    [InlineData("张三", "张三", Role.CountyReporter, "C1", "张三")]
    [InlineData("baofeng", "baofeng", Role.CountyReporter, "C1", "甲县填报员（baofeng）")]
    [InlineData("baofeng", "", Role.CountyReviewer, "C1", "甲县审核人（baofeng）")]
    [InlineData("reviewer", "reviewer", Role.CityReviewer, null, "市专班审核员（reviewer）")]
    public void Name_OfAPerson_IsTheirOwnOrWhatTheyAre(string account, string displayName, Role role, string? unit, string expected) =>
        Assert.Equal(expected, PeopleNames.Name(new PersonRow(account, displayName, role, unit), SmallCity.Catalogue));

    [Fact]
    public void Of_AccountsWithoutAPerson_KeepsWhatTheyAreCalled()
    {
        var names = new Names(new Dictionary<string, string>(StringComparer.Ordinal) { ["wangwu"] = "王五" });

        Assert.Equal(["王五", "市级监察平台", "系统"], new[] { "wangwu", "市级监察平台", Actor.System.Name }.Select(names.Of));
    }
}
