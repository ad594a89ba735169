using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;
using Xunit;

namespace MetricsDashboard.Tests.Observations;

public sealed class OriginSettingsTests
{
    private static readonly ReportingWeek W39 = new(2020, 39);

    [Fact]
    public void First_WithoutASetting_IsTheForm()
    {
        Assert.Equal(Origin.Form, OriginSettings.None.First("sum", W39));
        Assert.True(OriginSettings.None.IsBefore("sum", W39, (Origin.Form, 1), (Origin.Cases, 9)));
        Assert.True(OriginSettings.None.IsBefore("sum", W39, (Origin.Cases, 1), (Origin.Manual, 9)));
    }

    [Fact]
    public void First_AroundTheWeekOfASetting_HoldsFromItOn()
    {
        var settings = new OriginSettings([new OriginSetting("sum", W39, Origin.Cases), new OriginSetting("sum", W39.AddWeeks(2), Origin.Form)]);

        Assert.Equal(
            [Origin.Form, Origin.Cases, Origin.Cases, Origin.Form, Origin.Form],
            W39.Previous.To(W39.AddWeeks(3)).Select(week => settings.First("sum", week)));
        Assert.Equal(Origin.Form, settings.First("other", W39));
    }

    [Fact]
    public void First_OfSeveralSettingsOfAWeek_IsTheLastOne() =>
        Assert.Equal(Origin.Form, new OriginSettings([new OriginSetting("sum", W39, Origin.Cases), new OriginSetting("sum", W39, Origin.Form)]).First("sum", W39));

    [Fact]
    public void IsBefore_WithCasesFirst_PutsThemBeforeTheFormAndNewerBeforeOlder()
    {
        var settings = new OriginSettings([new OriginSetting("sum", W39, Origin.Cases)]);

        Assert.True(settings.IsBefore("sum", W39, (Origin.Cases, 1), (Origin.Form, 9)));
        Assert.False(settings.IsBefore("sum", W39, (Origin.Form, 9), (Origin.Cases, 1)));
        Assert.True(settings.IsBefore("sum", W39, (Origin.Cases, 2), (Origin.Cases, 1)));
        Assert.True(settings.IsBefore("sum", W39, (Origin.Form, 1), (Origin.Manual, 1)));
    }

    [Fact]
    public void Counting_OfEachValue_IsTheNewestRevisionOfTheOriginThatCounts()
    {
        var settings = new OriginSettings([new OriginSetting("sum", W39, Origin.Cases)]);
        var values = new[]
        {
            Value(W39, Origin.Form, 1), Value(W39, Origin.Form, 2), Value(W39, Origin.Cases, 1), Value(W39, Origin.Cases, 2),
            Value(W39.Previous, Origin.Form, 1), Value(W39.Previous, Origin.Cases, 3),
        };

        Assert.Equal([values[3], values[4]], settings.Counting(values).OrderByDescending(value => value.Week));
        Assert.Equal([values[1], values[4]], OriginSettings.None.Counting(values).OrderByDescending(value => value.Week));
        Assert.Equal((false, true), (settings.IsEmpty, OriginSettings.None.IsEmpty));

        static Observation Value(ReportingWeek week, Origin origin, int revision) => new("sum", "u", week, origin, revision, 7, null, null, null, default, "x", null);
    }
}
