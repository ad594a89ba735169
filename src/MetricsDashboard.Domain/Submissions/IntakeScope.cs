using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>
/// Decides what a value is about: its unit, week and element, and whether they go together. What is wrong with a name is said once for
/// the sheet, at the first place where it stands, however many rows repeat it.
/// </summary>
internal sealed class IntakeScope(Catalogue.Catalogue catalogue, IntakeRequest request, IntakeContext context)
{
    private readonly IntakeNames names = new(catalogue);
    private readonly Dictionary<string, Unit?> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DataElement?> elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReportingWeek?> weeks = new(StringComparer.Ordinal);
    private readonly Dictionary<ReportingWeek, Dictionary<Unit, bool>> takesPart = [];
    private readonly Dictionary<(string Code, string? Sheet, string Text), Fault> faults = [];

    /// <summary>What a value is about; null where that cannot be said, which is then noted, or where a blank cell is of no concern.</summary>
    public Subject? Find(RawEntry entry)
    {
        var unit = Cached(units, entry.Unit, names.Unit);
        var element = Cached(elements, entry.Element, names.Element);
        var week = Week(entry);
        if (unit is null)
            Note(IssueCodes.UnknownUnit, entry, entry.Unit, null, element, $"没有代码或名称为{Quotation.Of(entry.Unit)}的单位，请按单位目录改正");
        if (element is null)
            Note(IssueCodes.UnknownElement, entry, entry.Element, unit, null, $"没有代码或名称为{Quotation.Of(entry.Element)}的填报项，请按填报项目录改正");
        if (week is null)
            Note(IssueCodes.WrongWeek, entry, entry.Week, unit, element, $"{Quotation.Of(entry.Week)}不是统计周，{WeekExample()}");
        if (unit is null || element is null || week is not { } known) return null;
        if (!IsAsked(entry, unit, element, known)) return null;
        var asked = catalogue.AskedUnitOf(element, unit);
        return new Subject(new SentKey(asked, catalogue.Form(element.Form!), known), element, unit);
    }

    /// <summary>May the form be sent by this sender, for this unit and week? What forbids it is noted; false where its values must not be looked at.</summary>
    public bool Allows(SentForm sent, List<IntakeIssue> issues)
    {
        var (asked, form, week) = sent.Key;
        var at = sent.First.Place;
        void Error(string code, string value, string message) =>
            issues.Add(new IntakeIssue(Severity.Error, code, at.Sheet, at.Cell, asked.Name, null, value, message) { FormCode = form.Code, UnitCode = asked.Code });
        if (request.Form is { } meant && meant != form.Code)
        {
            Error(IssueCodes.OtherForm, form.Name, catalogue.FindForm(meant) is { } wanted
                ? $"本次只报送《{wanted.Name}》，文件里还有《{form.Name}》的数：请删去，或不指定报表后重新报送"
                : $"没有代码为{Quotation.Of(meant)}的报表，请核对后重新报送");
        }

        if (request.Week is { } askedWeek && context.PeriodOf(askedWeek) is var meantPeriod && meantPeriod.First != week)
            Error(IssueCodes.WrongWeek, FullPeriod(week), $"这是{Which(week, meantPeriod.First)}的表，本次报送的统计周是{WeekText.Period(meantPeriod)}：请下载该周的表重新填报");
        else if (!context.OpenWeeks.Contains(week))
            Error(IssueCodes.WeekNotOpen, FullPeriod(week), NotOpen(week));
        if (!request.Sender.MaySend(asked))
        {
            var own = catalogue.FindUnit(request.Sender.Unit) is { } unit ? $"您只能报送{unit.Name}的数据" : $"您没有报送{asked.Name}数据的权限";
            Error(IssueCodes.OtherUnit, asked.Code, $"{own}，文件里是{asked.Name}的数据：请换用本单位的表重新填报");
            return false;
        }

        if (request.Unit is { } text && names.Unit(text) != asked)
        {
            Error(IssueCodes.OtherUnit, asked.Code, names.Unit(text) is { } named
                ? $"本次报送的单位是{named.Name}，文件里是{asked.Name}的数据：请换用{named.Name}的表，或改正所选单位"
                : $"没有代码或名称为{Quotation.Of(text)}的单位，请改正所选单位后重新报送");
            return false;
        }

        return true;
    }

