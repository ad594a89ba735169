using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using Xunit;

namespace MetricsDashboard.Tests.People;

public sealed class ContactDetailsTests
{
    private static readonly ContactDetails Whole = new("张三", ContactDetails.Reporter, "0375-1234567", "13800000001", "zhang@example.gov.cn", ReminderStage.Overdue);

    [Fact]
    public void Faults_OfAWholeContact_AreNone() => Assert.Empty(Whole.Faults());

    [Theory]
    [InlineData("0375-1234567转801")]
    [InlineData("+86 375 1234567")]
    [InlineData("12345")]
    public void Faults_OfANumberThatCanBeDialled_AreNone(string number) => Assert.Empty((Whole with { OfficePhone = number }).Faults());

    [Theory]
    [InlineData("电话")]
    [InlineData("1234")]
    [InlineData("0375-1234567;13800000001")]
    [InlineData("javascript:alert(1)")]
    public void Faults_OfWhatIsNoNumber_NameIt(string number) =>
        Assert.Equal($"办公电话“{number}”不是电话号码，请填写区号和号码，例如 0375-1234567。", Assert.Single((Whole with { OfficePhone = number }).Faults()));

    /// <summary>A line break in an address would begin a header of its own in the mail.</summary>
    [Theory]
    [InlineData("zhang")]
    [InlineData("zhang@example")]
    [InlineData("zhang@example.cn\n")]
    [InlineData("a@example.cn\r\nBcc: b@example.cn")]
    [InlineData("a@example.cn,b@example.cn")]
    public void Faults_OfWhatIsNoAddress_SaySo(string email) => Assert.Contains("不是邮件地址", Assert.Single((Whole with { Email = email }).Faults()), StringComparison.Ordinal);

    [Fact]
    public void Faults_OfABlankContact_AreAllNamed() =>
        Assert.Equal(["请填写姓名。", "请填写职务。", "办公电话和手机请至少填写一个。", "要用邮件催报的，请填写邮箱。"], new ContactDetails("", "", "", "", "", ReminderStage.BeforeDue).Faults());

    [Fact]
    public void Phone_IsTheMobilesFirst()
    {
        Assert.Equal("13800000001", Whole.Phone);
        Assert.Equal("0375-1234567", (Whole with { Mobile = "" }).Phone);
    }
}
