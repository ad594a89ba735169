using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class RunRejectConfiguration : IEntityTypeConfiguration<RunRejectEntity>
{
    public void Configure(EntityTypeBuilder<RunRejectEntity> builder)
    {
        builder.ToTable("RunRejects");
        builder.HasKey(row => new { row.RunId, row.No });
        builder.Property(row => row.Place).HasMaxLength(Lengths.Cell);
        builder.Property(row => row.Text).HasMaxLength(Lengths.RejectedRow);
        builder.Property(row => row.Message).HasMaxLength(Lengths.Reason);
        builder.HasOne<RunEntity>().WithMany().HasForeignKey(row => row.RunId);
    }
}
