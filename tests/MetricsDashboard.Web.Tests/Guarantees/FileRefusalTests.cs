namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>Files that are no workbooks, cannot be read, or want to do harm. The serving process has a heap of 256 MB.</summary>
[Collection(ServedHouse.Collection)]
public sealed class FileRefusalTests(ServedHouse house)
{
    [Fact]
    public async Task Import_EmptyFile_IsRefused() => Assert.Equal("EMPTY_FILE", await CodeAsync([]));

    [Fact]
    public async Task Import_DocumentNamedXlsx_IsRefusedAsADocument()
    {
        var issue = Assert.Single(await house.RefusedAsync(HostileFiles.Document()));

        Assert.Equal("UNKNOWN_FORMAT", issue.Code);
        Assert.Contains("Word 文档", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_PasswordProtectedWorkbook_IsRefusedAsSuch()
    {
        var issue = Assert.Single(await house.RefusedAsync(HostileFiles.PasswordProtected()));

        Assert.Equal("PASSWORD_PROTECTED", issue.Code);
        Assert.Contains("取消密码", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_TruncatedWorkbook_IsRefusedAsDamaged()
    {
        var book = (await house.WorkbookAsync()).Bytes;

        Assert.Equal("DAMAGED", await CodeAsync(book[..(book.Length / 2)]));
    }

    [Fact]
    public async Task Import_ZipBombOfOneGigabyte_IsRefusedWithinTheHeap()
    {
        var bomb = HostileFiles.ZipBomb((await house.WorkbookAsync()).Bytes);
        Assert.InRange(bomb.Length, 1, 10 * 1024 * 1024);

        Assert.Equal("TOO_LARGE", await CodeAsync(bomb));
    }

    [Fact]
    public async Task Import_EntityBomb_IsRefusedWithinTheHeap() =>
        Assert.Equal("TOO_LARGE", await CodeAsync(HostileFiles.EntityBomb((await house.WorkbookAsync()).Bytes)));

    private async Task<string> CodeAsync(byte[] file) => Assert.Single(await house.RefusedAsync(file)).Code;
}
