using System.Globalization;
using System.Text;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Ingestion.Sources.DropFolder;

/// <summary>What the sender of a file finds beside it.</summary>
internal static class DropReport
{
    private const int MostRows = 1_000;

    public static string Text(string fileName, DeliveryResult result, DateTimeOffset now)
    {
        var text = new StringBuilder()
            .Append("文件：").AppendLine(fileName)
            .Append("数据源：").AppendLine(result.Source)
            .Append("批次：").AppendLine(result.Run)
            .Append("时间：").AppendLine(now.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
            .Append("结果：").AppendLine(result.Refusal is { } refusal ? $"没有接收。{refusal}" : result.Rejected > 0 ? "已入库，有拒收的行。" : "已入库。")
            .AppendLine(CultureInfo.InvariantCulture, $"读到{result.Read}条：新增{result.Created}，更新{result.Revised}，未变{result.Unchanged}，待对应{result.Held}，拒收{result.Rejected}。");
        if (result.Held > 0) text.AppendLine("待对应的行等市专班确认不认识的词语后自动入库，不用重报。");
        if (result.RejectedRows.Count > 0) text.AppendLine().AppendLine("拒收的行（请改正后重新提供，只提供这些行也可以）：");
        foreach (var row in result.RejectedRows.Take(MostRows)) text.Append(row.Place).Append('：').AppendLine(row.Fault);
        if (result.Rejected > MostRows) text.AppendLine(CultureInfo.InvariantCulture, $"只列出前{MostRows}行，其余{result.Rejected - MostRows}行请在采集批次页面下载。");
        return text.ToString();
    }
}
