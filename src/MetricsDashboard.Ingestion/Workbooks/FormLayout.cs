using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>A cell whose text the template fixes: a hidden code or a heading.</summary>
internal readonly record struct FixedCell(int Row, int Column, string Text);

/// <summary>A cell that a person fills.</summary>
internal readonly record struct InputCell(int Row, int Column, DataElement Element, Unit RowUnit);

/// <summary>
/// Where everything stands on the sheet of a form. The template writes by it and the reader reads by it, so a sheet whose codes and
/// headings are where the layout says has its values where the layout says. Row 1 and column A are hidden and hold the codes. A form
/// without rows has a row for each element; a form with rows has a row for each unit and a column for each element.
/// </summary>
internal sealed class FormLayout
{
    public const int CodeRow = 1;
    public const int TitleRow = 2;
    public const int FrameRow = 3;
    public const int HintRow = 4;
    public const int HeadingRow = 5;
    public const int FirstRow = 6;
    public const int CodeColumn = 1;
    public const int NumberColumn = 2;
    public const int NameColumn = 3;
    public const int MeasureColumn = 4;
    public const int LastWeekColumn = 5;
    public const int ThisWeekColumn = 6;
    public const int RemarkColumn = 7;
    public const int FirstElementColumn = 4;

    /// <summary>Marks the column of values in row 1 of a form without rows.</summary>
    public const string ValueMark = "value";

    public FormLayout(Catalogue catalogue, Form form, Unit asked, ReportingWeek week)
    {
        Form = form;
        Asked = asked;
        Week = week;
        SheetName = SheetNames.Of(catalogue, form);
        Elements = catalogue.ElementsOf(form, week);
        RowUnits = catalogue.RowUnits(form, asked, week);
    }

    public Form Form { get; }

    public Unit Asked { get; }

    public ReportingWeek Week { get; }

    public string SheetName { get; }

    public IReadOnlyList<DataElement> Elements { get; }

    public IReadOnlyList<Unit> RowUnits { get; }

    public bool HasRows => Form.Rows is not null;

    public bool HasText => Elements.Any(element => element.IsText);

    public bool IsAllText => Elements.All(element => element.IsText);

    public int LastRow => FirstRow + (HasRows ? RowUnits.Count : Elements.Count) - 1;

    public int LastColumn => HasRows ? FirstElementColumn + Elements.Count - 1 : RemarkColumn;

    public int SignatureRow => LastRow + 1;

    /// <summary>The column heading of the row units.</summary>
    public string RowHeading => Form.Rows switch
    {
        UnitKind.Township => "乡镇（街道）",
        UnitKind.Department => "部门",
        UnitKind.County => "县（市、区）",
        _ => "单位",
    };

    public IEnumerable<FixedCell> Codes()
    {
        yield return new FixedCell(CodeRow, 1, Form.Code);
        yield return new FixedCell(CodeRow, 2, Asked.Code);
        yield return new FixedCell(CodeRow, 3, Week.ToString());
        if (!HasRows)
        {
            yield return new FixedCell(CodeRow, ThisWeekColumn, ValueMark);
            for (var i = 0; i < Elements.Count; i++) yield return new FixedCell(FirstRow + i, CodeColumn, Elements[i].Code);
            yield break;
        }

        for (var i = 0; i < Elements.Count; i++) yield return new FixedCell(CodeRow, FirstElementColumn + i, Elements[i].Code);
        for (var i = 0; i < RowUnits.Count; i++) yield return new FixedCell(FirstRow + i, CodeColumn, RowUnits[i].Code);
    }

    public IEnumerable<FixedCell> Headings()
    {
        yield return new FixedCell(HeadingRow, NumberColumn, "序号");
        if (!HasRows)
        {
            yield return new FixedCell(HeadingRow, NameColumn, "填报项");
            yield return new FixedCell(HeadingRow, MeasureColumn, "计量单位");
            yield return new FixedCell(HeadingRow, LastWeekColumn, HasText ? "上周" : "上周数");
            yield return new FixedCell(HeadingRow, ThisWeekColumn, HasText ? "本周" : "本周数");
            yield return new FixedCell(HeadingRow, RemarkColumn, "备注");
            for (var i = 0; i < Elements.Count; i++) yield return new FixedCell(FirstRow + i, NameColumn, Elements[i].Name);
            yield break;
        }

        yield return new FixedCell(HeadingRow, NameColumn, RowHeading);
        for (var i = 0; i < Elements.Count; i++)
            yield return new FixedCell(HeadingRow, FirstElementColumn + i, $"{Elements[i].Name}（{Elements[i].Measure}）");
        for (var i = 0; i < RowUnits.Count; i++) yield return new FixedCell(FirstRow + i, NameColumn, RowUnits[i].ShortName);
    }

    public IEnumerable<InputCell> Inputs()
    {
        if (!HasRows)
        {
            for (var i = 0; i < Elements.Count; i++) yield return new InputCell(FirstRow + i, ThisWeekColumn, Elements[i], Asked);
            yield break;
        }

        for (var row = 0; row < RowUnits.Count; row++)
        {
            for (var i = 0; i < Elements.Count; i++) yield return new InputCell(FirstRow + row, FirstElementColumn + i, Elements[i], RowUnits[row]);
        }
    }
}
