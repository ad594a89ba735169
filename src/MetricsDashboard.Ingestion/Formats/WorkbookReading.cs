using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Workbooks;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>
/// Reads the sheets of a workbook made by <see cref="WorkbookTemplate"/>. A sheet whose codes and headings are not where the layout puts
/// them yields no values, because they could belong to another row or column.
/// </summary>
internal sealed class WorkbookReading(Catalogue catalogue, IReadOnlyList<WorkbookSheet> sheets)
{
    private readonly List<RawEntry> entries = [];
    private readonly List<IntakeIssue> issues = [];

    public IntakeContent Read()
    {
        var found = sheets.ToLookup(sheet => WorkbookSheet.Comparable(sheet.Name), StringComparer.Ordinal);
        var expected = Expected(found);
        foreach (var form in catalogue.Forms)
        {
            var name = SheetNames.Of(catalogue, form);
            if (found[WorkbookSheet.Comparable(name)].FirstOrDefault() is { } sheet) ReadSheet(form, sheet);
            else if (expected.Contains(form.Code)) issues.Add(Missing(name));
        }

        return new IntakeContent(entries, issues, entries.Count);
    }

    private HashSet<string> Expected(ILookup<string, WorkbookSheet> found)
    {
        var expected = new HashSet<string>(StringComparer.Ordinal);
        if (found[SheetNames.Instructions].FirstOrDefault() is not { } sheet)
        {
            issues.Add(Missing(SheetNames.Instructions));
            return expected;
        }

        for (var column = InstructionSheet.FirstFormColumn; sheet[FormLayout.CodeRow, column].Text is { Length: > 0 } code; column++) expected.Add(code);
        if (expected.Count == 0) issues.Add(FileIssue.At(
            IssueCodes.LayoutChanged, sheet.Name, CellName.Of(FormLayout.CodeRow, InstructionSheet.FirstFormColumn), null, "“填报说明”的隐藏编码不见了：请重新下载本周的表，把数填进去后重新上传"));
        return expected;
    }

    private IntakeIssue Missing(string name)
    {
        var names = sheets.Select(sheet => sheet.Name).ToList();
        return FileIssue.At(
            IssueCodes.SheetMissing,
            name,
            null,
            string.Join("、", names),
            $"没有工作表{Quotation.Of(name)}，文件里有：{string.Join("、", names.Select(found => $"{Quotation.Of(found)}"))}。工作表不能改名或删除：请改回原名，或重新下载本周的表填报");
    }

    private void ReadSheet(Form form, WorkbookSheet sheet)
    {
        var asked = catalogue.FindUnit(sheet[FormLayout.CodeRow, 2].Text);
        var isWeek = ReportingWeek.TryParse(sheet[FormLayout.CodeRow, 3].Text, out var week);
        if (sheet[FormLayout.CodeRow, 1].Text != form.Code || asked is null || !isWeek)
        {
            var column = sheet[FormLayout.CodeRow, 1].Text != form.Code ? 1 : asked is null ? 2 : 3;
            Changed(sheet, FormLayout.CodeRow, column, column switch { 1 => "报表编码", 2 => "单位编码", _ => "统计周编码" });
            return;
        }

        var layout = new FormLayout(catalogue, form, asked, week);
        var merged = MergedInside(layout, sheet);
        if (HasMoved(layout, sheet, merged)) return;
        foreach (var input in layout.Inputs())
        {
            var cell = sheet[input.Row, input.Column];
            var place = new Place(sheet.Name, CellName.Of(input.Row, input.Column));
            entries.Add(new RawEntry(input.RowUnit.Code, week.ToString(), input.Element.Code, cell.Kind, cell.Text, place));
        }
    }

    /// <summary>Names the first code and the first heading that are not in their place, in each direction; the rest follows from them.</summary>
    private bool HasMoved(FormLayout layout, WorkbookSheet sheet, List<Merge> merged)
    {
        var wrong = layout.Codes().Concat(layout.Headings())
            .Where(cell => WorkbookSheet.Comparable(sheet[cell.Row, cell.Column].Text) != WorkbookSheet.Comparable(cell.Text))
            .Where(cell => !merged.Exists(range => range.Contains(cell.Row, cell.Column)))
            .ToList();
        if (wrong.Count == 0) return false;
        var heading = wrong.Where(cell => cell.Row is FormLayout.HeadingRow).Take(1);
        var column = heading.Any() ? heading : wrong.Where(cell => cell.Row is FormLayout.CodeRow).Take(1);
        var named = wrong.Where(cell => cell.Row > FormLayout.HeadingRow && cell.Column is FormLayout.NameColumn).Take(1);
        var row = named.Any() ? named : wrong.Where(cell => cell.Row > FormLayout.HeadingRow).Take(1);
        foreach (var cell in column.Concat(row)) Changed(sheet, cell.Row, cell.Column, cell.Text);
        return true;
    }

    private void Changed(WorkbookSheet sheet, int row, int column, string expected)
    {
        var cell = CellName.Of(row, column);
        var text = sheet[row, column].Text;
        var moved = sheet.Find(WorkbookSheet.Comparable(expected)).Select(at => CellName.Of(at.Row, at.Column)).FirstOrDefault();
        var now = moved is null ? text.Length == 0 ? "现在是空的" : $"现在是{Quotation.Of(text)}" : $"现在到了{moved}";
        issues.Add(FileIssue.At(
            IssueCodes.LayoutChanged, sheet.Name, cell, text.Length == 0 ? null : text,
            $"{cell}应为{Quotation.Of(expected)}，{now}：表格的行或列被移动、插入或删除了。请重新下载本周的表，把数填进去后重新上传"));
    }

    /// <summary>The merged ranges that touch the data area, each named with the values that it swallows.</summary>
    private List<Merge> MergedInside(FormLayout layout, WorkbookSheet sheet)
    {
        var merged = sheet.Merges.Where(range =>
            range.FirstRow <= layout.LastRow && range.LastRow >= FormLayout.HeadingRow && range.FirstColumn <= layout.LastColumn).ToList();
        foreach (var range in merged)
        {
            var inputs = layout.Inputs().Where(input => range.Contains(input.Row, input.Column)).ToList();
            var first = CellName.Of(range.FirstRow, range.FirstColumn);
            issues.Add(new IntakeIssue(
                Severity.Error,
                IssueCodes.MergedCells,
                sheet.Name,
                first,
                inputs.Count > 0 ? inputs[0].RowUnit.Name : layout.Asked.Name,
                inputs.Count > 0 ? inputs[0].Element.Name : null,
                sheet[range.FirstRow, range.FirstColumn].Text is { Length: > 0 } text ? text : null,
                $"填数区的单元格{first}:{CellName.Of(range.LastRow, range.LastColumn)}被合并了，看不出数是哪一项的：请取消合并，每一格各填一个数"));
        }

        return merged;
    }
}
