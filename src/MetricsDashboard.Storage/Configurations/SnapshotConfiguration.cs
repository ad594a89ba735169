using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class SnapshotConfiguration : IEntityTypeConfiguration<SnapshotEntity>
{
    public void Configure(EntityTypeBuilder<SnapshotEntity> builder)
    {
        builder.ToTable("Snapshots");
        builder.HasKey(row => new { row.EditionId, row.Indicator, row.Unit });
        builder.Property(row => row.Indicator).IsCode(Lengths.Code);
        builder.Property(row => row.Unit).IsCode(Lengths.UnitCode);

        // Counts up to the range of bigint, percentages with at most two decimals.
        builder.Property(row => row.Value).HasPrecision(21, 2);
        builder.Property(row => row.ChangeAmount).HasPrecision(21, 2);
        builder.HasOne<EditionEntity>().WithMany().HasForeignKey(row => row.EditionId);
        builder.HasOne<IndicatorEntity>().WithMany().HasForeignKey(row => row.Indicator);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(row => row.Unit);
    }
}
