using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class ReportFileConfiguration : IEntityTypeConfiguration<ReportFileEntity>
{
    public void Configure(EntityTypeBuilder<ReportFileEntity> builder)
    {
        builder.ToTable("ReportFiles");
        builder.HasKey(file => new { file.ReportWeek, file.Format });
        builder.Property(file => file.Format).IsCode(8);
        builder.Property(file => file.Sha256).IsCode(Lengths.Sha256).IsFixedLength();
        builder.Property(file => file.Bytes).IsDocument();
        builder.HasOne<ReportEntity>().WithMany().HasForeignKey(file => file.ReportWeek);
    }
}
