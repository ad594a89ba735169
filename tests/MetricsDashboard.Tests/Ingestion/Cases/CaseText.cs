using System.Text;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Ingestion.Formats.Cases;

namespace MetricsDashboard.Tests.Ingestion.Cases;

/// <summary>Files of cases as texts.</summary>
internal static class CaseText
{
    public const string Heading = "case_no,version,unit,item_code,item_name,accepted_at,promised_due,statutory_due,completed_at,card,cause,status,updated_at";

    /// <summary>An ordinary row.</summary>
    public static string Row(int number, string unit = "宝丰县") =>
        $"BJ{number:0000},1,{unit},SX-01,不动产登记,2020-09-21T09:00:00,2020-09-25,2020-09-30,,none,,open,2020-09-21T09:30:00";

    public static string Json(int number, string? more = null) =>
        $$"""{"case_no":"BJ{{number:0000}}","version":"1","unit":"宝丰县","item_code":"SX-01","item_name":"不动产登记","accepted_at":"2020-09-21T09:00:00","promised_due":"2020-09-25","statutory_due":"2020-09-30","completed_at":null,"card":"none","cause":"","status":"open","updated_at":"2020-09-21T09:30:00"{{more}}}""";

    public static List<CaseEntry> Read(string text, CaseLayout? layout = null) => Read(Encoding.UTF8.GetBytes(text), layout);

    public static List<CaseEntry> Read(byte[] bytes, CaseLayout? layout = null)
    {
        using var stream = new MemoryStream(bytes);
        return [.. CaseFiles.Read(stream, layout ?? CaseLayout.Own)];
    }

    /// <summary>What was read, in short: BJ0001 for a row, ! and its place for a fault.</summary>
    public static string Summary(IEnumerable<CaseEntry> entries) => string.Join(' ', entries.Select(entry => entry.Row?.CaseNo ?? "!" + entry.Place));
}
