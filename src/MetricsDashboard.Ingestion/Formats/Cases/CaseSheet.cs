using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Ingestion.Workbooks;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>The rows of a sheet below its heading.</summary>
internal sealed class CaseSheet
{
    private readonly SheetRows sheet;
    private readonly CaseLayout layout;
    private readonly CaseColumns columns;
    private readonly CaseTexts texts = new();
    private long rows;

    public CaseSheet(SheetRows sheet, CaseLayout layout)
    {
        (this.sheet, this.layout) = (sheet, layout);
        columns = CaseColumns.Of(sheet.Heading, layout);
    }

    public CaseEntry? Next()
    {
        while (sheet.NextRow())
        {
            texts.Clear();
            string? marked = null;
            while (sheet.NextCell())
            {
                if (columns[sheet.Column] is var column and not CaseColumns.None) Set(column);
                if (columns.Mark == sheet.Column) marked = new string(sheet.Text.Trim());
            }

            if (texts.IsBlank()) continue;
            if (++rows > CaseLimits.Rows) throw new CaseFileException($"工作表超过{CaseLimits.Rows}行，请分成几个文件。");
            var row = texts.Row($"{layout.Prefix}第{sheet.Row}行");
            if (texts.Fault is { } fault) return CaseEntry.Faulty(row.Place, string.Join(',', row.Texts), fault);
            if (marked is not null) layout.OnMark?.Invoke(marked);
            return CaseEntry.Of(row);
        }

        return null;
    }

    private void Set(int column)
    {
        if (sheet.Fault is CellFault.None) texts.Set(column, sheet.Text);
        else texts.Fault ??= $"{CaseColumns.Name(column)}（单元格{CellName.Of(sheet.Row, sheet.Column + 1)}）" + sheet.Fault switch
        {
            CellFault.Error => "是错误值，请改正",
            CellFault.NoResult => "是没有算出结果的公式，请在 Excel 中打开并保存后重新提供",
            CellFault.Rounded => "是超过15位的数，Excel 已经改掉末尾几位，请把这一列设为文本后重新导出",
            _ => "指向不存在的文字，请用 Excel 打开后另存",
        };
    }
}
