using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal static class CaseColumnsExtensions
{
    /// <summary>What the newest versions and the past ones have alike. No foreign key but to the unit: hundreds of thousands of rows come at once.</summary>
    public static void HasCaseColumns<T>(this EntityTypeBuilder<T> builder)
        where T : CaseColumns
    {
        builder.Property(row => row.CaseNo).IsCode(CaseReading.LongestCode);
        builder.Property(row => row.Unit).IsCode(Lengths.UnitCode);
        builder.Property(row => row.ItemCode).IsCode(CaseReading.LongestCode);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(row => row.Unit);
    }
}
