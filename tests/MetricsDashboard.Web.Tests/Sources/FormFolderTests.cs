using System.Diagnostics;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Tests.Journeys;

namespace MetricsDashboard.Web.Tests.Sources;

/// <summary>Weekly forms, and what else lies in a folder: everything is taken, refused with a report beside it, or left alone with a word about it.</summary>
public sealed class FormFolderTests : IAsyncLifetime
{
    private const string County = "410421";
    private static readonly ReportingWeek Week = new(2020, 35);
    private static readonly DateTimeOffset Now = new(2020, 8, 31, 8, 30, 0, TimeSpan.FromHours(8));

    private IntakeHouse house = null!;
    private Guid source;

    public async Task InitializeAsync()
    {
        house = await IntakeHouse.CreateAsync(Now, Week);
        source = await house.AddFolderAsync();
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Take_TwoFilesOfTheSameWeek_TheLaterOneCountsAndBothHaveTheirReport()
    {
        house.Drop("宝丰县 第35周 (1).xlsx", await WorkbookAsync(100));
        house.Drop("宝丰县 第35周 更正.xlsx", await WorkbookAsync(101));
        File.SetLastWriteTimeUtc(Path.Combine(house.Folder, "宝丰县 第35周 (1).xlsx"), Now.UtcDateTime.AddHours(-2));

        await house.MinuteAsync();

        var runs = await house.RunsAsync();
        Assert.Equal([("宝丰县 第35周 (1).xlsx", RunState.Done), ("宝丰县 第35周 更正.xlsx", RunState.Done)], runs.Select(run => (run.FileName!, run.State)));
        Assert.All(runs, run => Assert.True(run.UploadId is not null && run.Counts is { AddUp: true, Read: > 0 }, run.ToString()));
        Assert.Equal((runs[0].Counts.Read, runs[1].Counts.Read), (runs[0].Counts.Created, runs[1].Counts.Revised));
        Assert.Equal(
            ["宝丰县 第35周 (1).xlsx", "宝丰县 第35周 (1).xlsx.report.txt", "宝丰县 第35周 更正.xlsx", "宝丰县 第35周 更正.xlsx.report.txt"],
            house.Files().Where(path => path.StartsWith("done", StringComparison.Ordinal)).Select(path => Path.GetFileName(path)));
        Assert.Contains($"更新{runs[1].Counts.Revised}", Report("更正.xlsx"), StringComparison.Ordinal);
        var standing = (await house.Get<SubmissionStore>().QueueAsync(Actor.System, Week)).Single();
        Assert.All((await house.Get<SubmissionStore>().FindAsync(Actor.System, standing.Id))!.Values, value => Assert.Equal(101, value.Value));
    }

    [Fact]
    public async Task Take_WhatIsNoForm_IsRefusedWithItsReason()
    {
        house.Drop("说明.txt", "各县区：请按时报送。"u8.ToArray());
        house.Drop("坏 文件.xlsx", (await WorkbookAsync(100))[..^200]);
        house.Drop("空.xlsx", []);
        foreach (var path in Directory.EnumerateFiles(house.Folder)) File.SetLastWriteTimeUtc(path, Now.UtcDateTime.AddHours(-3));

        await house.MinuteAsync();

        Assert.All(await house.RunsAsync(), run => Assert.Equal(RunState.Refused, run.State));
        foreach (var name in new[] { "说明.txt", "坏 文件.xlsx", "空.xlsx" }) Assert.Contains("结果：没有接收。报表没有通过检查", Report(name), StringComparison.Ordinal);
        Assert.Null((await house.SourceAsync(source)).FailingSince);
    }

    [Fact]
    public async Task Take_OtherThingsInTheFolder_AreLeftAloneAndDoNotKeepAFormWaiting()
    {
        var whole = await WorkbookAsync(100);
        house.Drop("还在 写.xlsx", whole[..^200]);
        File.SetLastWriteTimeUtc(Path.Combine(house.Folder, "还在 写.xlsx"), Now.UtcDateTime.AddMinutes(-10));
        house.Drop("导出中.csv", []);
        File.SetLastWriteTimeUtc(Path.Combine(house.Folder, "导出中.csv"), Now.UtcDateTime.AddMinutes(-10));
        Directory.CreateDirectory(Path.Combine(house.Folder, "去年的"));
        File.CreateSymbolicLink(Path.Combine(house.Folder, "快捷方式.xlsx"), "/nowhere.xlsx");
        await PipeAsync("管道.csv");
        house.Drop("宝丰县.xlsx", whole);
        File.SetLastWriteTimeUtc(Path.Combine(house.Folder, "宝丰县.xlsx"), Now.UtcDateTime.AddMinutes(-1));

        await Task.Run(house.MinuteAsync).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal([("宝丰县.xlsx", RunState.Done)], (await house.RunsAsync()).Select(run => (run.FileName!, run.State)));
        string[] notes =
        [
            "“导出中.csv”是空的，可能还没有写完，下次再取。", "“管道.csv”是空的，可能还没有写完，下次再取。", "“还在 写.xlsx”还没有写完（缺少文件尾），下次再取。",
            $"文件夹“去年的”不处理，请把文件直接放在“{house.Folder}”下。", "符号链接“快捷方式.xlsx”不处理，请放文件本身。",
        ];
        Assert.Equal(notes.Order(StringComparer.Ordinal), (await house.SourceAsync(source)).Notes!.Split('\n').Order(StringComparer.Ordinal));
        File.WriteAllBytes(Path.Combine(house.Folder, "还在 写.xlsx"), whole);
        File.SetLastWriteTimeUtc(Path.Combine(house.Folder, "还在 写.xlsx"), Now.UtcDateTime);
        house.Time.Now = Now.AddMinutes(6);

        await Task.Run(house.MinuteAsync).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(("还在 写.xlsx", RunState.Done), ((await house.RunsAsync())[^1].FileName!, (await house.RunsAsync())[^1].State));
    }

    /// <summary>The file that was first in the row cannot be read when its turn comes; the one behind it is taken all the same.</summary>
    [Fact]
    public async Task Take_FileThatCannotBeReadOn_DoesNotKeepTheNextOneWaiting()
    {
        var rows = CaseHistories.Rows(20, seed: 3).Where(row => string.CompareOrdinal(row.UpdatedAt, "2020-08-01") < 0).ToList();
        house.Drop("办件 甲.csv", IntakeHouse.Csv(rows));
        house.Drop("办件 乙.csv", IntakeHouse.Csv(rows));
        File.SetLastWriteTimeUtc(Path.Combine(house.Folder, "办件 甲.csv"), Now.UtcDateTime.AddHours(-2));
        using var commands = new WatchedCommands(house.Database, "INSERT INTO \"Runs\"", () => File.Delete(Path.Combine(house.Folder, "办件 甲.csv")));

        await house.MinuteAsync();

        Assert.Equal([("办件 甲.csv", RunState.Failed), ("办件 乙.csv", RunState.Done)], (await house.RunsAsync()).Select(run => (run.FileName!, run.State)));
        var told = await house.SourceAsync(source);
        Assert.Equal(1, told.Failures);
        Assert.StartsWith("“办件 甲.csv”没有采集完：“办件 甲.csv”读不了了", told.Notes, StringComparison.Ordinal);
        house.Time.Now = Now.AddMinutes(6);
        await house.MinuteAsync();
        Assert.Equal(((DateTimeOffset?)null, 2), ((await house.SourceAsync(source)).FailingSince, (await house.RunsAsync()).Count));
    }

    /// <summary>A form that the database did not take stays, and is taken as soon as it can be.</summary>
    [Fact]
    public async Task Take_DatabaseFull_TheFormStaysAndIsTakenAfterwards()
    {
        house.Drop("宝丰县.xlsx", await WorkbookAsync(100));
        using var disk = new FullDisk(house.Database);
        disk.LeavePages(0);

        await house.MinuteAsync();

        Assert.Contains("宝丰县.xlsx", house.Files());
        Assert.Contains("磁盘已满", house.Ends.Trouble!.Sentence, StringComparison.Ordinal);
        disk.MakeRoom();
        house.Time.Now = Now.AddMinutes(6);
        await house.MinuteAsync();

        Assert.Equal(RunState.Done, (await house.RunsAsync())[^1].State);
        Assert.DoesNotContain("宝丰县.xlsx", house.Files());
        Assert.Null(house.Ends.Trouble);
    }

    private string Report(string name) => File.ReadAllText(Path.Combine(house.Folder, house.Files().Single(path => path.EndsWith(name + ".report.txt", StringComparison.Ordinal))));

    /// <summary>The county's workbook with one number everywhere.</summary>
    private async Task<byte[]> WorkbookAsync(long number)
    {
        var catalogue = house.Get<Installed>().Catalogue;
        var form = catalogue.Form("service-items");
        var path = Path.Combine(Path.GetDirectoryName(house.Folder)!, "workbook.xlsx");
        await house.InScopeAsync<PrefilledWorkbook>(async workbook =>
            await File.WriteAllBytesAsync(path, (await workbook.WriteAsync(new Actor("reporter", Role.CityReviewer), catalogue.Unit(County), [form], Week, default)).Bytes));
        FilledWorkbook.Fill(path, catalogue.Elements.Where(element => element.Form == form.Code).ToDictionary(element => element.Code, _ => number), new Dictionary<string, string>());
        return await File.ReadAllBytesAsync(path);
    }

    private async Task PipeAsync(string name)
    {
        using var make = Process.Start("mkfifo", [Path.Combine(house.Folder, name)]);
        await make.WaitForExitAsync();
        File.SetLastWriteTimeUtc(Path.Combine(house.Folder, name), Now.UtcDateTime.AddMinutes(-30));
    }
}
