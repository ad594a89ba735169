using System.Text.RegularExpressions;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Domain.People;

/// <summary>联系人: whom one telephones in a unit. Personal data, shown to few: <see cref="Actor.MayReadContacts"/>.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Post">What the person is there: 填报员, 分管负责人.</param>
/// <param name="OfficePhone">Office telephone with area code; blank for none.</param>
/// <param name="Mobile">Mobile telephone; blank for none.</param>
/// <param name="Email">Mail address; blank for none.</param>
/// <param name="RemindFrom">From which step of chasing on reminders come by mail; null for never.</param>
public sealed partial record ContactDetails(string Name, string Post, string OfficePhone, string Mobile, string Email, ReminderStage? RemindFrom)
{
    /// <summary>The post whose holder fills in the forms.</summary>
    public const string Reporter = "填报员";

    /// <summary>The post whose holder answers for them.</summary>
    public const string Responsible = "分管负责人";

    /// <summary>Longest name, post and telephone number, in characters.</summary>
    public const int LongestText = 32;

    /// <summary>Longest mail address, in characters.</summary>
    public const int LongestEmail = 200;

    /// <summary>The number under which the person is best reached: the mobile's, or else the office's; blank for none.</summary>
    public string Phone => Mobile.Length > 0 ? Mobile : OfficePhone;

    /// <summary>Without blanks at the ends.</summary>
    public ContactDetails Trimmed() => new(Name.Trim(), Post.Trim(), OfficePhone.Trim(), Mobile.Trim(), Email.Trim(), RemindFrom);

    /// <summary>What is wrong with it, a sentence in Chinese each; none where it can be kept.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        Word("姓名", Name);
        Word("职务", Post);
        if (OfficePhone.Length == 0 && Mobile.Length == 0) faults.Add("办公电话和手机请至少填写一个。");
        Number("办公电话", OfficePhone, "请填写区号和号码，例如 0375-1234567");
        Number("手机", Mobile, "请填写11位手机号码");
        if (Email.Length > LongestEmail || (Email.Length > 0 && !Address().IsMatch(Email))) faults.Add($"邮箱“{Shortened(Email)}”不是邮件地址，请核对。");
        if (RemindFrom is not null && Email.Length == 0) faults.Add("要用邮件催报的，请填写邮箱。");
        return faults;

        void Word(string what, string text)
        {
            if (text.Length == 0) faults.Add($"请填写{what}。");
            else if (text.Length > LongestText) faults.Add($"{what}不超过{LongestText}字。");
        }

        void Number(string what, string text, string ask)
        {
            if (text.Length > LongestText || (text.Length > 0 && !Digits().IsMatch(text))) faults.Add($"{what}“{Shortened(text)}”不是电话号码，{ask}。");
        }
    }

    private static string Shortened(string text) => text.Length <= LongestText ? text : text[..LongestText] + "……";

    [GeneratedRegex(@"^\+?[0-9][0-9 \-]{3,}[0-9](转[0-9]{1,6})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    // What a mail server takes is its own business; this keeps out what is no address at all, and line breaks above all.
    [GeneratedRegex(@"^[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
