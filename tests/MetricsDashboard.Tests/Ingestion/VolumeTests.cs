using System.Text;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Ingestion.Formats;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion;

public sealed class VolumeTests
{
    private const int Townships = 25_000;

    [Fact]
    public void Check_OneHundredThousandRows_StaysWithinAFixedAmountOfMemory()
    {
        var known = TestCatalogue.Catalogue;
        var elements = known.Elements.Where(element => element.Code is "villages_required" or "villages_covered" or "rural_staff_required" or "rural_staff_trained").ToList();
        var form = known.Form("rural-coverage");
        var townships = Enumerable.Range(0, Townships).Select(i => new Unit($"T{i:00000}", $"第{i}镇", $"第{i}镇", UnitKind.Township, TestCatalogue.County, 1000 + i, null));
        var catalogue = new Catalogue(1, [.. known.Units.Where(unit => unit.Kind is not UnitKind.Township), .. townships], elements, [form], [], [], []);
        var text = new StringBuilder("unit,week,element,value\n");
        foreach (var unit in catalogue.Units.Where(unit => unit.Kind is UnitKind.Township))
        {
            for (var i = 0; i < elements.Count; i++) text.Append(unit.Code).Append(",2024-W10,").Append(elements[i].Code).Append(',').Append(50 - i).Append('\n');
        }

        var file = Encoding.UTF8.GetBytes(text.ToString());
        var before = GC.GetAllocatedBytesForCurrentThread();

        var result = IntakeCheck.Check(catalogue, TestCatalogue.Request, TestCatalogue.Context, IntakeReader.Read(file, "大表.csv", catalogue, TestCatalogue.Request));

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Empty(result.Issues);
        Assert.Equal((100_000, 100_000), (result.Read, result.Forms.Single().Values.Count));
        Assert.True(allocated < 96L * 1024 * 1024, $"{allocated:N0} bytes were allocated.");
    }
}
