using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;

namespace MetricsDashboard.Tests.Ingestion;

/// <summary>The catalogue of db/seed, with three townships of 宝丰县 and one of 叶县, which a fresh installation does not have.</summary>
internal static class TestCatalogue
{
    public const string County = "410421";
    public const string OtherCounty = "410422";
    public static readonly ReportingWeek Week = new(2024, 10);

    public static string Seed => Repository.Path("db", "seed");

    public static Catalogue Catalogue { get; } = Build();

    public static Unit Unit => Catalogue.Unit(County);

    public static Actor Reporter { get; } = new("宝丰填报员", Role.CountyReporter, County);

    public static Actor City { get; } = new("市审核员", Role.CityReviewer);

    public static IntakeContext Context { get; } = new(new HashSet<ReportingWeek> { Week }, (_, _, _) => []);

    public static IntakeRequest Request { get; } = new(Reporter);

    public static Form Form(string code) => Catalogue.Form(code);

    public static CatalogueTables Tables(params (string Code, string Name, string County)[] townships)
    {
        var tables = CatalogueCsv.Read(Seed).Tables;
        var rows = townships.Select((township, i) => new CatalogueRow(i + 2, new Dictionary<string, string>
        {
            ["code"] = township.Code,
            ["name"] = township.Name,
            ["short_name"] = township.Name,
            ["kind"] = "Township",
            ["parent"] = township.County,
            ["order"] = $"{1000 + i}",
        }));
        return tables with { Units = [.. tables.Units, new CatalogueTable("townships.csv", [.. rows])] };
    }

    public static CheckedIntake Check(byte[] file, IntakeRequest? request = null, IntakeContext? context = null, string name = "填报.xlsx")
    {
        var asked = request ?? Request;
        return IntakeCheck.Check(Catalogue, asked, context ?? Context, IntakeReader.Read(file, name, Catalogue, asked));
    }

    private static Catalogue Build()
    {
        var reading = CatalogueReading.Read(
            Tables(("410421001", "城关镇", County), ("410421002", "周庄镇", County), ("410421003", "滍阳镇", County), ("410422001", "昆阳街道", OtherCounty)),
            demonstration: false);
        return reading.Catalogue ?? throw new InvalidOperationException(string.Join('\n', reading.Faults));
    }
}
