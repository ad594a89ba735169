using System.Text;
using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>
/// What a cell says, read as prose. A number typed there is just text. Line breaks are one character whatever the file's kind; other
/// control characters are refused, because neither the pages nor the report could show them.
/// </summary>
/// <param name="Text">The text without blanks around it; null where it is none.</param>
/// <param name="Code">Code of the issue; null where there is none.</param>
/// <param name="Message">What is wrong and what to do; null where nothing is.</param>
internal readonly record struct IntakeText(string? Text, string? Code, string? Message)
{
    /// <summary>Reads a cell that is not blank.</summary>
    public static IntakeText Read(RawEntry entry, DataElement element)
    {
        var shown = Quotation.Of(entry.Text);
        if (entry.Kind is CellKind.FormulaWithoutValue)
            return Wrong(IssueCodes.FormulaWithoutValue, $"{shown}是没有计算结果的公式：请直接填写文字");
        if (entry.Kind is CellKind.Other)
            return Wrong(IssueCodes.NotText, $"{shown}是日期、真假值或错误值，不是文字：请把单元格改为文本格式后填写文字");
        var text = Plain(entry.Text);
        if (Forbidden(text) is { } at)
            return Wrong(IssueCodes.ControlCharacter, $"{Quotation.Of(element.Name)}的第{at + 1}个字符是不能显示的控制字符：请删去后重新填写，分段请用换行");
        var length = Length(text);
        return length > DataElement.LongestText
            ? Wrong(IssueCodes.TextTooLong, $"{Quotation.Of(element.Name)}有{length}个字符，超过{DataElement.LongestText}个：请删减{length - DataElement.LongestText}个以上后重新填写")
            : new IntakeText(text, null, null);
    }

    /// <summary>As it is kept: line breaks as \n, nothing around it.</summary>
    public static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    /// <summary>In characters as a person counts them: one outside the basic plane, such as 𬱟, is one.</summary>
    private static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>Which character, from 0, cannot stand in a text: control characters, halves of a character, and what no document may hold.</summary>
    private static int? Forbidden(string text)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((Rune.IsControl(rune) && rune.Value != '\n') || rune.Value is 0xFFFD or 0xFFFE or 0xFFFF) return at;
            at++;
        }

        return null;
    }

    private static IntakeText Wrong(string code, string message) => new(null, code, message);
}
