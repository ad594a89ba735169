using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>
/// Draws the sheet of a form by its layout. Where the unit sends the form itself, what cases give comes filled in and says so, other stocks
/// and running totals with the last value; a form that the city or a source supplies stays blank, so that sending the workbook does not send it.
/// </summary>
internal sealed class FormSheet(FormLayout layout, ReportingPeriod period, int? issue, Func<string, string, long?> lastValue, Func<string, string, string?> lastText,
    PrintedSignature signature, Func<string, string, long?> fromCases, SharedTexts texts)
{
    private const double NumberWidth = 6;
    private const double NameWidth = 44;
    private const double UnitWidth = 20;
    private const double ElementWidth = 15;
    private const double TextNameWidth = 16;
    private const double LastTextWidth = 44;
    private const double TextCellWidth = 64;

    /// <summary>Room to write in, before the text itself asks for more; a row of a sheet is at most 409 points high.</summary>
    private const int TextLines = 8;

    private const double HighestRow = 409;
    private readonly SheetBuilder sheet = new(texts);

    public Worksheet Create()
    {
        foreach (var code in layout.Codes()) sheet.Text(code.Row, code.Column, code.Text, CellLook.Code);
        Frame();
        var lines = 1;
        foreach (var heading in layout.Headings())
        {
            var isColumn = heading.Row == FormLayout.HeadingRow;
            var text = isColumn ? TextWidth.Wrap(heading.Text, Widths()[heading.Column - FormLayout.NumberColumn]) : heading.Text;
            if (isColumn) lines = Math.Max(lines, text.Count(c => c == '\n') + 1);
            sheet.Text(heading.Row, heading.Column, text, isColumn ? CellLook.Heading : CellLook.Label);
        }

        sheet.Height(FormLayout.HeadingRow, 8 + TextWidth.LineHeight * lines);
        for (var row = FormLayout.FirstRow; row <= layout.LastRow; row++)
        {
            sheet.Number(row, FormLayout.NumberColumn, row - FormLayout.FirstRow + 1, CellLook.Centered);
            sheet.Height(row, RowHeight(row - FormLayout.FirstRow));
        }

        if (!layout.HasRows) ElementRows();
        foreach (var input in layout.Inputs())
        {
            if (input.Element.IsText) sheet.Blank(input.Row, input.Column, CellLook.TextInput);
            else sheet.Number(input.Row, input.Column, Prefilled(input), CellLook.Input);
        }

        return Assemble();
    }

    private void Frame()
    {
        var last = layout.LastColumn;
        sheet.Across(FormLayout.TitleRow, FormLayout.NumberColumn, last, layout.Form.Name, CellLook.Title, 36);
        var measure = layout.IsAllText ? "" : layout.HasRows ? "　　计量单位：见表头" : "　　计量单位：见表内";
        var frame = $"填报单位：{layout.Asked.Name}　　统计周期：{WeekText.Issue(issue, period)}{measure}";
        sheet.Across(FormLayout.FrameRow, FormLayout.NumberColumn, last, frame, CellLook.Frame, 24);
        var hint = layout.IsAllText ? TextHint.Of(layout)
            : IsOwn ? "只填黄色底的格，只填整数，不填百分比；每格都要填，确实没有的填0。"
            : "本表由市专班统一采集，一般不用填，整张留空即可；需要填的，每格都要填，只填整数，不填百分比。";
        sheet.Across(FormLayout.HintRow, FormLayout.NumberColumn, last, hint, CellLook.Hint, TextWidth.LineHeight * TextWidth.Lines(hint, VisibleWidth) + 4);
        sheet.Across(
            layout.SignatureRow, FormLayout.NumberColumn, last,
            signature.Line, CellLook.Signature, 32);
    }

    private void ElementRows()
    {
        for (var i = 0; i < layout.Elements.Count; i++)
        {
            var element = layout.Elements[i];
            var row = FormLayout.FirstRow + i;
            sheet.Text(row, FormLayout.MeasureColumn, element.Measure, CellLook.Centered);
            if (element.IsText) sheet.Text(row, FormLayout.LastWeekColumn, lastText(element.Code, layout.Asked.Code) ?? "", CellLook.LastText);
            else sheet.Number(row, FormLayout.LastWeekColumn, lastValue(element.Code, layout.Asked.Code), CellLook.LastWeek);
            if (IsOwn && fromCases(element.Code, layout.Asked.Code) is not null) sheet.Text(row, FormLayout.RemarkColumn, "办件数据", CellLook.Remark);
            else sheet.Blank(row, FormLayout.RemarkColumn, CellLook.Remark);
        }
    }

    /// <summary>Does the unit of the workbook send this form itself? The city and 市本级 send what the city supplies about them.</summary>
    private bool IsOwn => layout.Form.SuppliedBy is SuppliedBy.Unit || (layout.Form.SuppliedBy is SuppliedBy.City && layout.Asked.Kind is UnitKind.City or UnitKind.Municipal);

    private long? Prefilled(InputCell input)
    {
        if (!IsOwn) return null;
        return fromCases(input.Element.Code, input.RowUnit.Code) ?? (input.Element.Nature is Nature.Flow ? null : lastValue(input.Element.Code, input.RowUnit.Code));
    }

    private double VisibleWidth => Widths().Sum();

    private double[] Widths() => layout.HasRows
        ? [NumberWidth, UnitWidth, .. layout.Elements.Select(element => element.IsText ? LastTextWidth : ElementWidth)]
        : layout.HasText ? [NumberWidth, TextNameWidth, 11, LastTextWidth, TextCellWidth, 16]
        : [NumberWidth, NameWidth, 11, 13, 13, 20];

    private double RowHeight(int index) => Math.Min(HighestRow, 6 + TextWidth.LineHeight * (layout.HasRows
        ? Math.Max(layout.HasText ? TextLines : 1, TextWidth.Lines(layout.RowUnits[index].ShortName, UnitWidth))
        : layout.Elements[index].IsText ? Math.Max(TextLines, TextWidth.Paragraphs(lastText(layout.Elements[index].Code, layout.Asked.Code) ?? "", LastTextWidth))
        : TextWidth.Lines(layout.Elements[index].Name, layout.HasText ? TextNameWidth : NameWidth)));

    private Worksheet Assemble() => new(
        new SheetProperties(new PageSetupProperties { FitToPage = true }),
        new SheetDimension { Reference = $"A1:{CellName.Of(layout.SignatureRow, layout.LastColumn)}" },
        SheetParts.View(FormLayout.HeadingRow, layout.HasRows ? FormLayout.NameColumn : 0),
        new SheetFormatProperties { DefaultRowHeight = 22, CustomHeight = true },
        SheetParts.Columns(Widths()),
        sheet.Data(),
        SheetParts.Protection(),
        sheet.Merges(),
        SheetParts.Validations(layout.Inputs()),
        new PrintOptions { HorizontalCentered = true },
        SheetParts.Margins(),
        SheetParts.Page(landscape: layout.HasRows || layout.HasText));
}
