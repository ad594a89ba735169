using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;
using Xunit;

namespace MetricsDashboard.Tests.Demonstration;

/// <summary>The demonstration's files go through the check that every file goes through, each against the weeks before it.</summary>
public sealed class DemoChecksTests
{
    private static readonly ILookup<(string Element, string Unit), CountedValue> Series = DemoWeeks.Values.ToLookup(value => (value.Element, value.Unit));

    public static TheoryData<string> Weeks => [.. DemoWeeks.Weeks.Select(week => week.ToString())];

    [Theory]
    [MemberData(nameof(Weeks))]
    public void File_CheckedAgainstTheWeeksBefore_HasNoError(string week)
    {
        var intake = Check(ReportingWeek.Parse(week));

        Assert.DoesNotContain(intake.Issues, issue => issue.Severity is Severity.Error);
        Assert.Equal(DemoWeeks.Values.Count(value => value.Week.ToString() == week) + DemoWeeks.Texts.Count(text => text.Week.ToString() == week), intake.Read);
    }

    [Fact]
    public void LastWeek_CheckedAgainstTheWeeksBefore_AsksAboutAFewOfItsValues()
    {
        var issues = Check(DemoWeeks.Last).Issues;

        Assert.InRange(issues.Count(issue => issue.Severity is Severity.Warning), 1, 100);
    }

    private static CheckedIntake Check(ReportingWeek week)
    {
        var request = new IntakeRequest(new Actor("市", Role.Source), Week: week);
        var context = new IntakeContext(
            new HashSet<ReportingWeek> { week },
            (element, unit, asked) =>
            [
                .. Series[(element, unit)].Where(value => value.Week < asked).OrderByDescending(value => value.Week).Take(IntakeContext.HistoryWeeks)
                    .Select(value => new Figure(value.Value, value.Week)),
            ]);
        var file = File.ReadAllBytes(Repository.Path("db", "samples", "demo", $"{week}.csv"));
        return IntakeCheck.Check(DemoWeeks.Catalogue, request, context, IntakeReader.Read(file, $"{week}.csv", DemoWeeks.Catalogue, request));
    }
}