    /// <summary>What <see cref="Find"/> noted.</summary>
    public IEnumerable<IntakeIssue> Issues() => faults.Values.Select(fault => fault.Issue with
    {
        Message = fault.Times == 1 ? fault.Issue.Message : $"{fault.Issue.Message}（同样的问题共{fault.Times}处）",
    });

    private bool IsAsked(RawEntry entry, Unit unit, DataElement element, ReportingWeek week)
    {
        if (element.IsSystem)
        {
            if (entry.Kind is not CellKind.Blank)
                Note(IssueCodes.UnknownElement, entry, element.Code, unit, element, $"{Quotation.Of(element.Name)}由系统计算，不需要填报，请删去");
            return false;
        }

        if (!element.ObservedAt.Contains(unit.Kind) || !element.IsValidIn(week))
        {
            if (entry.Kind is not CellKind.Blank)
                Note(IssueCodes.UnknownElement, entry, unit.Code + "|" + element.Code, unit, element, $"{unit.Name}在该周不填报{Quotation.Of(element.Name)}，请删去这个数");
            return false;
        }

        if (!takesPart.TryGetValue(week, out var taking)) takesPart[week] = taking = new Dictionary<Unit, bool>(ReferenceEqualityComparer.Instance);
        if (!taking.TryGetValue(unit, out var counts)) taking[unit] = counts = catalogue.TakesPart(unit, week);
        if (!counts && entry.Kind is not CellKind.Blank)
            Note(IssueCodes.UnknownUnit, entry, unit.Code, unit, element, $"{unit.Name}在该周不在填报范围内，请删去该单位的数");
        return counts;
    }

    private ReportingWeek? Week(RawEntry entry)
    {
        if (weeks.TryGetValue(entry.Week, out var week)) return week;
        week = string.IsNullOrWhiteSpace(entry.Week) ? request.Week : ReportingWeek.TryParse(IntakeNames.Simplify(entry.Week), out var parsed) ? parsed : null;
        return weeks[entry.Week] = week is { } known ? context.PeriodOf(known).First : null;
    }

    private string WeekExample() => (request.Week ?? (context.OpenWeeks.Count > 0 ? context.OpenWeeks.Max() : null)) is { } example
        ? $"{Period(example)}应写作 {example}，请改正"
        : "请按“年份-W周序号”改正";

    private string NotOpen(ReportingWeek week)
    {
        if (context.OpenWeeks.Count == 0) return $"{Period(week)}不在报送时间内，现在没有可以报送的统计周：请等下一周开放后报送，或与市专班联系";
        var open = string.Join("、", context.OpenWeeks.Order().Select(Period));
        return $"这是{Which(week, context.OpenWeeks.Max())}的表，该周不在报送时间内，现在可以报送的是{open}：请下载该周的表重新填报";
    }

    private string Which(ReportingWeek week, ReportingWeek current) => current.WeeksSince(week) switch
    {
        1 => $"上周（{Period(week)}）",
        -1 => $"下周（{Period(week)}）",
        _ => FullPeriod(week),
    };

    private string Period(ReportingWeek week) => WeekText.Period(context.PeriodOf(week));

    private string FullPeriod(ReportingWeek week) => WeekText.FullPeriod(context.PeriodOf(week));

    private void Note(string code, RawEntry entry, string text, Unit? unit, DataElement? element, string message)
    {
        var key = (code, entry.Place.Sheet, text);
        if (faults.TryGetValue(key, out var known))
        {
            faults[key] = known with { Times = known.Times + 1 };
            return;
        }

        var value = code == IssueCodes.WrongWeek ? entry.Week : unit is null ? entry.Unit : element is null ? entry.Element : entry.Text;
        faults[key] = new Fault(
            new IntakeIssue(Severity.Error, code, entry.Place.Sheet, entry.Place.Cell, unit?.Name, element?.Name, value, message)
            {
                FormCode = element?.Form,
                ElementCode = element?.Code,
                UnitCode = unit?.Code,
            },
            1);
    }

    private static T? Cached<T>(Dictionary<string, T?> cache, string text, Func<string, T?> find)
        where T : class
    {
        if (!cache.TryGetValue(text, out var found)) cache[text] = found = find(text);
        return found;
    }

    private sealed record Fault(IntakeIssue Issue, int Times);
}
