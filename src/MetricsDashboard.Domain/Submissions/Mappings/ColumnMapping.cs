using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions.Mappings;

/// <summary>What a column of another system's table is to us.</summary>
public enum ColumnUse
{
    /// <summary>不采用, on purpose.</summary>
    Ignored,

    /// <summary>单位: whose row it is.</summary>
    Unit,

    /// <summary>The values of an element.</summary>
    Element,
}

/// <summary>A column, known by its heading.</summary>
/// <param name="Heading">As it stands; empty for a column without.</param>
/// <param name="Occurrence">1 for the first column of that heading, 2 for the next.</param>
/// <param name="Use">What it is to us.</param>
/// <param name="Element">Code of the element; null where it is none.</param>
public sealed record MappedColumn(string Heading, int Occurrence, ColumnUse Use, string? Element = null)
{
    /// <summary>Is this the column?</summary>
    public bool Is(RawColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Occurrence == Occurrence && IntakeNames.Simplify(column.Heading) == IntakeNames.Simplify(Heading);
    }

    /// <summary>As sentences name a column: “数量”（第2个）, or 无标题的D列.</summary>
    /// <param name="heading">Its heading.</param>
    /// <param name="occurrence">Which of that heading.</param>
    /// <param name="number">Its place from 1; null where it is not known.</param>
    public static string NameOf(string heading, int occurrence, int? number = null)
    {
        ArgumentNullException.ThrowIfNull(heading);
        if (heading.Length == 0) return number is { } at ? $"无标题的{RawTable.ColumnName(at)}列" : "无标题的列";
        return Quotation.Of(heading) + (occurrence > 1 ? $"（第{occurrence}个）" : "");
    }
}

/// <summary>What a person said of a text in the unit column that is no unit's code or name.</summary>
/// <param name="Text">The text.</param>
/// <param name="Unit">Code of the unit that it means; null where its rows are skipped on purpose.</param>
/// <param name="Reason">Why its rows are skipped; null where it means a unit.</param>
public sealed record UnitChoice(string Text, string? Unit, string? Reason);

/// <summary>
/// How the tables of a source become a form: said once by a person, kept with the source, and never changed afterwards; another way is
/// another version.
/// </summary>
/// <param name="Source">Name of the source: 电子监察系统导出.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="Sheet">The sheet that it was said of; null for a CSV.</param>
/// <param name="HeaderRow">The row in which the headings stood, from 1.</param>
/// <param name="Columns">Every column, the ignored ones too.</param>
/// <param name="Units">Texts that are no unit's code or name.</param>
public sealed record ColumnMapping(
    string Source, string Form, string? Sheet, int HeaderRow, IReadOnlyList<MappedColumn> Columns, IReadOnlyList<UnitChoice> Units)
{
    /// <summary>A source's name has at most so many characters.</summary>
    public const int LongestSource = 100;

    /// <summary>The text that rows without a unit have: what is said of them holds for one file, never for the next.</summary>
    public const string NoUnit = "";

    /// <summary>What keeps it from making a whole form of a week, a sentence each; empty where nothing does.</summary>
    public IReadOnlyList<string> Faults(Catalogue.Catalogue catalogue, ReportingWeek week)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        if (catalogue.FindForm(Form) is not { } form) return [$"没有代码为{Quotation.Of(Form)}的报表。"];
        var faults = new List<string>();
        var units = Columns.Where(column => column.Use is ColumnUse.Unit).ToList();
        if (units.Count == 0) faults.Add("还没有指定哪一列是单位。");
        if (units.Count > 1) faults.Add($"单位只能有一列，现在有{units.Count}列：{string.Join("、", units.Select(NameOf))}。");
        var elements = catalogue.ElementsOf(form, week);
        var used = Columns.Where(column => column.Use is ColumnUse.Element).ToLookup(column => column.Element ?? "", StringComparer.Ordinal);
        faults.AddRange(used.Where(same => elements.All(element => element.Code != same.Key)).Select(gone =>
            $"{NameOf(gone.First())}对应的填报项{Quotation.Of(gone.Key)}不在《{form.Name}》里，请重新选择。"));
        faults.AddRange(elements.Where(element => used[element.Code].Count() > 1).Select(element =>
            $"{Quotation.Of(element.Name)}对应了{used[element.Code].Count()}列（{string.Join("、", used[element.Code].Select(NameOf))}），只能有一列。"));
        var missing = elements.Where(element => !element.Optional && !used.Contains(element.Code)).Select(element => Quotation.Of(element.Name)).ToList();
        if (missing.Count > 0) faults.Add($"还有{missing.Count}个必填项没有对应的列：{string.Join("、", missing)}。");
        return faults;
    }

    /// <summary>
    /// Do both read any table alike? The order of columns matters, because only it tells columns of one heading apart, and so does the row of
    /// the headings, because it decides where they stand twice. The order of units does not.
    /// </summary>
    public bool ReadsLike(ColumnMapping other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Form == other.Form && Sheet == other.Sheet && HeaderRow == other.HeaderRow && Columns.SequenceEqual(other.Columns)
            && Units.Count == other.Units.Count && Units.All(other.Units.Contains);
    }

    private static string NameOf(MappedColumn column) => MappedColumn.NameOf(column.Heading, column.Occurrence);
}
