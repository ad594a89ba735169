using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situations 9, 28 and 33: who reported, late, in part or not at all.</summary>
public static class ReportingDiscipline
{
    /// <summary>
    /// 本周各县（市、区）均按时报送，已连续5周全部按时报送; 甲县逾期1个工作日报送，其余单位均按时报送;
    /// 本周应报送单位12个，实际报送11个，丁区未报送. Empty where nobody owed anything.
    /// </summary>
    /// <param name="units">How the units met their duties.</param>
    /// <param name="who">What the units are called together.</param>
    /// <param name="weeksOnTime">In how many weeks up to this all were in time.</param>
    /// <param name="link">Where the numbers are explained.</param>
    public static Phrase Clause(IReadOnlyCollection<UnitReporting> units, string who, int weeksOnTime, string? link)
    {
        var owing = units.Where(unit => unit.State is not null).ToList();
        if (owing is []) return Phrase.Empty;
        var late = owing.FindAll(unit => unit.State is ReportingState.Late);
        var partly = owing.FindAll(unit => unit.State is ReportingState.Partly);
        var missing = owing.FindAll(unit => unit.State is ReportingState.Missing);
        if (missing.Count == owing.Count) return Phrase.Of($"本周应报送单位{Count(owing)}个，均未报送");
        if (owing.TrueForAll(unit => unit.State is ReportingState.OnTime)) return OnTime();
        if (missing is [] && partly is []) return Late();
        if (late is [] && partly is [])
            return Phrase.Of($"本周应报送单位{Count(owing)}个，实际报送{Count([.. owing.Except(missing)])}个，{Names(missing)}未报送");
        return Phrase.Join("，", Phrase.Of($"本周应报送单位{Count(owing)}个"), Kind("按时报送", owing.FindAll(unit => unit.State is ReportingState.OnTime), named: false),
            Kind("逾期报送", late), Kind("报送不全", partly), Kind("未报送", missing));

        Phrase OnTime() => weeksOnTime >= Thresholds.LastingWeeks
            ? Phrase.Of($"本周{who}均按时报送，已连续{new Number(FigureText.Count(weeksOnTime), link)}周全部按时报送")
            : Phrase.Of($"本周{who}均按时报送");

        Phrase Late()
        {
            var rest = late.Count == owing.Count ? Phrase.Empty : Phrase.Of($"其余单位均按时报送");
            return Phrase.Join("，", [.. late.GroupBy(unit => (unit.WorkingDaysLate, unit.ExtendedTo)).Select(group => LateBy([.. group])), rest]);
        }

        Phrase LateBy(List<UnitReporting> group) => group.Find(unit => unit.State is ReportingState.Late) switch
        {
            { ExtendedTo: { } day } => Phrase.Of($"{Names(group)}经同意延期至{WeekText.Day(day)}报送"),
            { WorkingDaysLate: { } days } => Phrase.Of($"{Names(group)}逾期{new Number(FigureText.Count(days), link)}个工作日报送"),
            _ => Phrase.Of($"{Names(group)}逾期报送"),
        };

        Phrase Kind(string kind, List<UnitReporting> some, bool named = true) => (some, named) switch
        {
            ([], _) => Phrase.Empty,
            (_, true) => Phrase.Of($"{kind}{Count(some)}个（{Names(some)}）"),
            _ => Phrase.Of($"{kind}{Count(some)}个"),
        };

        Number Count(List<UnitReporting> some) => new(FigureText.Count(some.Count), link);

        Phrase Names(List<UnitReporting> some) => Naming.Units(some.ConvertAll(unit => unit.Unit), link);
    }
}
