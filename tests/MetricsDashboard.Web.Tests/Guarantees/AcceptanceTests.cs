using System.Net;
using System.Text;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>What has to go through, so that the refusals are not bought with honest files.</summary>
[Collection(ServedHouse.Collection)]
public sealed class AcceptanceTests(ServedHouse house)
{
    [Fact]
    public async Task Import_DownloadedWorkbook_IsStoredWithAllItsForms()
    {
        var (status, answer) = await house.ImportAsync((await house.WorkbookAsync()).Bytes);

        Assert.Equal((HttpStatusCode.OK, "stored"), (status, answer.Status));
        Assert.Equal(["rural-coverage", "service-items", "work-progress"], answer.Submissions.Select(receipt => receipt.Form).Order());
        Assert.All(answer.Submissions, receipt => Assert.Equal((PreparedHouse.County, "submitted"), (receipt.Unit, receipt.Status)));
        Assert.Empty(answer.Issues);
    }

    [Fact]
    public async Task Import_TenThousandEmptyTrailingRows_IsStored()
    {
        var book = (await house.WorkbookAsync()).EmptyRows(FilledWorkbook.Items, 10_000).EmptyRows(FilledWorkbook.Rural, 10_000);

        var (status, answer) = await house.ImportAsync(book.Bytes);

        Assert.Equal((HttpStatusCode.OK, "stored"), (status, answer.Status));
        Assert.Equal(3, answer.Submissions.Count);
    }

    [Fact]
    public async Task Import_MergedTitleAndSignatureRows_IsStored()
    {
        var book = (await house.WorkbookAsync()).Merge(FilledWorkbook.Items, "B20:G22").Merge(FilledWorkbook.Items, "H2:J4").Merge(FilledWorkbook.Rural, "B20:K21");

        var (status, answer) = await house.ImportAsync(book.Bytes);

        Assert.Equal((HttpStatusCode.OK, "stored"), (status, answer.Status));
    }

    [Fact]
    public async Task Import_FallenCumulativeValue_IsStoredWithAWarning()
    {
        var catalogue = house.Prepared.Catalogue;
        var rows = catalogue.ElementsOf(catalogue.Form("county-figures"), PreparedHouse.ThisWeek)
            .Select(element => $"{PreparedHouse.OtherCounty},{PreparedHouse.ThisWeek},{element.Code},{(element.Code == "yushiban_users" ? 900 : 1)}");

        var (status, answer) = await house.ImportAsync(
            Encoding.UTF8.GetBytes("unit,week,element,value\n" + string.Join('\n', rows)), "注册.csv", "other-" + PreparedHouse.CountyReporter);

        Assert.Equal((HttpStatusCode.OK, "stored"), (status, answer.Status));
        var issue = Assert.Single(answer.Issues);
        Assert.Equal(("warning", "CUMULATIVE_FELL", "叶县", "“豫事办”累计注册用户数", "900"), (issue.Severity, issue.Code, issue.Unit, issue.Element, issue.Value));
        Assert.Contains("减少了", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_SameFileTwice_ChangesNothingTheSecondTime()
    {
        var book = (await house.WorkbookAsync()).Number(FilledWorkbook.Items, "F6", 5_000);
        var (_, first) = await house.ImportAsync(book.Bytes);
        var before = StoredState.Hash(house.DataDirectory);

        var (status, second) = await house.ImportAsync(book.Bytes);

        Assert.Equal((HttpStatusCode.OK, "stored"), (status, second.Status));
        Assert.Equal(second.Read, second.Unchanged);
        Assert.Equal(first.Submissions, second.Submissions);
        Assert.Equal(before, StoredState.Hash(house.DataDirectory));
    }
}
