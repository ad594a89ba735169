using FsCheck;
using FsCheck.Xunit;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Tests.CatalogueRules;
using static MetricsDashboard.Tests.CatalogueRules.SmallCatalogue;

namespace MetricsDashboard.Tests.Indicators;

/// <summary>What holds of every week, whatever was reported.</summary>
public sealed class WeekCalculationProperties
{
    private static readonly string[] Units = ["A", "B", "C", "D", "D1", "D2"];

    private static readonly string[] Townships = ["A1", "A2", "A3", "B1"];

    [Property(MaxTest = 200)]
    public bool RollUp_AnotherOrderOfValuesAndUnits_IsTheSame(int seed)
    {
        var values = Values(seed);
        var reordered = new SmallCatalogue() with { Units = ReverseOrder(new SmallCatalogue().Units) };
        var other = Compute(Shuffled(values, seed), reordered.Build());
        return Compute(values).All(snapshot => Find(other, snapshot.Indicator, snapshot.Unit) == snapshot);
    }

    [Property(MaxTest = 200)]
    public bool RollUp_TownshipsGroupedOtherwise_LeavesTheCityUnchanged(int seed)
    {
        var values = Values(seed, missing: false);
        var regrouped = new SmallCatalogue() with { Units = new SmallCatalogue().Units.Replace("Township,A,31", "Township,B,31", StringComparison.Ordinal) };
        var other = Compute(values, regrouped.Build());
        return new[] { "covered", "online" }.All(indicator => Find(Compute(values), indicator, "CITY") == Find(other, indicator, "CITY"));
    }

    [Property(MaxTest = 200)]
    public bool RollUp_OfTheCity_IsTheSumOfItsCountiesAndDepartments(int seed)
    {
        var snapshots = Compute(Values(seed));
        return new[] { "share", "gap", "count", "good-share", "covered" }.All(indicator =>
            Sum(indicator, "CITY", snapshot => snapshot.Numerator) == Units.Sum(unit => Sum(indicator, unit, snapshot => snapshot.Numerator))
            && Sum(indicator, "CITY", snapshot => snapshot.Denominator) == Units.Sum(unit => Sum(indicator, unit, snapshot => snapshot.Denominator)));

        long Sum(string indicator, string unit, Func<Snapshot, long?> part) =>
            snapshots.Where(snapshot => snapshot.Indicator == indicator && snapshot.Unit == unit).Sum(snapshot => part(snapshot) ?? 0);
    }

    [Property(MaxTest = 200)]
    public bool Change_OfAUnitMissingNow_DoesNotDependOnItsValue(int seed, NonNegativeInt one, NonNegativeInt two) =>
        SameChanges(seed, "B", gone: 0, kept: 1, one.Get, two.Get);

    [Property(MaxTest = 200)]
    public bool Change_OfAUnitMissingTheWeekBefore_DoesNotDependOnItsValue(int seed, NonNegativeInt one, NonNegativeInt two) =>
        SameChanges(seed, "B", gone: 1, kept: 0, one.Get, two.Get);

    [Property(MaxTest = 200)]
    public bool Change_AgainstTheSameValues_IsExactlyZeroOrNothing(int seed)
    {
        var now = Values(seed).Where(value => value.Week == Week).ToList();
        var snapshots = Compute([.. now, .. now.Select(value => value with { Week = Week.Previous })]);
        return snapshots.All(snapshot => snapshot.Change is null or { Amount: 0, IsExactlyZero: true });
    }

    [Property(MaxTest = 200)]
    public bool Coverage_OfEverySnapshot_AddsUpToTheAskedUnits(int seed)
    {
        var catalogue = Default;
        return Compute(Values(seed)).All(snapshot =>
        {
            var element = catalogue.Element(catalogue.Indicator(snapshot.Indicator).Formula!.Elements[0]);
            var asked = WeekCalculation.Scopes(catalogue, catalogue.Indicator(snapshot.Indicator).Formula!, Week)[snapshot.Unit]
                .Select(row => catalogue.AskedUnitOf(element, row).Code).Distinct().Count();
            return snapshot.Coverage.Expected == asked && snapshot.Coverage is { Reported: >= 0, Carried: >= 0, Missing: >= 0 };
        });
    }

