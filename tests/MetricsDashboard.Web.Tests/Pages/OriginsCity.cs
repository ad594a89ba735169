using System.Globalization;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>The small city with a form that cases fill too: 甲县 has two red cards among three cases, 乙县 one case and no card.</summary>
internal static class OriginsCity
{
    public static readonly ReportingWeek Week = SmallCity.First;

    public static readonly Actor Administrator = new("管理员", Role.Administrator);

    private static readonly Catalogue Catalogue = new(
        1,
        SmallCity.Catalogue.Units,
        [Element(NamedCodes.CasesMonitored, "办件数", null), Element(NamedCodes.RedCards, "红牌数", NamedCodes.CasesMonitored)],
        [new Form("cards", "红牌表", [UnitKind.County], SuppliedBy.Unit, null, 0, null)],
        [new Indicator("red", "JC01", "红牌总数", Formula.Parse(NamedCodes.RedCards, "").Formula, NamedCodes.RedCards, null, "件", 0, TextStyle.Fixed, Direction.Lower, true, null, null, 0)],
        [],
        []);

    public static DateTimeOffset At(double hour) => TestCity.Moment(Week, 0).AddHours(hour);

    /// <summary>The week is open, and its cases are counted on its Monday.</summary>
    public static async Task<TestCity> CreateAsync()
    {
        var city = await TestCity.CreateAsync(0, Catalogue);
        await city.OpenBeforeAsync(Week);
        var source = await city.Store<SourceStore>().AddAsync(Actor.System, new SourceSettingsEntry("省监察平台", "push", true, null, null, null), At(-48));
        var run = (await city.Store<RunStore>().StartAsync(Actor.System, source, RunTrigger.Push, null, "source", null, At(8)))!.Value;
        var intake = await city.Store<CaseIntakeStore>().OpenAsync(Actor.System, source, At(8));
        CaseEntry[] entries = [Case("1", "C1", "red"), Case("2", "C1", "red"), Case("3", "C1", "none"), Case("4", "C2", "none")];
        await city.Store<CaseIntakeStore>().StoreAsync(Actor.System, run, intake, intake.Understand(entries), At(8));
        await city.Store<RunStore>().FinishAsync(Actor.System, run, new RunEnd(RunState.Done), At(8));
        await city.Store<CaseIntakeStore>().CountAsync(Actor.System, run, At(8));
        return city;
    }

    /// <summary>Sends the form of a unit, and accepts it if wanted.</summary>
    public static async Task<Guid> SendAsync(TestCity city, string unit, long cases, long red, bool accept)
    {
        var uploads = city.Store<UploadStore>();
        var id = await uploads.AddAsync(TestCity.Collector, new NewUpload("红牌.xlsx", [1, 2, 3], null, null, Week, UploadChannel.Web), At(9));
        await uploads.ClaimAsync(Actor.System, id, At(9), TimeSpan.FromMinutes(1));
        var form = new CheckedForm(city.Catalogue.Unit(unit), city.Catalogue.Form("cards"), Week, [Value(NamedCodes.CasesMonitored, cases), Value(NamedCodes.RedCards, red)]);
        var outcome = await city.Store<SubmissionStore>().StoreAsync(TestCity.Collector, id, new CheckedIntake([form], [], 2), At(9));
        if (accept) await city.AcceptAsync([outcome]);
        return outcome.Submissions[0].Id;

        CheckedValue Value(string element, long value) => new(element, unit, value, value.ToString(CultureInfo.InvariantCulture), new Place("红牌表", "F7"));
    }

    private static CaseEntry Case(string number, string unit, string card) => new(
        new CaseRow("第1行", number, "1", unit, "XK-1", "企业设立登记", $"{Week.Monday:yyyy-MM-dd}T09:00:00", "", "", "", card, card == "red" ? "overdue" : "", "open", ""), "第1行", number, null);

    private static DataElement Element(string code, string name, string? maximum) => new(
        code, name, "件", Nature.Stock, "cards", [UnitKind.County], maximum, RollUp.Sum, 0, null, false, WhenMissing.Carry);
}
