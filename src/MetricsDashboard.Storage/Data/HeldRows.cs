using System.Globalization;
using System.Text.Json;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Storage.Data;

/// <summary>Rows that wait, as they are kept.</summary>
internal static class HeldRows
{
    public static List<HeldCaseEntity> Of(UnderstoodRows rows, RunEntity run, DateTimeOffset now) =>
    [
        .. rows.Held.DistinctBy(held => (held.Entry.Row!.CaseNo, Version(held.Entry.Row))).Select(held => new HeldCaseEntity
        {
            SourceId = run.SourceId,
            CaseNo = held.Entry.Row!.CaseNo,
            Version = Version(held.Entry.Row),
            Kind = held.Term.Kind,
            Text = held.Term.Text,
            Content = JsonSerializer.Serialize(held.Entry.Row.Texts),
            RunId = run.Id,
            HeldAt = now,
        }),
    ];

    public static CaseRow Read(HeldCaseEntity held) => CaseRow.Of("", JsonSerializer.Deserialize<List<string>>(held.Content) ?? []);

    /// <summary>A row is only held where its version is a number.</summary>
    public static long Version(CaseRow row) => long.Parse(row.Version, NumberStyles.None, CultureInfo.InvariantCulture);
}
