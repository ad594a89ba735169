using System.Text.RegularExpressions;
using MetricsDashboard.Tests.CatalogueRules;
using Xunit;

namespace MetricsDashboard.Tests.Conventions;

/// <summary>Everything follows from the catalogue: its codes stand in db/ and in one file of the program.</summary>
public sealed class NamedCodesTests
{
    private const string OneFile = "src/MetricsDashboard.Domain/Catalogue/NamedCodes.cs";

    private static readonly HashSet<string> Codes =
    [
        .. new[] { "units.csv", "demo-townships.csv", "elements.csv", "forms.csv", "indicators.csv" }
            .SelectMany(file => SeedFiles.Table(file).Rows.Select(row => row["code"])),
    ];

    [Fact]
    public void Source_OutsideTheOneFile_NamesNoCodeOfTheCatalogue()
    {
        var found =
            from path in SourceFiles.Below("src")
            where path != OneFile
            from line in SourceFiles.Lines(path)
            from word in Regex.Matches(line.Text, @"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*").Select(match => match.Value)
            where Codes.Contains(word)
            select $"{path}:{line.Number} {word}";

        Assert.Empty(found);
    }

    [Fact]
    public void NamedCodes_EveryOne_StandsInTheCatalogue()
    {
        var named = Regex.Matches(SourceFiles.Text(OneFile), "= \"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, code => !Codes.Contains(code));
    }

    [Fact]
    public void Codes_ReadFromTheSeed_AreAllKinds() => Assert.Superset(new HashSet<string> { "410400", "410421001", "red_cards", "red-card-rate", "e-supervision" }, Codes);
}
