using System.Xml.Linq;
using MetricsDashboard.Domain.Weeks;
using Xunit;

namespace MetricsDashboard.Tests.Conventions;

/// <summary>The fences: who references whom, and who holds which package. Adding a line here is a decision (design.md section 4).</summary>
public sealed class ProjectGraphTests
{
    private const string Prefix = "MetricsDashboard.";

    private static readonly Dictionary<string, string[]> Graph = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Ingestion"] = ["Domain"],
        ["Reporting"] = ["Domain"],
        ["Storage"] = ["Domain"],
        ["Web"] = ["Domain", "Ingestion", "Reporting", "Storage"],
        ["Tests"] = ["Domain", "Ingestion", "Reporting"],
        ["Storage.Tests"] = ["Storage"],
        ["Web.Tests"] = ["Web"],
        ["Benchmarks"] = ["Web"],
    };

    /// <summary>A package, by the beginning of its name, and the projects that may hold it; the first that matches decides.</summary>
    private static readonly (string Package, string[] Projects)[] Holders =
    [
        ("Microsoft.EntityFrameworkCore.Design", ["Storage", "Storage.Tests"]),
        ("Microsoft.EntityFrameworkCore", ["Storage"]),
        ("Microsoft.AspNetCore.Identity.EntityFrameworkCore", ["Storage"]),
        ("Microsoft.AspNetCore.DataProtection.EntityFrameworkCore", ["Storage"]),
        ("ExcelDataReader", ["Ingestion"]),
        ("CsvHelper", ["Ingestion"]),
        ("DocumentFormat.OpenXml", ["Ingestion", "Reporting"]),
        ("Hangfire", ["Web"]),
        ("MudBlazor", ["Web"]),
        ("Vizor.ECharts", ["Web"]),
        ("Serilog", ["Web"]),
        ("System.CommandLine", ["Web"]),
        ("NetEscapades", ["Web"]),
        ("OpenTelemetry", ["Web"]),
        ("MailKit", ["Web"]),
        ("Microsoft.AspNetCore.OpenApi", ["Web"]),
        ("Microsoft.AspNetCore.Authentication", ["Web"]),
        ("Microsoft.Extensions.Http", ["Web"]),
        ("Microsoft.AspNetCore.Mvc.Testing", ["Web.Tests"]),
        ("Microsoft.Playwright", ["Web.Tests"]),
        ("Deque.AxeCore", ["Web.Tests"]),
        ("bunit", ["Web.Tests"]),
        ("Microsoft.SqlServer", ["Storage.Tests"]),
        ("Testcontainers", ["Storage.Tests"]),
        ("FsCheck", ["Tests"]),
        ("BenchmarkDotNet", ["Benchmarks"]),
        ("Microsoft.Extensions.TimeProvider.Testing", ["Tests", "Storage.Tests", "Web.Tests"]),
        ("Microsoft.NET.Test.Sdk", ["Tests", "Storage.Tests", "Web.Tests"]),
        ("xunit", ["Tests", "Storage.Tests", "Web.Tests"]),
    ];

    /// <summary>Namespaces that come along through references and still belong to one project of src alone.</summary>
    private static readonly (string Namespace, string[] Projects)[] Owners =
    [
        ("Microsoft.EntityFrameworkCore", ["Storage"]),
        ("Microsoft.Data.", ["Storage"]),
        ("SQLitePCL", ["Storage"]),
        ("DocumentFormat.OpenXml", ["Ingestion", "Reporting"]),
        ("ExcelDataReader", ["Ingestion"]),
        ("CsvHelper", ["Ingestion"]),
        ("Hangfire", ["Web"]),
        ("MudBlazor", ["Web"]),
    ];

    private static readonly Dictionary<string, XDocument> Projects = SourceFiles.Below("src").Concat(SourceFiles.Below("tests"))
        .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
        .ToDictionary(path => Short(Path.GetFileNameWithoutExtension(path)), path => XDocument.Parse(SourceFiles.Text(path)), StringComparer.Ordinal);

    public static TheoryData<string> ProjectNames => [.. Graph.Keys];

    [Fact]
    public void Projects_Found_AreThoseOfTheGraph() => Assert.Equal(Graph.Keys.Order(StringComparer.Ordinal), Projects.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void ProjectReferences_OfEachProject_AreExactlyThoseOfTheGraph(string project) =>
        Assert.Equal(Graph[project], Included(project, "ProjectReference").Select(path => Short(Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void Packages_OfEachProject_AreHeldWhereTheyBelong(string project)
    {
        var astray = Included(project, "PackageReference").Where(package =>
            Holders.FirstOrDefault(holder => package.StartsWith(holder.Package, StringComparison.Ordinal)).Projects?.Contains(project) is not true);

        Assert.Empty(astray);
    }

    [Fact]
    public void Domain_Project_HasNoPackageAndNoFramework() =>
        Assert.Empty(Included("Domain", "PackageReference").Concat(Included("Domain", "FrameworkReference")));

    [Fact]
    public void Domain_AsBuilt_ReferencesTheRuntimeAlone()
    {
        var references = typeof(ReportingWeek).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.DoesNotContain(references, name => !name.StartsWith("System.", StringComparison.Ordinal));
    }

    [Fact]
    public void Namespaces_UsedInSource_AreUsedWhereTheyBelong()
    {
        var astray =
            from path in SourceFiles.Below("src")
            where path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal)
            let project = Short(path.Split('/')[1])
            from line in SourceFiles.Lines(path)
            from owner in Owners
            where !owner.Projects.Contains(project) && System.Text.RegularExpressions.Regex.IsMatch(
                line.Text, $@"^\s*(@using|global using|using)\s+(static\s+)?{System.Text.RegularExpressions.Regex.Escape(owner.Namespace)}")
            select $"{path}:{line.Number}";

        Assert.Empty(astray);
    }

    private static IEnumerable<string> Included(string project, string item) =>
        Projects[project].Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();

    private static string Short(string project) => project.StartsWith(Prefix, StringComparison.Ordinal) ? project[Prefix.Length..] : project;
}
