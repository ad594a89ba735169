namespace MetricsDashboard.Domain.Cases;

/// <summary>
/// A case 办件 as a source tells it: texts under our own names (design.md section 9), whatever the source calls its columns. What is not
/// given is empty.
/// </summary>
/// <param name="Place">Where it stands: 第12行, 第3页第7条.</param>
/// <param name="CaseNo">办件编号.</param>
/// <param name="Version">版本: a whole number that grows with every change of the case.</param>
/// <param name="Unit">单位: code or name.</param>
/// <param name="ItemCode">事项编码.</param>
/// <param name="ItemName">事项名称.</param>
/// <param name="AcceptedAt">受理时间.</param>
/// <param name="PromisedDue">承诺办结时限.</param>
/// <param name="StatutoryDue">法定办结时限.</param>
/// <param name="CompletedAt">办结时间.</param>
/// <param name="Card">none, warning, yellow, red; empty where the source shows no cards.</param>
/// <param name="Cause">system, overdue, not_returned, step_overdue, other; or empty.</param>
/// <param name="Status">open, completed, withdrawn.</param>
/// <param name="UpdatedAt">更新时间: since when the version is true. Not every source gives it.</param>
public sealed record CaseRow(
    string Place,
    string CaseNo,
    string Version,
    string Unit,
    string ItemCode,
    string ItemName,
    string AcceptedAt,
    string PromisedDue,
    string StatutoryDue,
    string CompletedAt,
    string Card,
    string Cause,
    string Status,
    string UpdatedAt)
{
    /// <summary>The columns in their order, as files and interfaces name them; the last one may be missing.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "case_no", "version", "unit", "item_code", "item_name", "accepted_at", "promised_due", "statutory_due", "completed_at", "card", "cause", "status", "updated_at",
    ];

    /// <summary>What the columns are called on screen, in the same order.</summary>
    public static IReadOnlyList<string> ColumnNames { get; } = ["办件编号", "版本", "单位", "事项编码", "事项名称", "受理时间", "承诺办结时限", "法定办结时限", "办结时间", "牌", "原因", "状态", "更新时间"];

    /// <summary>The texts in the order of <see cref="Columns"/>.</summary>
    public IReadOnlyList<string> Texts => [CaseNo, Version, Unit, ItemCode, ItemName, AcceptedAt, PromisedDue, StatutoryDue, CompletedAt, Card, Cause, Status, UpdatedAt];

    /// <summary>A row of texts in the order of <see cref="Columns"/>; what is missing at the end is empty.</summary>
    public static CaseRow Of(string place, IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new CaseRow(place, At(0), At(1), At(2), At(3), At(4), At(5), At(6), At(7), At(8), At(9), At(10), At(11), At(12));

        string At(int i) => i < texts.Count ? texts[i] : "";
    }
}
