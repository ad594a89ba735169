using System.Text;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Tests.Ingestion.Cases;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion.Sources;

public sealed class DropFolderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2020, 9, 28, 17, 30, 0, TimeSpan.Zero); // 29 September 01:30 in Shanghai
    private static readonly string Cases = $"{CaseText.Heading}\n{CaseText.Row(1)}\n{CaseText.Row(2)}\n";
    private readonly string folder = Directory.CreateTempSubdirectory("drop").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task FetchAsync_SeveralFiles_OldestFirstThenByName()
    {
        Put("丙.csv", Cases, 90);
        Put("乙 第2版.final.csv", Cases, 500);
        Put("甲.csv", Cases, 90);
        Put("年报.xlsx", WorkbookFile.Filled().Bytes(), 300);

        var (taken, notes) = await TakeAsync();

        Assert.Equal(["乙 第2版.final.csv", "年报.xlsx", "丙.csv", "甲.csv"], taken.Select(file => file.Name));
        Assert.Equal([false, true, false, false], taken.Select(file => file.FormFile is not null));
        Assert.All(taken, file => Assert.NotEqual(file.FormFile is null, file.Entries is null));
        Assert.Empty(notes);
    }

    [Theory]
    [InlineData(".hidden.csv")]
    [InlineData("~$打开着.xlsx")]
    [InlineData("办件.csv.tmp")]
    [InlineData("办件.PART")]
    [InlineData("办件.csv.crdownload")]
    [InlineData("办件.csv.filepart")]
    public async Task FetchAsync_NameOfSomethingUnfinished_IsLeftWithoutAWord(string name)
    {
        Put(name, Cases, 500);

        var (taken, notes) = await TakeAsync();

        Assert.Empty(taken);
        Assert.Empty(notes);
    }

    [Fact]
    public async Task FetchAsync_FileStillBeingWritten_IsTakenOnceItIsQuiet()
    {
        Put("办件.csv", Cases, 29);
        Assert.Empty((await TakeAsync()).Taken);
        Touch("办件.csv", 30);

        Assert.Single((await TakeAsync()).Taken);
    }

    [Fact]
    public async Task FetchAsync_WorkbookWithoutItsEnd_WaitsAndIsGivenUpAfterAnHour()
    {
        var whole = CaseWorkbookFile.Of(["case_no"], ["A"]);
        Put("半个 文件.xlsx", whole[..^40], 600);

        var (taken, notes) = await TakeAsync();
        Touch("半个 文件.xlsx", 3600);
        var late = await TakeAsync();

        Assert.Empty(taken);
        Assert.Equal("“半个 文件.xlsx”还没有写完（缺少文件尾），下次再取。", Assert.Single(notes));
        Assert.Single(late.Taken);
    }

    [Fact]
    public async Task FetchAsync_FileThatAnotherProgramHolds_StaysAndIsNoted()
    {
        Put("占用.csv", Cases, 100);
        using (File.Open(Path.Combine(folder, "占用.csv"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var (taken, notes) = await TakeAsync();

            Assert.Empty(taken);
            Assert.Equal("“占用.csv”正被其他程序占用或读不了，文件留在原处，下次再试。", Assert.Single(notes));
        }

        Assert.Single((await TakeAsync()).Taken);
    }

    [Fact]
    public async Task FetchAsync_FoldersAndLinks_AreLeftAndNoted()
    {
        Directory.CreateDirectory(Path.Combine(folder, "旧文件"));
        Directory.CreateDirectory(Path.Combine(folder, ".snapshot"));
        File.CreateSymbolicLink(Path.Combine(folder, "链接.csv"), Path.Combine(folder, "没有.csv"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "转到"), Path.GetTempPath());

        var (taken, notes) = await TakeAsync();

        Assert.Empty(taken);
        Assert.Equal(3, notes.Count);
        Assert.Contains($"文件夹“旧文件”不处理，请把文件直接放在“{folder}”下。", notes);
        Assert.Contains("符号链接“链接.csv”不处理，请放文件本身。", notes);
        Assert.Contains("符号链接“转到”不处理，请放文件本身。", notes);
    }

    [Fact]
    public async Task FetchAsync_FileOfTheFuture_WaitsAndIsNoted()
    {
        Put("办件.csv", Cases, -3600);

        var (taken, notes) = await TakeAsync();

        Assert.Empty(taken);
        Assert.Contains("修改时间晚于现在", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_FolderThatIsNotThere_SaysSo()
    {
        Directory.Delete(folder);

        var fault = await Assert.ThrowsAsync<SourceException>(TakeAsync);
        Directory.CreateDirectory(folder);

        Assert.Equal($"文件夹“{folder}”不存在，请建好文件夹，或在数据源里改正路径。", fault.Message);
    }

    [Fact]
    public async Task FetchAsync_FolderThatCannotBeWritten_SaysSoAndTakesNothing()
    {
        File.WriteAllText(Path.Combine(folder, "done"), "a file where a folder belongs");
        Put("办件.csv", Cases, 100);

        var fault = await Assert.ThrowsAsync<SourceException>(TakeAsync);

        Assert.Contains("现在不能读写", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompleteAsync_Stored_MovesToTheDayWithAReport()
    {
        Put("九月 办件.csv", Cases, 100);
        var file = Assert.Single((await TakeAsync()).Taken);
        var read = 0;
        await foreach (var entry in file.Entries!) read += entry.Row is null ? 0 : 1;

        await file.CompleteAsync(new DeliveryResult("省监察", "17") { Read = 2, Created = 1, Rejected = 1, RejectedRows = [new RejectedRow("第3行", "没有写单位")] }, CancellationToken.None);

        Assert.Equal((2, 1d), (read, file.Progress));
        Assert.Equal(["done/2020-09-29/九月 办件.csv", "done/2020-09-29/九月 办件.csv.report.txt"], Files());
        var report = File.ReadAllText(Path.Combine(folder, "done", "2020-09-29", "九月 办件.csv.report.txt"));
        foreach (var line in new[] { "数据源：省监察", "批次：17", "时间：2020-09-29 01:30:00", "结果：已入库，有拒收的行。", "读到2条：新增1，更新0，未变0，待对应0，拒收1。", "第3行：没有写单位" })
            Assert.Contains(line + Environment.NewLine, report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompleteAsync_Refused_MovesToFailedAndSaysWhy()
    {
        Put("坏.csv", "办件号\n1\n", 100);
        var file = Assert.Single((await TakeAsync()).Taken);

        await file.CompleteAsync(new DeliveryResult("省监察", "18") { Refusal = "缺少必需的列：状态（status）。" }, CancellationToken.None);

        Assert.Contains("没有接收。缺少必需的列：状态（status）。", File.ReadAllText(Path.Combine(folder, "failed", "2020-09-29", "坏.csv.report.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompleteAsync_SameNameAgain_NumbersIt()
    {
        for (var i = 0; i < 3; i++)
        {
            Put("办件.第1批.csv", Cases, 100);
            await Assert.Single((await TakeAsync()).Taken).CompleteAsync(new DeliveryResult("甲", "1"), CancellationToken.None);
        }

        Assert.Equal(
            ["办件.第1批 (2).csv", "办件.第1批 (2).csv.report.txt", "办件.第1批 (3).csv", "办件.第1批 (3).csv.report.txt", "办件.第1批.csv", "办件.第1批.csv.report.txt"],
            Files().Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public async Task CompleteAsync_OverwrittenMeanwhile_LeavesTheNewOne()
    {
        Put("办件.csv", Cases, 100);
        var file = Assert.Single((await TakeAsync()).Taken);
        Put("办件.csv", Cases + CaseText.Row(3), 50);

        await file.CompleteAsync(new DeliveryResult("甲", "1"), CancellationToken.None);

        Assert.Equal(["办件.csv"], Files());
        Assert.Single((await TakeAsync()).Taken);
    }

    [Fact]
    public async Task CompleteAsync_LongestName_GetsAReportAllTheSame()
    {
        Put(new string('办', 80) + ".csv", Cases, 100);

        await Assert.Single((await TakeAsync()).Taken).CompleteAsync(new DeliveryResult("甲", "1"), CancellationToken.None);

        Assert.Equal(2, Files().Count(path => path.StartsWith("done/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task FetchAsync_NotCompleted_IsTakenAgain()
    {
        Put("办件.csv", Cases, 100);

        Assert.Single((await TakeAsync()).Taken);
        Assert.Single((await TakeAsync()).Taken);
    }

    [Fact]
    public async Task CompleteAsync_TwoFilesOfTheSameContent_EachHasItsOwnEnd()
    {
        Put("第39周 a.csv", Cases, 200);
        Put("第39周 b.csv", Cases, 100);

        foreach (var file in (await TakeAsync()).Taken) await file.CompleteAsync(new DeliveryResult("甲", "1"), CancellationToken.None);

        Assert.Equal(4, Files().Count);
    }

    private void Put(string name, string text, int secondsAgo) => Put(name, Encoding.UTF8.GetBytes(text), secondsAgo);

    private void Put(string name, byte[] bytes, int secondsAgo)
    {
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
        Touch(name, secondsAgo);
    }

    private void Touch(string name, int secondsAgo) => File.SetLastWriteTimeUtc(Path.Combine(folder, name), Now.UtcDateTime.AddSeconds(-secondsAgo));

    private List<string> Files() => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private async Task<(List<SourceDelivery> Taken, IReadOnlyList<string> Notes)> TakeAsync()
    {
        var context = new SourceContext(new SourceSettings { Values = new Dictionary<string, string> { ["folder"] = folder } }, new StoppedClock());
        var taken = new List<SourceDelivery>();
        await foreach (var file in SourceKinds.Find("drop-folder")!.FetchAsync(context, CancellationToken.None)) taken.Add(file);
        return (taken, context.Notes);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
