using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Tests.Ingestion;
using Xunit;

namespace MetricsDashboard.Tests.Submissions;

public sealed class ComposedFormTests
{
    private static readonly Form Handling = TestCatalogue.Catalogue.Forms.First(form =>
        form.Rows is null && TestCatalogue.Catalogue.ElementsOf(form, TestCatalogue.Week).Any(element => element.Nature is Nature.Flow));

    private static readonly Form Rural = TestCatalogue.Catalogue.Forms.First(form => form.Rows is UnitKind.Township);

    [Fact]
    public void Of_Unchanged_RepeatsTheLastValueOfEveryRowAndElement()
    {
        var composed = Of(Rural, SubmissionBasis.Unchanged, WorkbookFile.Plausible);

        Assert.Null(composed.Refusal);
        Assert.Equal(
            TestCatalogue.Catalogue.RowUnits(Rural, TestCatalogue.Unit, TestCatalogue.Week)
                .SelectMany(unit => TestCatalogue.Catalogue.ElementsOf(Rural, TestCatalogue.Week).Select(element => new ComposedValue(element.Code, unit.Code, WorkbookFile.Plausible(element.Code, unit.Code)!.Value))),
            composed.Values);
    }

    [Fact]
    public void Of_Nothing_ReportsFlowsAsZeroAndTheRestAsLastTime()
    {
        var composed = Of(Handling, SubmissionBasis.Nothing, (_, _) => 5);

        Assert.All(composed.Values, value => Assert.Equal(TestCatalogue.Catalogue.Element(value.Element).Nature is Nature.Flow ? 0 : 5, value.Value));
        Assert.Contains(composed.Values, value => value.Value == 0);
    }

    [Fact]
    public void Of_NothingWithoutLastFlow_NeedsNone() =>
        Assert.Null(Of(Handling, SubmissionBasis.Nothing, (element, _) => TestCatalogue.Catalogue.Element(element).Nature is Nature.Flow ? null : 5).Refusal);

    [Fact]
    public void Of_UnchangedWithARequiredValueMissing_IsRefusedAndNamesIt()
    {
        var missing = TestCatalogue.Catalogue.ElementsOf(Handling, TestCatalogue.Week).First(element => !element.Optional);

        var composed = Of(Handling, SubmissionBasis.Unchanged, (element, _) => element == missing.Code ? null : 5);

        Assert.Empty(composed.Values);
        Assert.Contains($"“{missing.Name}”以前没有报过", composed.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_UnchangedWithAnOptionalValueMissing_LeavesItOut()
    {
        var catalogue = TestCatalogue.Catalogue;
        var elements = catalogue.ElementsOf(Handling, TestCatalogue.Week).Select((element, i) => element with { Optional = i == 0, MaxElement = null }).ToList();
        var other = new Catalogue(1, catalogue.Units, elements, catalogue.Forms, [], [], []);

        var composed = ComposedForm.Of(other, Handling, TestCatalogue.Unit, TestCatalogue.Week, SubmissionBasis.Unchanged, (element, _) => element == elements[0].Code ? null : 5);

        Assert.Null(composed.Refusal);
        Assert.Equal(elements.Skip(1).Select(element => element.Code), composed.Values.Select(value => value.Element));
    }

    [Fact]
    public void Of_UnchangedWithManyMissing_NamesThreeAndCountsAll()
    {
        var composed = Of(Rural, SubmissionBasis.Unchanged, (_, _) => null);

        Assert.Matches("“[^”]+”、[^、]+、[^、]+等[0-9]+项以前没有报过", composed.Refusal);
    }

    [Fact]
    public void Of_Values_IsMisuse() => Assert.Throws<ArgumentOutOfRangeException>(() => Of(Rural, SubmissionBasis.Values, (_, _) => 1));

    private static ComposedForm Of(Form form, SubmissionBasis basis, Func<string, string, long?> last) =>
        ComposedForm.Of(TestCatalogue.Catalogue, form, TestCatalogue.Unit, TestCatalogue.Week, basis, last);
}
