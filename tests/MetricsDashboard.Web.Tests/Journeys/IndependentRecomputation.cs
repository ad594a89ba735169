using System.Globalization;
using System.Text.RegularExpressions;

namespace MetricsDashboard.Web.Tests.Journeys;

/// <summary>
/// The week's results computed a second time, from exported observations and the catalogue's CSV files alone, without a line of the
/// program's own arithmetic. It is deliberately plain: a reader should be able to check it against design rules 1–8 by eye.
/// </summary>
internal sealed partial class IndependentRecomputation
{
    private readonly List<Dictionary<string, string>> units;
    private readonly Dictionary<string, Dictionary<string, string>> unitByCode;
    private readonly Dictionary<string, Dictionary<string, string>> elements;
    private readonly List<Dictionary<string, string>> indicators;
    private readonly List<Dictionary<string, string>> forms;
    private readonly List<Dictionary<string, string>> targets;
    private readonly Dictionary<(string Week, string Unit, string Element), long> values = [];
    private readonly Dictionary<(string Unit, string Element), List<string>> weeksOf = [];

    /// <summary>Of the elements in fromCases the cases count before the form, from their first week on; of the others the form does.</summary>
    public IndependentRecomputation(string seedDirectory, string observationsCsv, bool demonstration, IReadOnlyDictionary<string, string>? fromCases = null)
    {
        units = [.. Read(Path.Combine(seedDirectory, "units.csv")).Concat(demonstration ? Read(Path.Combine(seedDirectory, "demo-townships.csv")) : [])
            .Where(unit => unit["active"] != "no" && (demonstration || unit["active"] != "demo") && unit["included"] != "no")];
        unitByCode = units.ToDictionary(unit => unit["code"]);
        elements = Read(Path.Combine(seedDirectory, "elements.csv")).ToDictionary(element => element["code"]);
        indicators = Read(Path.Combine(seedDirectory, "indicators.csv"));
        forms = Read(Path.Combine(seedDirectory, "forms.csv"));
        targets = demonstration ? Read(Path.Combine(seedDirectory, "targets.csv")) : [];
        foreach (var group in Read(observationsCsv).GroupBy(row => (row["week"], row["unit"], row["element"])))
        {
            var casesFirst = fromCases is not null && fromCases.TryGetValue(group.Key.Item3, out var since) && string.CompareOrdinal(since, group.Key.Item1) <= 0;
            string[] order = casesFirst ? ["cases", "form", "manual", "system"] : ["form", "cases", "manual", "system"];
            var counted = group.OrderBy(row => Array.IndexOf(order, row["origin"])).ThenByDescending(row => int.Parse(row["revision"], CultureInfo.InvariantCulture)).First();
            values[group.Key] = long.Parse(counted["value"], CultureInfo.InvariantCulture);
            var key = (group.Key.Item2, group.Key.Item3);
            if (!weeksOf.TryGetValue(key, out var weeks)) weeksOf[key] = weeks = [];
            weeks.Add(group.Key.Item1);
        }

        foreach (var weeks in weeksOf.Values) weeks.Sort(StringComparer.Ordinal);
    }

    /// <summary>Lines as the export writes them, without its heading.</summary>
    public IEnumerable<string> Lines(IReadOnlyList<string> weeks)
    {
        for (var i = 0; i < weeks.Count; i++)
        {
            foreach (var indicator in indicators.Where(indicator => indicator["kind"] == "computed"))
            {
                foreach (var line in Lines(indicator, weeks[i], i == 0 ? null : weeks[i - 1])) yield return line;
            }
        }
    }

    private IEnumerable<string> Lines(Dictionary<string, string> indicator, string week, string? before)
    {
        var growth = GrowthPattern().Match(indicator["numerator"]);
        var top = Terms(growth.Success ? growth.Groups[1].Value : indicator["numerator"]);
        var bottom = Terms(indicator["denominator"]);
        var used = top.Concat(bottom).Select(term => term.Element).Distinct().ToList();
        var rollUp = elements[used[0]]["roll_up"];
        var observing = units.Where(unit => Observes(unit, elements[used[0]])).ToList();
        var rows = new List<Row>();
        foreach (var scope in units)
        {
            var below = observing.Where(unit => rollUp == "none" ? unit == scope : Ancestors(unit).Contains(scope["code"])).ToList();
            if (below.Count > 0) rows.Add(OfScope(indicator, scope, below, used, top, bottom, rollUp, growth.Success, week, before));
        }

        foreach (var row in rows)
        {
            var group = unitByCode[row.Unit]["ranking_group"];
            int? rank = group.Length > 0 && indicator["direction"] != "none" && CanRank(row, indicator)
                ? 1 + rows.Count(other => unitByCode[other.Unit]["ranking_group"] == group && CanRank(other, indicator)
                    && (indicator["direction"] == "lower" ? other.Value < row.Value : other.Value > row.Value))
                : null;
            var text = row.Value is not { } value ? "" : value.ToString(indicator["unit"] == "%" ? "F2" : "F0", CultureInfo.InvariantCulture);
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{week},{row.Unit},{indicator["code"]},{row.Top},{row.Bottom},{text},{row.Reported},{row.Carried},{row.Expected},{rank},{Light(row, indicator, week)}");
        }
    }

