using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Tests.CatalogueRules;
using Xunit;

namespace MetricsDashboard.Tests.Published;

public sealed class PublishedPlanTests
{
    private static readonly DateOnly Today = new(2020, 9, 29);

    private static Domain.Catalogue.Catalogue Catalogue => SeedFiles.Demonstration;

    [Fact]
    public void Of_TheFiguresThatAreKept_ChangesNothing()
    {
        var plan = PublishedPlan.Of(Catalogue, [.. Catalogue.PublishedFigures.Select((figure, at) => PublishedEntry.Of(figure, $"第{at + 2}行"))], Today);

        Assert.Empty(plan.Faults);
        Assert.Equal((Catalogue.PublishedFigures.Count, 0, 0, 0), (plan.Unchanged, plan.Created, plan.Revised, plan.Rejected));
    }

    [Fact]
    public void Of_NewAndOtherRows_CountsAddUp()
    {
        var kept = Catalogue.PublishedFigures[0];
        var plan = PublishedPlan.Of(
            Catalogue,
            [
                PublishedEntry.Of(kept, "第2行"),
                PublishedEntry.Of(Catalogue.PublishedFigures[1] with { Value = 1.02m, Document = "通报" }, "第3行"),
                PublishedEntry.Of(kept with { IsBaseline = false, Label = null, Document = "通报" }, "第4行"),
            ],
            Today);

        Assert.Equal((3, 1, 1, 1, 0), (plan.Read, plan.Created, plan.Revised, plan.Unchanged, plan.Rejected));
        Assert.Equal(Catalogue.PublishedFigures[1], plan.Figures[1].Replaced);
    }

    [Fact]
    public void Of_OneFaultyRow_TakesNothing()
    {
        var kept = Catalogue.PublishedFigures[0];
        var plan = PublishedPlan.Of(Catalogue, [PublishedEntry.Of(kept, "第2行"), PublishedEntry.Of(kept, "第3行") with { Value = "x" }], Today);

        Assert.Equal((2, 0, 2), (plan.Read, plan.Figures.Count, plan.Rejected));
    }

    [Fact]
    public void Of_TheSamePeriodTwice_NamesBothRows()
    {
        var kept = Catalogue.PublishedFigures[0];
        var plan = PublishedPlan.Of(Catalogue, [PublishedEntry.Of(kept, "第2行"), PublishedEntry.Of(kept, "第3行")], Today);

        Assert.StartsWith("第3行：与第2行的", Assert.Single(plan.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ANewFigureWithoutDocument_IsRefused()
    {
        var figure = Catalogue.PublishedFigures[0] with { Period = "2020-07", Label = "7月", Document = null };

        Assert.StartsWith("第2行：没有填写来源文件", Assert.Single(PublishedPlan.Of(Catalogue, [PublishedEntry.Of(figure, "第2行")], Today).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoRows_SaysSo() => Assert.Equal(["文件里没有数据行，请填写后重新上传。"], PublishedPlan.Of(Catalogue, [], Today).Faults);
}
