namespace MetricsDashboard.Domain.Catalogue;

/// <summary>What rows of the catalogue owe each other: no duplicate, no dangling code, no cycle, formulas over elements that go together.</summary>
internal static class CatalogueChecks
{
    public static void Check(
        IReadOnlyList<Located<Unit>> units,
        IReadOnlyList<Located<Form>> forms,
        IReadOnlyList<Located<DataElement>> elements,
        IReadOnlyList<Located<Indicator>> indicators,
        IReadOnlyList<Located<Target>> targets,
        IReadOnlyList<Located<PublishedFigure>> published,
        List<CatalogueFault> faults)
    {
        var unitByCode = Unique(units, unit => unit.Code, "单位", faults);
        var formByCode = Unique(forms, form => form.Code, "报表", faults);
        var elementByCode = Unique(elements, element => element.Code, "填报项", faults);
        var indicatorByCode = Unique(indicators, indicator => indicator.Code, "指标", faults);
        Tree(units, unitByCode, faults);
        foreach (var row in elements) Element(row, formByCode, elementByCode, faults);
        foreach (var row in indicators) Formula(row, elementByCode, faults);
        foreach (var row in targets) Scope(row, row.Value.Indicator, row.Value.Unit, indicatorByCode, unitByCode, faults);
        foreach (var row in published) Scope(row, row.Value.Indicator, row.Value.Unit, indicatorByCode, unitByCode, faults);
    }

    private static Dictionary<string, T> Unique<T>(IEnumerable<Located<T>> rows, Func<T, string> code, string what, List<CatalogueFault> faults)
    {
        var first = new Dictionary<string, Located<T>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!first.TryAdd(code(row.Value), row)) faults.Add(row.Fault($"{what}代码“{code(row.Value)}”与 {first[code(row.Value)].File} 第{first[code(row.Value)].Line}行重复"));
        }

        return first.ToDictionary(entry => entry.Key, entry => entry.Value.Value, StringComparer.Ordinal);
    }

    private static void Tree(IReadOnlyList<Located<Unit>> units, Dictionary<string, Unit> byCode, List<CatalogueFault> faults)
    {
        var roots = units.Where(row => row.Value.Kind is UnitKind.City).ToList();
        foreach (var row in roots.Skip(1)) faults.Add(row.Fault($"单位“{row.Value.Code}”：全目录只能有一个 City"));
        foreach (var row in units)
        {
            var unit = row.Value;
            if (unit.Parent is null)
            {
                if (unit.Kind is not UnitKind.City) faults.Add(row.Fault($"单位“{unit.Code}”没有上级（parent）"));
                continue;
            }

            if (!byCode.TryGetValue(unit.Parent, out var parent))
            {
                faults.Add(row.Fault($"单位“{unit.Code}”的上级“{unit.Parent}”不存在"));
                continue;
            }

            if (IsCycle(unit, byCode)) faults.Add(row.Fault($"单位“{unit.Code}”的上级关系成环"));
            else if (parent.Kind != ParentOf(unit.Kind)) faults.Add(row.Fault($"单位“{unit.Code}”（{unit.Kind}）不能在“{parent.Code}”（{parent.Kind}）之下"));
        }

        if (roots.Count == 0 && units.Count > 0) faults.Add(units[0].Fault("没有 City 一级的单位"));
    }

    private static UnitKind? ParentOf(UnitKind kind) => kind switch
    {
        UnitKind.City => null,
        UnitKind.Municipal or UnitKind.County => UnitKind.City,
        UnitKind.Department => UnitKind.Municipal,
        _ => UnitKind.County,
    };

    private static bool IsCycle(Unit unit, Dictionary<string, Unit> byCode)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = unit; current is not null; current = current.Parent is { } parent ? byCode.GetValueOrDefault(parent) : null)
        {
            if (!seen.Add(current.Code)) return true;
        }

        return false;
    }

    private static void Element(Located<DataElement> row, Dictionary<string, Form> forms, Dictionary<string, DataElement> elements, List<CatalogueFault> faults)
    {
        var element = row.Value;
        if (element.Form is { } code)
        {
            if (!forms.TryGetValue(code, out var form)) faults.Add(row.Fault($"填报项“{element.Code}”的报表“{code}”不存在"));
            else if (element.ObservedAt.Count == 0) faults.Add(row.Fault($"填报项“{element.Code}”在报表上，observed_at 不能为 System"));
            else if (element.ObservedAt.Any(kind => form.Rows is { } rows ? kind != rows : !form.AskedOf.Contains(kind)))
                faults.Add(row.Fault($"填报项“{element.Code}”的 observed_at 与报表“{code}”的填报单位不一致"));
        }
        else if (element.ObservedAt.Count > 0)
        {
            faults.Add(row.Fault($"填报项“{element.Code}”没有报表，observed_at 应为 System"));
        }

        if (element is { IsText: true, IsSystem: true }) faults.Add(row.Fault($"填报项“{element.Code}”是文字，系统不能计算，应在一张报表上"));

        if (element.MaxElement is not { } maximum) return;
        if (!elements.TryGetValue(maximum, out var bound)) faults.Add(row.Fault($"填报项“{element.Code}”的上限填报项“{maximum}”不存在"));
        else if (bound.IsText)
            faults.Add(row.Fault($"填报项“{element.Code}”的上限“{maximum}”是文字，无法比较"));
        else if (bound.IsSystem != element.IsSystem || element.ObservedAt.Except(bound.ObservedAt).Any())
            faults.Add(row.Fault($"填报项“{element.Code}”的上限“{maximum}”不是在同一类单位上填报的，无法比较"));
    }

    private static void Formula(Located<Indicator> row, Dictionary<string, DataElement> elements, List<CatalogueFault> faults)
    {
        if (row.Value.Formula is not { } formula) return;
        var unknown = formula.Elements.Where(code => !elements.ContainsKey(code)).ToList();
        foreach (var code in unknown) faults.Add(row.Fault($"指标“{row.Value.Code}”的公式用到不存在的填报项“{code}”"));
        if (unknown.Count > 0) return;
        var used = formula.Elements.Select(code => elements[code]).ToList();
        if (used.Find(element => element.IsText) is { } text)
            faults.Add(row.Fault($"指标“{row.Value.Code}”的公式用到文字填报项“{text.Code}”，文字不能计算"));
        else if (used.Any(element => element.IsSystem != used[0].IsSystem || !element.ObservedAt.ToHashSet().SetEquals(used[0].ObservedAt)))
            faults.Add(row.Fault($"指标“{row.Value.Code}”的公式用到的填报项不在同一类单位上填报，无法合计"));
        else if (used.Any(element => element.RollUp != used[0].RollUp))
            faults.Add(row.Fault($"指标“{row.Value.Code}”的公式用到的填报项汇总方式不同"));
    }

    private static void Scope<T>(
        Located<T> row, string indicator, string unit, Dictionary<string, Indicator> indicators, Dictionary<string, Unit> units, List<CatalogueFault> faults)
    {
        if (!indicators.ContainsKey(indicator)) faults.Add(row.Fault($"指标“{indicator}”不存在"));
        if (!units.ContainsKey(unit)) faults.Add(row.Fault($"单位“{unit}”不存在"));
    }
}