    private Row OfScope(
        Dictionary<string, string> indicator, Dictionary<string, string> scope, List<Dictionary<string, string>> below, List<string> used,
        List<(string Element, int Sign)> top, List<(string Element, int Sign)> bottom, string rollUp, bool growth, string week, string? before)
    {
        var carries = used.ToDictionary(element => element, element => elements[element]["when_missing"] == "carry");
        char State(Dictionary<string, string> unit, string at) => used.Select(element =>
            values.ContainsKey((at, unit["code"], element)) ? 'a' : carries[element] && Last(unit["code"], element, at) is not null ? 'b' : 'c').Max();
        var asked = below.GroupBy(unit => unit["kind"] == "Township" ? unit["parent"] : unit["code"]).ToList();
        var worst = asked.Select(group => group.Max(unit => State(unit, week))).ToList();
        var taken = below.Where(unit => State(unit, week) != 'c').ToList();
        int reported = worst.Count(state => state == 'a'), carried = worst.Count(state => state == 'b');
        long? above = null, under = null;
        if (growth)
        {
            var both = before is null ? [] : below.Where(unit => State(unit, week) == 'a' && State(unit, before) == 'a').ToList();
            (reported, carried) = (both.Count, 0);
            if (both.Count > 0)
            {
                under = both.Sum(unit => values[(before!, unit["code"], used[0])]);
                above = both.Sum(unit => values[(week, unit["code"], used[0])]) - under;
            }
        }
        else if (taken.Count > 0)
        {
            long Fold(string element)
            {
                var all = taken.Select(unit => values[(Last(unit["code"], element, week)!, unit["code"], element)]).ToList();
                return rollUp == "min" ? all.Min() : all.Sum();
            }

            above = top.Sum(term => term.Sign * Fold(term.Element));
            under = bottom.Count > 0 ? bottom.Sum(term => term.Sign * Fold(term.Element)) : null;
        }

        decimal? value = indicator["unit"] != "%" ? above : under is null or 0 ? null : Percent(above!.Value, under.Value);
        return new Row(scope["code"], above, under, value, reported, carried, asked.Count);
    }

    private static decimal Percent(long above, long under)
    {
        // Hundredths of a percent, by whole numbers: half away from zero.
        var scaled = (Int128)Math.Abs(above) * 10000 * 2 + Math.Abs(under);
        var hundredths = (long)(scaled / (2 * (Int128)Math.Abs(under)));
        if (hundredths == 0 && above != 0) hundredths = 1;
        if (hundredths == 10000 && Math.Abs(above) < Math.Abs(under)) hundredths = 9999;
        return (above < 0 ? -1 : 1) * hundredths / 100m;
    }

    private static bool CanRank(Row row, Dictionary<string, string> indicator) =>
        row.Reported == row.Expected && row.Value is not null
        && !(indicator["min_base"].Length > 0 && row.Bottom < long.Parse(indicator["min_base"], CultureInfo.InvariantCulture));

    private string Light(Row row, Dictionary<string, string> indicator, string week)
    {
        var target = targets.LastOrDefault(candidate => candidate["indicator"] == indicator["code"] && candidate["unit"] == row.Unit
            && string.CompareOrdinal(candidate["valid_from"], week) <= 0
            && (candidate["valid_to"].Length == 0 || string.CompareOrdinal(week, candidate["valid_to"]) <= 0));
        if (target is null || row.Value is not { } value || row.Reported + row.Carried < row.Expected) return "";
        bool Meets(string limit) => limit.Length > 0 && (indicator["direction"] == "lower"
            ? value <= decimal.Parse(limit, CultureInfo.InvariantCulture)
            : value >= decimal.Parse(limit, CultureInfo.InvariantCulture));
        return Meets(target["target"]) ? "green" : Meets(target["yellow_limit"]) ? "yellow" : "red";
    }

    private bool Observes(Dictionary<string, string> unit, Dictionary<string, string> element) => element["observed_at"] == "System"
        ? forms.Any(form => form["supplied_by"] == "unit" && form["asked_of"].Split('|').Contains(unit["kind"])
            && elements.Values.Any(other => other["form"] == form["code"])
            && (form["rows"] != "Township" || units.Any(row => row["kind"] == "Township" && row["parent"] == unit["code"])))
        : element["observed_at"].Split('|').Contains(unit["kind"]);

    private IEnumerable<string> Ancestors(Dictionary<string, string> unit)
    {
        for (var code = unit["code"]; code.Length > 0; code = unitByCode.TryGetValue(code, out var found) ? found["parent"] : "") yield return code;
    }

    private string? Last(string unit, string element, string week) =>
        weeksOf.TryGetValue((unit, element), out var weeks) ? weeks.LastOrDefault(known => string.CompareOrdinal(known, week) <= 0) : null;

    private static List<(string Element, int Sign)> Terms(string text) =>
        [.. TermPattern().Matches(text).Select(match => (match.Groups[2].Value, match.Groups[1].Value == "-" ? -1 : 1))];

    private static List<Dictionary<string, string>> Read(string path)
    {
        var lines = File.ReadAllLines(path).Where(line => line.Length > 0).Select(Split).ToList();
        return [.. lines.Skip(1).Select(fields => lines[0].Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => fields[pair.i]))];
    }

    private static List<string> Split(string line) =>
        [.. FieldPattern().Matches(line).Select(match => match.Groups[1].Success ? match.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : match.Groups[2].Value)];

    [GeneratedRegex("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))")]
    private static partial Regex FieldPattern();

    [GeneratedRegex(@"^growth\((\w+)\)$")]
    private static partial Regex GrowthPattern();

    [GeneratedRegex(@"([+-]?)\s*([a-z][a-z0-9_]*)")]
    private static partial Regex TermPattern();

    private sealed record Row(string Unit, long? Top, long? Bottom, decimal? Value, int Reported, int Carried, int Expected);
}
