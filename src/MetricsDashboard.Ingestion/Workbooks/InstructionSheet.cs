using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>The first sheet: whose workbook this is, for which week, which forms it carries and how they are filled. Row 1 holds the codes.</summary>
internal sealed class InstructionSheet(Unit asked, IReadOnlyList<FormLayout> layouts, ReportingPeriod period, int? issue, SharedTexts texts)
{
    /// <summary>The codes of the forms stand in row 1 from here on; before them the unit and the week.</summary>
    public const int FirstFormColumn = 3;

    private const int TextColumn = 2;
    private const int LastTextColumn = 3;
    private const double Width = 88;

    public Worksheet Create()
    {
        var sheet = new SheetBuilder(texts);
        sheet.Text(FormLayout.CodeRow, 1, asked.Code, CellLook.Code);
        sheet.Text(FormLayout.CodeRow, 2, period.First.ToString(), CellLook.Code);
        for (var i = 0; i < layouts.Count; i++) sheet.Text(FormLayout.CodeRow, FirstFormColumn + i, layouts[i].Form.Code, CellLook.Code);
        var row = FormLayout.TitleRow;
        sheet.Across(row++, TextColumn, LastTextColumn, "政务服务指标周报填报说明", CellLook.Title, 42);
        foreach (var (text, look) in Lines())
        {
            sheet.Across(row++, TextColumn, LastTextColumn, text, look, (look is CellLook.Section ? 12 : 6) + TextWidth.LineHeight * TextWidth.Lines(text, Width));
        }

        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            SheetParts.View(0, 0),
            new SheetFormatProperties { DefaultRowHeight = 22, CustomHeight = true },
            Columns(),
            sheet.Data(),
            SheetParts.Protection(),
            sheet.Merges(),
            SheetParts.Margins(),
            SheetParts.Page(landscape: false));
    }

    /// <summary>Two columns for the text, because office programs fit a page to its columns; those of the other codes are hidden, so that they are not printed.</summary>
    private Columns Columns()
    {
        var columns = SheetParts.Columns([Width / 2, Width / 2]);
        var last = (uint)(FirstFormColumn + layouts.Count - 1);
        if (last > LastTextColumn) columns.Append(new Column { Min = LastTextColumn + 1, Max = last, Width = 2, Hidden = true, CustomWidth = true });
        return columns;
    }

    private IEnumerable<(string Text, CellLook Look)> Lines()
    {
        yield return ($"填报单位：{asked.Name}", CellLook.Paragraph);
        yield return ($"统计周期：{WeekText.Issue(issue, period)}", CellLook.Paragraph);
        yield return ("一、本工作簿的报表", CellLook.Section);
        for (var i = 0; i < layouts.Count; i++) yield return ($"{i + 1}．{layouts[i].SheetName}（{Scope(layouts[i])}）", CellLook.Paragraph);
        yield return ("二、怎样填", CellLook.Section);
        yield return ("1．只填黄色底的格。其他格已锁定；请不要移动、插入、删除行和列，不要合并单元格，不要改工作表的名称。", CellLook.Paragraph);
        yield return ("2．只填数量，不填百分比，比率由系统计算。只填整数，不带单位和文字。", CellLook.Paragraph);
        yield return ("3．每格都要填，确实没有的填0。由市专班统一采集的表可以整张留空。", CellLook.Paragraph);
        yield return ($"4．存量和累计数填截至{WeekText.Day(period.Sunday)}24时的数，表里已带出上次的数，有变化的改成现在的数；办件、评价等发生数填{(period.IsMerged ? "本期" : "本周")}{7 * period.Weeks}天的数，每{(period.IsMerged ? "期" : "周")}重新填。", CellLook.Paragraph);
        yield return ($"5．其中数不能大于总数{Example()}；累计数比上次少的，请在备注中写明原因。", CellLook.Paragraph);
        foreach (var (layout, i) in layouts.Where(layout => layout.HasText).Select((layout, i) => (layout, i)))
            yield return ($"{i + 6}．《{layout.Form.Name}》{TextHint.Of(layout)}", CellLook.Paragraph);
        yield return ("三、怎样报送", CellLook.Section);
        yield return ("填好后保存，在系统的“填报”页上传本文件，也可以另存为 .xls 上传。有错时系统一次列出全部错误和所在单元格，改好后重新上传；有一处错，整个文件都不保存。", CellLook.Paragraph);
    }

    private string Example()
    {
        var elements = layouts.SelectMany(layout => layout.Elements).ToList();
        return elements.FirstOrDefault(element => element.MaxElement is not null) is { } part && elements.Find(element => element.Code == part.MaxElement) is { } whole
            ? $"，例如{Quotation.Of(part.Name)}不能大于{Quotation.Of(whole.Name)}"
            : "";
    }

    private static string Scope(FormLayout layout) => layout.HasRows
        ? $"按{layout.RowHeading}填，{layout.RowUnits.Count}行"
        : $"{layout.Elements.Count}项";
}
