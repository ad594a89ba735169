using System.Diagnostics;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Ingestion.Workbooks;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion;

/// <summary>What an office program opens, saves and converts must come back whole.</summary>
[Trait("Category", "Office")]
public sealed class OfficeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("office").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("xlsx", "Calc MS Excel 2007 XML")]
    [InlineData("xls", "MS Excel 97")]
    public void Read_SavedByLibreOffice_YieldsTheSameEntries(string extension, string filter)
    {
        var bytes = WorkbookFile.Filled().Bytes();

        var saved = Convert(bytes, extension, filter);

        var before = IntakeReader.Read(bytes, "填报.xlsx", TestCatalogue.Catalogue, TestCatalogue.Request);
        var after = IntakeReader.Read(saved, "填报." + extension, TestCatalogue.Catalogue, TestCatalogue.Request);
        Assert.Empty(after.Issues);
        Assert.Equal(before.Entries, after.Entries);
    }

    [Theory]
    [InlineData("xlsx", "Calc MS Excel 2007 XML")]
    [InlineData("xls", "MS Excel 97")]
    public void Check_PercentageAndFormulaSavedByLibreOffice_AreWhatTheyAre(string extension, string filter)
    {
        var file = WorkbookFile.Filled();
        file.Number(WorkbookFile.Items, "F8", 0.99, file.Style(10)).Formula(WorkbookFile.Items, "F6", "500+700", "1200");

        var result = TestCatalogue.Check(Convert(file.Bytes(), extension, filter));

        var issue = Assert.Single(result.Issues);
        Assert.Equal((IssueCodes.Percentage, "F8", "99%"), (issue.Code, issue.Cell, issue.Value));
        Assert.Equal(1200, result.Forms[0].Values[0].Value);
    }

    [Fact]
    public void Mark_SavedByLibreOffice_KeepsTheCommentsAndIsReadAgain()
    {
        var sent = MarkedCopyTests.Spoilt().Bytes();
        var issues = TestCatalogue.Check(sent).Issues;

        var saved = Convert(MarkedCopyTests.Marked(sent, issues), "xlsx", "Calc MS Excel 2007 XML");

        var sheet = new MarkedSheet(saved, WorkbookFile.Items);
        Assert.All(issues, issue => Assert.Contains(issue.Message, sheet.Comments[issue.Cell!], StringComparison.Ordinal));
        Assert.Equal(issues.Select(issue => issue.Cell), sheet.Red);
        Assert.Equal(issues, TestCatalogue.Check(saved).Issues);

        var again = new MarkedSheet(MarkedCopyTests.Marked(saved, [issues[0]]), WorkbookFile.Items);
        Assert.Equal([issues[0].Cell!], again.Red);
        Assert.Equal([issues[0].Cell!], again.Comments.Keys);
    }

    [Fact]
    public void Mark_OldWorkbook_ComesBackAsOurWorkbookWithTheSameFaults()
    {
        var sent = Convert(MarkedCopyTests.Spoilt().Bytes(), "xls", "MS Excel 97");
        var issues = TestCatalogue.Check(sent, name: "填报.xls").Issues;

        var values = SentValues.Read(sent, "填报.xls", TestCatalogue.Catalogue, TestCatalogue.Request, issues)!;
        var copy = values.Mark(MarkedCopyTests.Template(values));

        Assert.Equal(issues, TestCatalogue.Check(copy).Issues);
        Assert.Equal(issues.Select(issue => issue.Cell), new MarkedSheet(copy, WorkbookFile.Items).Red);
    }

    [Fact]
    public void Read_OldWorkbookWithAnyByteChanged_NeverThrows()
    {
        var whole = Convert(WorkbookFile.Filled().Bytes(), "xls", "MS Excel 97");
        var random = new Random(20200927);
        for (var i = 0; i < 150; i++)
        {
            var changed = whole.ToArray();
            for (var n = 0; n < 5; n++) changed[random.Next(changed.Length)] = (byte)random.Next(256);

            var content = IntakeReader.Read(changed, "填报.xls", TestCatalogue.Catalogue, TestCatalogue.Request);

            Assert.True(content.Entries.Count > 0 || content.Issues.Count > 0);
        }
    }

    private byte[] Convert(byte[] bytes, string extension, string filter)
    {
        var source = Path.Combine(folder, "填报.xlsx");
        var target = Directory.CreateDirectory(Path.Combine(folder, extension)).FullName;
        File.WriteAllBytes(source, bytes);
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", $"{extension}:{filter}", "--outdir", target, source })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        var saved = Path.Combine(target, "填报." + extension);
        Assert.True(File.Exists(saved), output);
        return File.ReadAllBytes(saved);
    }
}
