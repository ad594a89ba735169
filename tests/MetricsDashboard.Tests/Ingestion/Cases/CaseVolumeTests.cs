using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Ingestion.Formats.Cases;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion.Cases;

/// <summary>Runs alone: what the process holds is measured.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryMeasured
{
    public const string Name = "memory measured";
}

[Collection(MemoryMeasured.Name)]
public sealed class CaseVolumeTests
{
    [Theory]
    [InlineData(CaseFormat.Csv)]
    [InlineData(CaseFormat.Json)]
    [InlineData(CaseFormat.Workbook)]
    public void Read_TwoHundredThousandRows_HoldsNoneOfThem(CaseFormat format)
    {
        const int Rows = 200_000;
        using var file = File.Create(Path.GetTempFileName(), 64 * 1024, FileOptions.DeleteOnClose);
        Write(file, format, Rows);
        long count = 0, most = 0;
        var before = GC.GetTotalMemory(true);

        foreach (var entry in CaseFiles.Read(file, CaseLayout.Own))
        {
            if (entry.Row is null) continue;
            if (++count % 50_000 == 0) most = Math.Max(most, GC.GetTotalMemory(true) - before);
        }

        // Of a workbook the different texts are held, 400,000 of 10 and 19 bytes.
        var bound = format is CaseFormat.Workbook ? 16_000_000 : 3_000_000;
        Assert.Equal(Rows, count);
        Assert.True(most < bound, $"{most:N0} bytes were held.");
    }

    private static void Write(Stream file, CaseFormat format, int rows)
    {
        var accepted = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        if (format is CaseFormat.Workbook)
        {
            using var workbook = new CaseWorkbookFile(file);
            workbook.Add([.. CaseRow.Columns]);
            for (var i = 0; i < rows; i++)
                workbook.Add($"BJ{i:00000000}", 1, "宝丰县", $"SX-{i % 300}", "不动产登记", accepted.AddSeconds(i).ToString("s"), new DateOnly(2020, 9, 25), "", "", "none", "", "open", "");
            return;
        }

        using var text = new StreamWriter(file, leaveOpen: true);
        text.Write(format is CaseFormat.Csv ? CaseText.Heading + "\n" : "[");
        for (var i = 0; i < rows; i++) text.Write(format is CaseFormat.Csv ? CaseText.Row(i) + "\n" : (i == 0 ? "" : ",") + CaseText.Json(i));
        if (format is CaseFormat.Json) text.Write(']');
    }
}
