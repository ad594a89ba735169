using System.Text;
using MetricsDashboard.Ingestion.Formats;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion;

public sealed class CatalogueCsvTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("catalogue").FullName;

    public CatalogueCsvTests()
    {
        foreach (var file in Directory.GetFiles(TestCatalogue.Seed, "*.csv")) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 46)]
    public void Load_Seed_HasNoFaults(bool demonstration, int departments)
    {
        var reading = CatalogueCsv.Load(TestCatalogue.Seed, demonstration);

        Assert.Empty(reading.Faults);
        Assert.Equal(departments, reading.Catalogue!.Units.Count(unit => unit is { Kind: Domain.Catalogue.UnitKind.Department, Active: true }));
        Assert.Equal(demonstration, reading.Catalogue.PublishedFigures.Count > 0);
    }

    [Fact]
    public void Load_UnknownElementCycleAndDuplicate_AreAllNamedWithFileAndLine()
    {
        Append("indicators.csv", "new-rate,XX01,新指标,computed,no_such_element,,项,0,fixed,higher,no,,");
        Append("units.csv", "A1,甲,甲,Township,A2,900,,yes,yes,,", "A2,乙,乙,Township,A1,901,,yes,yes,,", "410421,重复,重复,County,410400,902,,yes,yes,,");
        var lines = File.ReadAllLines(Path.Combine(folder, "units.csv")).Length;

        var reading = CatalogueCsv.Load(folder, demonstration: false);

        Assert.Null(reading.Catalogue);
        Assert.Equal(
            [
                "indicators.csv 第47行：指标“new-rate”的公式用到不存在的填报项“no_such_element”",
                $"units.csv 第{lines - 2}行：单位“A1”的上级关系成环",
                $"units.csv 第{lines - 1}行：单位“A2”的上级关系成环",
                $"units.csv 第{lines}行：单位代码“410421”与 units.csv 第4行重复",
            ],
            reading.Faults.Select(fault => fault.ToString()));
    }

    [Fact]
    public void Load_MissingFileAndColumnsAndBadEncoding_AreAllNamed()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.Delete(Path.Combine(folder, "forms.csv"));
        Replace("elements.csv", "max_element,roll_up", "most,roll_up");
        File.WriteAllText(Path.Combine(folder, "indicators.csv"), File.ReadAllText(Path.Combine(folder, "indicators.csv")), Encoding.GetEncoding("gb18030"));
        Append("units.csv", "X,缺列");

        var faults = CatalogueCsv.Load(folder, demonstration: true).Faults.Select(fault => fault.ToString()).ToList();

        Assert.Equal(4, faults.Count);
        Assert.Contains("elements.csv 第1行：缺少列“max_element”", faults);
        Assert.Contains("indicators.csv 第2行：不是 UTF-8 编码，请另存为 UTF-8 格式的 CSV", faults);
        Assert.Contains(faults, fault => fault.StartsWith("forms.csv 第1行：没有这个文件", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("units.csv 第", StringComparison.Ordinal) && fault.EndsWith("有2列，表头有11列", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("new_count,新数,项,stock,service-items,County|Department,,sum,,,carry,", null)]
    [InlineData("new_count,新数,项,stock,service-items,County|Department,,sum,,,carry,,30", null)]
    [InlineData("new_count,新数,项,stock,service-items,County|Department,,sum,,,carry", "有11列，表头有14列")]
    [InlineData("new_count,新数,项,stock,service-items,County|Department,,sum,,,carry,,30,5,6", "有15列，表头有14列")]
    public void Load_RowWithoutTheOptionalLastColumns_IsWhole(string row, string? fault)
    {
        Append("elements.csv", row);

        var reading = CatalogueCsv.Load(folder, demonstration: false);

        if (fault is null) Assert.NotNull(reading.Catalogue!.FindElement("new_count"));
        else Assert.EndsWith(fault, Assert.Single(reading.Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WithoutTargetsAndPublishedFigures_IsWhole()
    {
        File.Delete(Path.Combine(folder, "targets.csv"));
        File.Delete(Path.Combine(folder, "published-figures.csv"));

        Assert.NotNull(CatalogueCsv.Load(folder, demonstration: true).Catalogue);
    }

    [Fact]
    public void Load_TownshipsFile_IsRead()
    {
        File.WriteAllText(Path.Combine(folder, "townships.csv"), "code,name,short_name,kind,parent,order,ranking_group,included,active,valid_from,valid_to\n410421001,滍阳镇,滍阳镇,Township,410421,1,,yes,yes,,\n");

        Assert.Equal("滍阳镇", CatalogueCsv.Load(folder, demonstration: false).Catalogue!.Unit("410421001").Name);
    }

    [Fact]
    public void Load_QuoteNeverClosed_NamesTheLine()
    {
        Append("forms.csv", "x,\"没有关上,County,unit,None,");

        Assert.Equal("forms.csv 第10行：引号没有成对", CatalogueCsv.Load(folder, demonstration: false).Faults.Single().ToString());
    }

    private void Append(string file, params string[] lines)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, File.ReadAllText(path).TrimEnd() + "\n" + string.Join('\n', lines) + "\n");
    }

    private void Replace(string file, string old, string with)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(old, with, StringComparison.Ordinal));
    }
}
