using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>Issues of a whole file or sheet, where no unit or element can be named yet.</summary>
internal static class FileIssue
{
    public static IntakeIssue Of(string code, string message) => At(code, null, null, null, message);

    public static IntakeIssue At(string code, string? sheet, string? cell, string? value, string message) =>
        new(Severity.Error, code, sheet, cell, null, null, value, message);

    public static IntakeContent Refuse(IntakeIssue issue) => new([], [issue], 0);

    public static IntakeIssue Damaged() => Of(IssueCodes.Damaged, "文件已损坏，打不开：请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后重新上传");

    public static IntakeIssue Protected() => Of(IssueCodes.PasswordProtected, "文件设了打开密码，系统读不了：请在 Excel 或 WPS 中取消密码，保存后重新上传");

    public static IntakeIssue TooLarge(string what) => Of(IssueCodes.TooLarge, $"{what}，超出系统允许的范围：请下载本周的空表，把数填进去后重新上传");

    public static IntakeIssue Unknown(string what) => Of(IssueCodes.UnknownFormat, $"{what}：请上传从本系统下载的表（.xlsx 或 .xls），或 .csv 文件");
}
