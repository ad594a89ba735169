using System.Text.RegularExpressions;
using Xunit;

namespace MetricsDashboard.Tests.Conventions;

/// <summary>What stands nowhere, how long files are and where they lie.</summary>
public sealed partial class TextTests
{
    private const int LongestFile = 400;

    /// <summary>A base here is the denominator of a ratio, the field's word.</summary>
    private const string ZeroBase = "src/MetricsDashboard.Reporting/Sentences/ZeroBase.cs";

    /// <summary>Files of src that may be longer, each with the reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal);

    private static readonly string[] TopLevel =
    [
        ".ci", ".config", ".editorconfig", ".gitattributes", ".gitignore", "BannedSymbols.txt", "Directory.Build.props", "Directory.Packages.props", "MetricsDashboard.sln",
        "README.md", "db", "global.json", "src", "tests",
    ];

    /// <summary>Patterns that no file of src, tests, db or the README holds; written so that this file does not hold them either.</summary>
    public static TheoryData<string> BannedEverywhere =>
    [
        "/wo[r]k/", "/ro[o]t/", "/ho[m]e/", @"\b[T]ODO\b", @"\b[F]IXME\b", "Not[I]mplementedException", @"#pragma warning dis[a]ble", @"catch \(Excep[t]ion( \w+)?\)(?! when)",
        @"Thread\.Sl[e]ep", @"Task\.Del[a]y", @"\[Fact\(Sk[i]p",
    ];

    [Theory]
    [MemberData(nameof(BannedEverywhere))]
    public void Text_OfTheRepository_HoldsNoBannedWord(string pattern)
    {
        var found =
            from path in SourceFiles.Below("src").Concat(SourceFiles.Below("tests")).Concat(SourceFiles.Below("db")).Concat(SourceFiles.Below(".ci")).Append("README.md")
            where !path.Contains("/Migrations/", StringComparison.Ordinal) // generated
            from line in SourceFiles.Lines(path)
            where Regex.IsMatch(line.Text, pattern)
            select $"{path}:{line.Number}";

        Assert.Empty(found);
    }

    [Fact]
    public void ChineseText_OfSourceAndReadme_SaysAsOfTheOfficialWay()
    {
        var wrong = SourceFiles.Below("src").Append("README.md").Where(path => Regex.IsMatch(SourceFiles.Text(path), "截止(目前|[0-9])"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Files_OfSource_AreShort()
    {
        var lengthy = SourceFiles.Below("src")
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal) || path.EndsWith(".js", StringComparison.Ordinal))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal) && !LongFiles.ContainsKey(path))
            .Where(path => SourceFiles.Lines(path).Count() > LongestFile);

        Assert.Empty(lengthy);
    }

    [Fact]
    public void Files_OfSource_AreNamedAfterWhatTheyAre()
    {
        var vague = SourceFiles.Below("src").Except([ZeroBase]).Where(path => Regex.IsMatch(path, @"(Manager|Helpers?|Util(itie)?s?|Base|Impl|Dtos?|Common)\.(cs|razor)$"));

        Assert.Empty(vague);
    }

    [Fact]
    public void Namespaces_OfSource_AreTheirFolders()
    {
        var astray =
            from path in SourceFiles.Below("src")
            where path.EndsWith(".cs", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal)
            let declared = Namespace().Match(SourceFiles.Text(path))
            where declared.Success && declared.Groups[1].Value != Path.GetDirectoryName(path)!["src/".Length..].Replace('/', '.')
            select path;

        Assert.Empty(astray);
    }

    [Fact]
    public void TopLevel_OfTheRepository_HoldsTheNamedEntriesAlone()
    {
        var ignored = SourceFiles.Text(".gitignore").Split('\n').Select(line => line.Trim().TrimEnd('/')).Append(".git").ToHashSet(StringComparer.Ordinal);

        var strange = Directory.EnumerateFileSystemEntries(Repository.Root).Select(Path.GetFileName).OfType<string>().Where(name => !ignored.Contains(name)).Except(TopLevel);

        Assert.Empty(strange);
    }

    [Fact]
    public void Sentences_OfTheReport_HoldNoDigit()
    {
        var files = SourceFiles.Below("src", "MetricsDashboard.Reporting", "Sentences").Where(path => path.EndsWith(".cs", StringComparison.Ordinal)).ToList();

        var digits = files.Where(path => SourceFiles.WithoutComments(SourceFiles.Text(path)).Any(char.IsDigit));

        Assert.NotEmpty(files);
        Assert.Empty(digits);
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
