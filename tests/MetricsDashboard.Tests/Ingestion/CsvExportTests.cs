using System.Text;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Ingestion.Formats;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion;

public sealed class CsvExportTests
{
    public static TheoryData<string> Forms => [.. TestCatalogue.Catalogue.Forms.Where(form => TestCatalogue.Catalogue.ElementsOf(form, TestCatalogue.Week).Count > 0).Select(form => form.Code)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Form_ExportedAndImported_IsTheSameValueForValue(string code)
    {
        var catalogue = TestCatalogue.Catalogue;
        var form = catalogue.Form(code);
        var asked = catalogue.AskedUnits(form, TestCatalogue.Week);

        var result = TestCatalogue.Check(Export(catalogue, form, asked, WorkbookFile.Plausible), new IntakeRequest(TestCatalogue.City, code));

        Assert.Empty(result.Issues);
        Assert.Equal(asked.Select(unit => unit.Code), result.Forms.Select(sent => sent.Asked.Code));
        Assert.All(result.Forms.SelectMany(sent => sent.Values), value =>
        {
            if (catalogue.Element(value.Element).IsText) Assert.Equal((null, Text(value.Element, value.Unit)), (value.Value, value.RawText));
            else Assert.Equal(WorkbookFile.Plausible(value.Element, value.Unit), value.Value);
        });
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Form_WithBlanks_TheBlanksComeBackAsBlanks(string code)
    {
        var catalogue = TestCatalogue.Catalogue;
        var form = catalogue.Form(code);
        static long? Value(string element, string unit) => (element.Length + unit.Length) % 2 == 0 ? null : 7;

        var file = Export(catalogue, form, catalogue.AskedUnits(form, TestCatalogue.Week), Value);

        var entries = IntakeReader.Read(file, "form.csv", catalogue, new IntakeRequest(TestCatalogue.City)).Entries;
        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.Equal(catalogue.Element(entry.Element).IsText
            ? (CellKind.Text, Text(entry.Element, entry.Unit))
            : Value(entry.Element, entry.Unit) is null ? (CellKind.Blank, "") : (CellKind.Text, "7"), (entry.Kind, entry.Text)));
    }

    [Fact]
    public void Form_BlankOfAnOptionalElement_IsTakenAsNoValue()
    {
        var known = TestCatalogue.Catalogue;
        var catalogue = new Catalogue(
            1, known.Units, known.Elements.Select(element => element.Code == "early_warnings" ? element with { Optional = true } : element), known.Forms, [], [], []);
        var form = catalogue.Form("e-supervision");
        var request = new IntakeRequest(TestCatalogue.Reporter);
        var file = Export(catalogue, form, [catalogue.Unit(TestCatalogue.County)], (element, _) => element == "early_warnings" ? null : 5);

        var result = IntakeCheck.Check(catalogue, request, TestCatalogue.Context, IntakeReader.Read(file, "form.csv", catalogue, request));

        Assert.Empty(result.Issues);
        Assert.Equal([5, 5, 5, null], result.Forms[0].Values.Select(value => value.Value));
    }

    [Fact]
    public void Row_Snapshot_WritesPercentagesWithTwoDecimalsAndCountsWhole()
    {
        var rate = new Snapshot("red-card-rate", "410400", TestCatalogue.Week, 10, 1000, 1m, new Coverage(10, 1, 12), null, null, Light.Green, null);
        var count = new Snapshot("red-cards-outstanding", "410421", TestCatalogue.Week, 10, null, 10m, new Coverage(1, 0, 1), 3, null, null, null);
        var none = count with { Numerator = null, Value = null, Rank = null, Coverage = new Coverage(0, 0, 1) };

        Assert.Equal("week,unit,indicator,numerator,denominator,value,reported,carried,expected,rank,light", CsvExport.SnapshotHeading);
        Assert.Equal("2024-W10,410400,red-card-rate,10,1000,1.00,10,1,12,,green", CsvExport.Row(rate, TestCatalogue.Catalogue));
        Assert.Equal("2024-W10,410421,red-cards-outstanding,10,,10,1,0,1,3,", CsvExport.Row(count, TestCatalogue.Catalogue));
        Assert.Equal("2024-W10,410421,red-cards-outstanding,,,,0,0,1,,", CsvExport.Row(none, TestCatalogue.Catalogue));
    }

    [Fact]
    public void Row_Observation_HasTheTimeWithItsOffset()
    {
        var observation = new Observation(
            "red_cards", "410421", TestCatalogue.Week, Origin.Form, 2, 5, null, "表", "F7", new DateTimeOffset(2024, 3, 11, 9, 5, 0, TimeSpan.FromHours(8)), "市审核员", "更正");

        Assert.Equal("2024-W10,410421,red_cards,5,form,2,2024-03-11T09:05:00+08:00", CsvExport.Row(observation));
    }

    private static byte[] Export(Catalogue catalogue, Form form, IEnumerable<Unit> asked, Func<string, string, long?> value) =>
        Encoding.UTF8.GetBytes(string.Join("\r\n", CsvExport.Form(catalogue, form, TestCatalogue.Week, asked, value, Text)) + "\r\n");

    /// <summary>Everything that a CSV has to quote.</summary>
    private static string Text(string element, string unit) => $"{unit}的“{element}”：\n一是\"清单\"，\"台账\"已建；\n\n二是1,234项已核对。";
}
