using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class ReportEditionConfiguration : IEntityTypeConfiguration<ReportEditionEntity>
{
    public void Configure(EntityTypeBuilder<ReportEditionEntity> builder)
    {
        builder.ToTable("ReportEditions");
        builder.HasKey(row => new { row.ReportWeek, row.EditionId });
        builder.HasOne<ReportEntity>().WithMany().HasForeignKey(row => row.ReportWeek);
        builder.HasOne<EditionEntity>().WithMany().HasForeignKey(row => row.EditionId);
    }
}
