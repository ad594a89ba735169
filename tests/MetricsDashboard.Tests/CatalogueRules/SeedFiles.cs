using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Tests.CatalogueRules;

/// <summary>The files of db/seed, as text and as a catalogue.</summary>
public static class SeedFiles
{
    public static string Text(string file) => File.ReadAllText(Repository.Path("db", "seed", file));

    public static CatalogueTable Table(string file) => CsvText.Table(file, Text(file));

    /// <summary>The tables as the demonstration loads them.</summary>
    public static CatalogueTables Tables(params CatalogueTable[] furtherUnits)
    {
        var published = Table("published-figures.csv");
        return new CatalogueTables(
            [Table("units.csv"), .. furtherUnits],
            Table("elements.csv"),
            Table("forms.csv"),
            Table("indicators.csv"),
            Table("targets.csv"),
            published);
    }

    /// <summary>The demonstration's catalogue, townships and synthetic province ranks included.</summary>
    public static Domain.Catalogue.Catalogue Demonstration { get; } = Build(WithDemonstrationFigures(Tables(Table("demo-townships.csv"))));

    public static Domain.Catalogue.Catalogue Build(CatalogueTables tables, bool demonstration = true)
    {
        var reading = CatalogueReading.Read(tables, demonstration);
        return reading.Catalogue ?? throw new InvalidOperationException(string.Join('\n', reading.Faults));
    }

    private static CatalogueTables WithDemonstrationFigures(CatalogueTables tables) => tables with
    {
        PublishedFigures = new CatalogueTable(
            tables.PublishedFigures.File,
            [.. tables.PublishedFigures.Rows, .. Table("demo-published-figures.csv").Rows]),
    };
}
