using System.Text;
using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>Names of sheets: the form's name without the characters that Excel forbids, at most 31 characters, each name once.</summary>
public static class SheetNames
{
    /// <summary>The first sheet.</summary>
    public const string Instructions = "填报说明";

    private const int Longest = 31;

    /// <summary>The sheet of a form.</summary>
    public static string Of(Catalogue catalogue, Form form)
    {
        var name = Safe(form.Name);
        var shared = name == Instructions || catalogue.Forms.Any(other => other.Code != form.Code && string.Equals(Safe(other.Name), name, StringComparison.OrdinalIgnoreCase));
        return shared ? Cut($"{form.Order + 1} {name}") : name;
    }

    private static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var c in name) safe.Append(c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) ? '_' : c);
        return Cut(safe.ToString().Trim(' ', '\''));
    }

    private static string Cut(string name) => name.Length <= Longest ? name : name[..Longest];
}
