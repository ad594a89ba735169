using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Formats;
using Xunit;

namespace MetricsDashboard.Tests.Reporting.Formats;

public sealed class ReportDocumentJsonTests
{
    [Fact]
    public void Deserialize_SerializedSample_SameJson()
    {
        var json = ReportDocumentJson.Serialize(SampleReport.Create());

        Assert.Equal(json, ReportDocumentJson.Serialize(ReportDocumentJson.Deserialize(json)));
    }

    [Fact]
    public void Deserialize_SerializedSample_SameWordFile()
    {
        var document = SampleReport.Create();

        var restored = ReportDocumentJson.Deserialize(ReportDocumentJson.Serialize(document));

        Assert.Equal(DocxWriter.Write(document), DocxWriter.Write(restored));
    }

    [Fact]
    public void Serialize_Sample_ChineseAndNamesLegible()
    {
        var json = ReportDocumentJson.Serialize(SampleReport.Create());

        Assert.Contains("滍阳镇", json, StringComparison.Ordinal);
        Assert.Contains("\"block\":\"heading\"", json, StringComparison.Ordinal);
        Assert.Contains("\"style\":\"Dashed\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Serialize_ChartWithGap_GapStaysNull()
    {
        var restored = ReportDocumentJson.Deserialize(ReportDocumentJson.Serialize(SampleReport.Create()));

        Assert.Equal(SampleReport.Chart().Series[0].Values, restored.Chart!.Series[0].Values);
    }
}
