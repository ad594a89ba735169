using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using MetricsDashboard.Ingestion.Workbooks;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion;

public sealed class ListWorkbookTests
{
    private static readonly ListColumn[] Columns = [new("编号", 20), new("件数", 8), new("时间", 18)];

    [Fact]
    public async Task Write_TextNumbersAndTimes_IsAValidWorkbookThatHoldsThem()
    {
        using var stream = new MemoryStream();

        var count = await ListWorkbook.WriteAsync(
            stream, "清单", ["标题", "统计时点：9月27日24时"], Columns, Rows(["A<1>&\u0001", 7, new DateTime(2020, 9, 27, 16, 30, 0)], [" 滍阳镇😀", null, null], ["=1+1", 12L, null]), CancellationToken.None);

        Assert.Equal(3, count);
        using var file = SpreadsheetDocument.Open(stream, false);
        Assert.Empty(new OpenXmlValidator().Validate(file).Select(error => error.Description));
        var rows = file.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();
        Assert.Equal([["标题"], ["统计时点：9月27日24时"], ["编号", "件数", "时间"], ["A<1>&", "7", "44101.6875"], [" 滍阳镇😀"], ["=1+1", "12"]], rows);
        Assert.Equal("A3:C6", file.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<AutoFilter>().Single().Reference!.Value);
    }

    [Fact]
    public async Task Write_ManyRows_LeavesTheStreamOpenAndHoldsThemAll()
    {
        using var stream = new MemoryStream();

        var count = await ListWorkbook.WriteAsync(stream, "清单", ["标题"], Columns, Rows([.. Enumerable.Range(0, 5000).Select(i => new object?[] { $"A{i}", i, null })]), CancellationToken.None);

        Assert.Equal(5000, count);
        using var file = SpreadsheetDocument.Open(stream, false);
        Assert.Equal(5002, file.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Count());
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(params object?[][] rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return row;
        }
    }
}