    [Property(MaxTest = 200)]
    public bool Light_OfATotalWithUnitsLeftOut_IsNone(int seed)
    {
        var catalogue = (new SmallCatalogue() with { Targets = new SmallCatalogue().Targets + "share,CITY,2020-W01,,50,,文件\ngood-share,CITY,2020-W01,,50,,文件\n" }).Build();
        return Compute(Values(seed), catalogue).Where(snapshot => snapshot.Coverage.Missing > 0).All(snapshot => snapshot.Light is null);
    }

    [Property(MaxTest = 200)]
    public bool Rank_OfEveryUnitInAGroup_IsThereOrSaysWhyNot(int seed) => Compute(Values(seed))
        .Where(snapshot => Units.Contains(snapshot.Unit) && snapshot.Indicator != "count")
        .All(snapshot => snapshot.Rank is null != snapshot.Unranked is null);

    [Property(MaxTest = 200)]
    public bool Rank_OfReportedUnits_OrdersTheirDisplayedValues(int seed)
    {
        var ranked = Compute(Values(seed)).Where(snapshot => snapshot is { Indicator: "gap", Rank: not null }).GroupBy(snapshot => Default.Unit(snapshot.Unit).RankingGroup);
        return ranked.All(group => group.All(one => group.All(other => one.Value < other.Value == one.Rank < other.Rank)));
    }

    [Property(MaxTest = 200)]
    public bool Value_OfACarriedWeek_IsThatOfTheWeekItCameFrom(int seed)
    {
        var before = Values(seed, missing: false).Where(value => value.Week == Week.Previous).ToList();
        var (then, now) = (WeekCalculation.Compute(Default, new WeekFigures(Week.Previous, before), null), Compute(before));
        return then.Where(snapshot => snapshot.Indicator is "share" or "count" or "covered" or "online" or "live")
            .All(snapshot => Find(now, snapshot.Indicator, snapshot.Unit) is var carried && carried.Value == snapshot.Value && carried.Coverage.Carried == snapshot.Coverage.Reported);
    }

    private static bool SameChanges(int seed, string unit, int gone, int kept, long one, long two)
    {
        var others = Values(seed, missing: false).Where(value => value.Unit != unit && !value.Unit.StartsWith(unit, StringComparison.Ordinal)).ToList();
        return Changes(one).SequenceEqual(Changes(two));

        IEnumerable<(string, string, Change?)> Changes(long value) => Compute(
                [.. others, Value("all", unit, value + 1, kept), Value("done", unit, value, kept), Value("cases", unit, value + 1, kept), Value("good", unit, value, kept), Value("users", unit, value, kept)])
            .Where(snapshot => snapshot.Indicator is not "covered" and not "online")
            .Select(snapshot => (snapshot.Indicator, snapshot.Unit, snapshot.Change));
    }

    /// <summary>Values of this week and the week before; with <paramref name="missing"/> each unit may lack either.</summary>
    private static List<CountedValue> Values(int seed, bool missing = true)
    {
        var random = new System.Random(seed);
        var values = new List<CountedValue>();
        for (var before = 0; before <= 1; before++)
        {
            foreach (var unit in Units.Where(_ => !missing || random.Next(4) > 0))
            {
                var all = random.Next(0, 200);
                var cases = random.Next(0, 30);
                values.AddRange([Value("all", unit, all, before), Value("done", unit, random.Next(0, all + 1), before)]);
                values.AddRange([Value("cases", unit, cases, before), Value("good", unit, random.Next(0, cases + 1), before)]);
                if (unit.Length == 1) values.Add(Value("users", unit, random.Next(0, 5000), before));
            }

            foreach (var township in Townships.Where(_ => !missing || random.Next(4) > 0))
            {
                values.AddRange([Value("covered", township, random.Next(0, 40), before), Value("online", township, random.Next(0, 20), before)]);
            }
        }

        values.Add(Value("live", "CITY", random.Next(0, 90), 1));
        return values;
    }

    private static List<CountedValue> Shuffled(List<CountedValue> values, int seed)
    {
        var shuffled = values.ToArray();
        new System.Random(seed).Shuffle(shuffled);
        return [.. shuffled];
    }

    private static string ReverseOrder(string units)
    {
        var lines = units.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse().Select((line, i) =>
        {
            var fields = line.Split(',');
            fields[5] = FormattableString.Invariant($"{i}");
            return string.Join(',', fields);
        })));
    }
}
