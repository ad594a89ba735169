using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>What the sheets of the template have in common: frozen panes, widths, protection, validation and page setup.</summary>
internal static class SheetParts
{
    /// <summary>Freezes the rows up to one, and the columns up to one unless that is 0.</summary>
    public static SheetViews View(int frozenRow, int frozenColumn)
    {
        var view = new SheetView { ShowGridLines = false, WorkbookViewId = 0 };
        if (frozenRow > 0)
        {
            var pane = new Pane
            {
                VerticalSplit = frozenRow,
                TopLeftCell = CellName.Of(frozenRow + 1, frozenColumn + 1),
                State = PaneStateValues.Frozen,
                ActivePane = frozenColumn > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft,
            };
            if (frozenColumn > 0) pane.HorizontalSplit = frozenColumn;
            view.Append(pane, new Selection { Pane = pane.ActivePane });
        }

        return new SheetViews(view);
    }

    /// <summary>Column A hidden, then the widths from column B on.</summary>
    public static Columns Columns(IReadOnlyList<double> widths)
    {
        var columns = new Columns(new Column { Min = FormLayout.CodeColumn, Max = FormLayout.CodeColumn, Width = 2, Hidden = true, CustomWidth = true });
        for (var i = 0; i < widths.Count; i++)
            columns.Append(new Column { Min = (uint)i + 2, Max = (uint)i + 2, Width = widths[i], CustomWidth = true });
        return columns;
    }

    /// <summary>Without a password: it keeps hands off by accident, not by force. Widths and heights may be changed.</summary>
    public static SheetProtection Protection() => new() { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false };

    /// <summary>A whole number within the element's range, or a text that is not too long.</summary>
    public static DataValidations Validations(IEnumerable<InputCell> inputs)
    {
        var groups = inputs.GroupBy(input => (input.Element.IsText, input.Element.Minimum, input.Element.Maximum)).ToList();
        return new DataValidations(groups.Select(group => group.Key.IsText ? Validation(group) : Validation(group.Key.Minimum, group.Key.Maximum, group)))
        {
            Count = (uint)groups.Count,
        };
    }

    public static PageMargins Margins() => new() { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 };

    /// <summary>A4, fitted to its width.</summary>
    public static PageSetup Page(bool landscape) => new()
    {
        PaperSize = 9,
        Orientation = landscape ? OrientationValues.Landscape : OrientationValues.Portrait,
        FitToWidth = 1,
        FitToHeight = 0,
    };

    private static DataValidation Validation(IEnumerable<InputCell> cells)
    {
        var validation = new DataValidation
        {
            Type = DataValidationValues.TextLength,
            Operator = DataValidationOperatorValues.LessThanOrEqual,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = "填写有误",
            Error = $"不能超过{DataElement.LongestText}字，请删减后再填。",
            SequenceOfReferences = new ListValue<StringValue>(Ranges(cells).Select(cell => new StringValue(cell))),
        };
        validation.Append(new Formula1(DataElement.LongestText.ToString(CultureInfo.InvariantCulture)));
        return validation;
    }

    private static DataValidation Validation(long minimum, long? maximum, IEnumerable<InputCell> cells)
    {
        var range = maximum is { } known ? $"{minimum}到{known}之间" : minimum == 0 ? "0或大于0" : $"不小于{minimum}";
        var validation = new DataValidation
        {
            Type = DataValidationValues.Whole,
            Operator = maximum is null ? DataValidationOperatorValues.GreaterThanOrEqual : DataValidationOperatorValues.Between,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = "填写有误",
            Error = $"请填{range}的整数，不填百分比、小数和文字。",
            SequenceOfReferences = new ListValue<StringValue>(Ranges(cells).Select(cell => new StringValue(cell))),
        };
        validation.Append(new Formula1(minimum.ToString(CultureInfo.InvariantCulture)));
        if (maximum is { } most) validation.Append(new Formula2(most.ToString(CultureInfo.InvariantCulture)));
        return validation;
    }

    /// <summary>Cells below one another become one range.</summary>
    private static IEnumerable<string> Ranges(IEnumerable<InputCell> cells)
    {
        foreach (var column in cells.GroupBy(cell => cell.Column))
        {
            var rows = column.Select(cell => cell.Row).Order().ToList();
            for (int start = 0, i = 1; i <= rows.Count; i++)
            {
                if (i < rows.Count && rows[i] == rows[i - 1] + 1) continue;
                yield return $"{CellName.Of(rows[start], column.Key)}:{CellName.Of(rows[i - 1], column.Key)}";
                start = i;
            }
        }
    }
}
