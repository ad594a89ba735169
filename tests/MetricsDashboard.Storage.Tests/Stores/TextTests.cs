using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

/// <summary>Texts are kept as they were checked, count like values, and become no observations.</summary>
public sealed class TextTests
{
    private static readonly Actor East = World.County("east");
    private static readonly ReportingWeek Week = World.W30;

    private static readonly Catalogue Catalogue = new(
        1,
        TestCatalogues.Small.Units,
        [.. TestCatalogues.Small.Elements, Text("done_text"), Text("trouble") with { Optional = true }],
        TestCatalogues.Small.Forms,
        TestCatalogues.Small.Indicators,
        TestCatalogues.Small.Targets,
        TestCatalogues.Small.PublishedFigures);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_LongestText_IsKeptWhole(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, Catalogue);
        var text = string.Concat(Enumerable.Repeat("𬱟", DataElement.LongestText - 2)) + "\n末";
        var outcome = await world.SendAsync(East, World.At(Week, 1), Words(world, Week, text, ""));
        var view = await world.Submissions.FindAsync(East, outcome.Submissions[0].Id);
        Assert.Equal([(null, text, null), (null, "", null)], view!.Values.Select(value => (value.Value, value.RawText, value.LastText)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_OtherTextWhileWaiting_IsANewRoundAndCountsWhatChanged(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, Catalogue);
        await world.SendAsync(East, World.At(Week, 1), Words(world, Week, "一", "二"));
        var same = await world.SendAsync(East, World.At(Week, 2), Words(world, Week, "一", "二"));
        var other = await world.SendAsync(East, World.At(Week, 3), Words(world, Week, "一", "三"));
        Assert.Equal(new IntakeCounts(2, 0, 0, 2, 0, 0), same.Counts);
        Assert.Equal(new IntakeCounts(2, 0, 1, 1, 0, 0), other.Counts);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_TextsThatRunTogether_AreNotTheSame(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, Catalogue);
        await world.SendAsync(East, World.At(Week, 1), Words(world, Week, "一\ntrouble|east|1:二", ""));
        var other = await world.SendAsync(East, World.At(Week, 2), Words(world, Week, "一", "二"));
        Assert.Equal(2, other.Counts.Revised);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Accept_Texts_ObservesNothingAndFulfilsTheDuty(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, Catalogue);
        await world.SendAsync(East, World.At(Week, 1), Words(world, Week, "一", ""));
        Assert.Empty(await world.Submissions.TextsAsync(World.Reviewer, Week));
        await world.AcceptAllAsync(Week);
        Assert.Empty(await world.Observations.QueryAsync(World.Reviewer, new ObservationFilter(Week)));
        Assert.Equal(SubmissionState.Accepted, (await world.Duties.OfWeekAsync(East, Week)).Single(duty => duty.Form.Code == "words").State);
        Assert.Equal([new AcceptedText("done_text", "east", Week, "一")], await world.Submissions.TextsAsync(World.Reviewer, Week));
        Assert.Empty(await world.Submissions.TextsAsync(World.County("west"), Week));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task LastTexts_OfAWeek_AreTheNewestFromBeforeItAndNoneWhereItWasBlank(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, Catalogue);
        await world.SendAsync(East, World.At(Week, 1), Words(world, Week, "第一周", "难"));
        await world.AcceptAllAsync(Week);
        await world.OpenAsync(Week.Next);
        await world.SendAsync(East, World.At(Week.Next, 1), Words(world, Week.Next, "第二周", ""));
        await world.AcceptAllAsync(Week.Next);
        Assert.Equal([("done_text", "第一周"), ("trouble", "难")], await LastAsync(world, Week.Next));
        Assert.Equal([("done_text", "第二周")], await LastAsync(world, Week.AddWeeks(3)));
        Assert.Empty(await LastAsync(world, Week));
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Submissions.LastTextsAsync(World.County("west"), ["east"], Week.Next));
    }

    private static async Task<IEnumerable<(string, string)>> LastAsync(World world, ReportingWeek week) =>
        (await world.Submissions.LastTextsAsync(East, ["east"], week)).OrderBy(text => text.Element, StringComparer.Ordinal).Select(text => (text.Element, text.Text));

    private static CheckedForm Words(World world, ReportingWeek week, string done, string trouble) => new(
        world.Catalogue.Unit("east"),
        world.Catalogue.Form("words"),
        week,
        [new CheckedValue("done_text", "east", null, done, new Place("文字表", "F6")), new CheckedValue("trouble", "east", null, trouble, new Place("文字表", "F7"))]);

    private static DataElement Text(string code) =>
        new(code, code, "文字", Nature.Text, "words", [UnitKind.County], null, RollUp.None, 0, null, false, WhenMissing.Leave) { Change = null };
}
