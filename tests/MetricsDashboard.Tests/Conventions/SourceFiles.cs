using System.Text.RegularExpressions;

namespace MetricsDashboard.Tests.Conventions;

/// <summary>The text files of the repository that people write; build output and lock files left out.</summary>
internal static partial class SourceFiles
{
    private static readonly HashSet<string> Written = new(StringComparer.Ordinal)
    {
        ".cs", ".razor", ".css", ".js", ".csproj", ".props", ".json", ".md", ".sql", ".csv", ".xml", ".html", ".sh", ".txt", "",
    };

    private static readonly HashSet<string> Left = new(StringComparer.Ordinal)
    {
        "bin", "obj", "data", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", ".git", ".vs", ".vscode", ".idea",
    };

    /// <summary>Files below a folder, as paths from the root with slashes.</summary>
    public static IReadOnlyList<string> Below(params string[] folder) => Directory.Exists(Repository.Path(folder))
        ? [.. Walk(Repository.Path(folder)).Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)]
        : [];

    public static string Text(string path) => File.ReadAllText(Repository.Path(path.Split('/')));

    public static IEnumerable<(int Number, string Text)> Lines(string path) => Text(path).Split('\n').Select((line, index) => (index + 1, line));

    /// <summary>C# without its comments; strings stay.</summary>
    public static string WithoutComments(string code) => CommentOrString().Replace(code, match => match.Value.StartsWith('/') ? "" : match.Value);

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder)
        .Where(file => Written.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != "packages.lock.json")
        .Concat(Directory.EnumerateDirectories(folder).Where(inner => !Left.Contains(Path.GetFileName(inner))).SelectMany(Walk));

    [GeneratedRegex("""
        "{3,}[\s\S]*?"{3,}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*[\s\S]*?\*/
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CommentOrString();
}
