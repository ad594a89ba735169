using System.Globalization;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Catalogue;

/// <summary>
/// Gives the catalogue's files their meaning. Either a whole catalogue or every fault with its file and line, never a part of it.
/// </summary>
/// <param name="Catalogue">The catalogue; null where there are faults.</param>
/// <param name="Faults">All faults of all files.</param>
public sealed record CatalogueReading(Catalogue? Catalogue, IReadOnlyList<CatalogueFault> Faults)
{
    /// <summary>Reads the files.</summary>
    /// <param name="tables">The files' rows.</param>
    /// <param name="demonstration">Are units with active=demo, targets and published figures to be loaded?</param>
    public static CatalogueReading Read(CatalogueTables tables, bool demonstration)
    {
        var faults = new List<CatalogueFault>();
        var units = tables.Units.SelectMany(table => Rows(table, faults, (row, fields) => UnitOf(fields, demonstration))).ToList();
        var forms = Rows(tables.Forms, faults, (row, fields) => FormOf(fields, row));
        var elements = Rows(tables.Elements, faults, (_, fields) => ElementOf(fields));
        var indicators = Rows(tables.Indicators, faults, (row, fields) => IndicatorOf(fields, row));
        var targets = demonstration ? Rows(tables.Targets, faults, (_, fields) => TargetOf(fields)) : [];
        var published = demonstration
            ? tables.MorePublishedFigures.Prepend(tables.PublishedFigures).SelectMany(table => Rows(table, faults, (_, fields) => PublishedOf(fields))).ToList()
            : [];
        CatalogueChecks.Check(units, forms, elements, indicators, targets, published, faults);
        if (faults.Count > 0) return new CatalogueReading(null, [.. faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)]);
        return new CatalogueReading(
            new Catalogue(
                1,
                units.Select(row => row.Value),
                elements.Select(row => row.Value),
                forms.Select(row => row.Value),
                indicators.Select(row => row.Value),
                targets.Select(row => row.Value),
                published.Select(row => row.Value)),
            []);
    }

    private static List<Located<T>> Rows<T>(CatalogueTable table, List<CatalogueFault> faults, Func<int, Fields, T> read)
        where T : class
    {
        var found = new List<Located<T>>();
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var fields = new Fields(table.Rows[i]);
            var value = read(i, fields);
            faults.AddRange(fields.Faults.Select(message => new CatalogueFault(table.File, table.Rows[i].Line, message)));
            if (fields.Faults.Count == 0) found.Add(new Located<T>(value, table.File, table.Rows[i].Line));
        }

        return found;
    }

    private static Unit UnitOf(Fields fields, bool demonstration) => new(
        fields.Code("code", 32),
        fields.Required("name"),
        fields.Required("short_name"),
        fields.Choice<UnitKind>("kind"),
        fields.Optional("parent"),
        (int)(fields.Whole("order") ?? 0),
        fields.Optional("ranking_group"),
        fields.YesNo("included", whenBlank: true),
        fields["active"] switch
        {
            "demo" => demonstration,
            _ => fields.YesNo("active", whenBlank: true),
        },
        fields.Week("valid_from"),
        fields.Week("valid_to"));

    private static Form FormOf(Fields fields, int order) => new(
        fields.Code("code", 64),
        fields.Required("name"),
        fields.Choices<UnitKind>("asked_of"),
        fields.Choice<SuppliedBy>("supplied_by"),
        fields["rows"] is "" or "None" ? null : fields.Choice<UnitKind>("rows"),
        order,
        fields.Optional("note"));

    private static DataElement ElementOf(Fields fields)
    {
        var (minimum, maximum) = fields.Range("range");
        var nature = fields.Choice<Nature>("nature");
        var isText = nature is Nature.Text;
        if (isText) fields.Blank("文字", "max_element", "roll_up", "range", "change_percent", "change_floor");
        return new DataElement(
            fields.Code("code", 64),
            fields.Required("name"),
            fields.Required("measure"),
            nature,
            fields.Optional("form"),
            fields["observed_at"] is "System" ? [] : fields.Choices<UnitKind>("observed_at"),
            fields.Optional("max_element"),
            isText ? RollUp.None : fields["roll_up"] is "" ? RollUp.Sum : fields.Choice<RollUp>("roll_up"),
            minimum,
            maximum,
            fields.YesNo("optional", whenBlank: false),
            isText && fields["when_missing"] is "" ? WhenMissing.Leave : fields.Choice<WhenMissing>("when_missing"),
            fields.Week("valid_from"))
        {
            Change = isText ? null : fields.Change("change_percent", "change_floor"),
        };
    }

    private static Indicator IndicatorOf(Fields fields, int order)
    {
        Formula? formula = null;
        switch (fields["kind"])
        {
            case "computed":
                (formula, var fault) = Formula.Parse(fields["numerator"], fields["denominator"]);
                if (fault is not null) fields.Fault(fault);
                break;
            case "published" when fields["numerator"].Length + fields["denominator"].Length > 0:
                fields.Fault("kind 为 published 的指标不能有公式");
                break;
            case "published":
                break;
            default:
                fields.Fault($"kind 列“{fields["kind"]}”应为 computed 或 published");
                break;
        }

        var unit = fields.Required("unit");
        if (formula is not null && formula.IsRatio != (unit == "%")) fields.Fault("有分母（或 growth）的指标单位须为 %，没有分母的不能为 %");
        var decimals = fields.Whole("decimals") ?? 0;
        if (decimals is < 0 or > 2) fields.Fault($"decimals 列“{fields["decimals"]}”应为 0、1 或 2");
        return new Indicator(
            fields.Code("code", 64),
            fields["internal_no"],
            fields.Required("name"),
            formula,
            fields.Optional("numerator"),
            fields.Optional("denominator"),
            unit,
            (int)decimals,
            fields["text_style"] is "" ? TextStyle.Fixed : fields.Choice<TextStyle>("text_style"),
            fields.Choice<Direction>("direction"),
            fields.YesNo("in_report", whenBlank: false),
            fields.Whole("min_base"),
            fields.Week("valid_from"),
            order);
    }

    private static Target TargetOf(Fields fields)
    {
        var from = fields.Week("valid_from");
        if (from is null) fields.Fault("valid_from 列不能为空");
        return new Target(
            fields.Required("indicator"),
            fields.Required("unit"),
            from ?? new ReportingWeek(2000, 1),
            fields.Week("valid_to"),
            fields.Number("target") ?? fields.Missing<decimal>("target"),
            fields.Number("yellow_limit"),
            fields.Required("document"));
    }

    private static PublishedFigure PublishedOf(Fields fields)
    {
        var value = fields.Number("value");
        var bound = fields["bound"] switch
        {
            "" or "=" => Bound.Exact,
            ">=" => Bound.AtLeast,
            "<=" => Bound.AtMost,
            var other => fields.Fault<Bound>($"bound 列“{other}”应为 =、>= 或 <="),
        };
        var rank = fields.Whole("province_rank");
        if (value is null && rank is null && fields["rank_text"] is "") fields.Fault("value、province_rank、rank_text 至少填一项");
        var kind = fields.Choice<PeriodKind>("period_kind");
        var period = fields.Required("period");
        if (kind is PeriodKind.Week)
        {
            if (ReportingWeek.TryParse(period, out var week)) period = week.ToString();
            else fields.Fault($"period 列“{period}”不是统计周");
        }

        if (kind is PeriodKind.Month && !IsDay(period + "-01")) fields.Fault($"period 列“{period}”不是年月");
        if (kind is PeriodKind.Date && !IsDay(period)) fields.Fault($"period 列“{period}”不是日期");
        return new PublishedFigure(
            fields.Required("indicator"), fields.Required("unit"), kind, period, value, bound, (int?)rank,
            fields.Optional("rank_text"), fields.YesNo("baseline", whenBlank: false), fields.Optional("label"), fields.Optional("document"),
            fields.Week("received"));
    }

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

/// <summary>A value and the line that it was read from.</summary>
/// <param name="Value">The value.</param>
/// <param name="File">File.</param>
/// <param name="Line">Line, from 1.</param>
internal sealed record Located<T>(T Value, string File, int Line)
{
    /// <summary>A fault at this line.</summary>
    public CatalogueFault Fault(string message) => new(File, Line, message);
}
