using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class HeldCaseConfiguration : IEntityTypeConfiguration<HeldCaseEntity>
{
    public void Configure(EntityTypeBuilder<HeldCaseEntity> builder)
    {
        builder.ToTable("HeldCases");
        builder.HasKey(row => new { row.SourceId, row.CaseNo, row.Version });
        builder.Property(row => row.CaseNo).IsCode(CaseReading.LongestCode);
        builder.Property(row => row.Text).HasMaxLength(CaseReading.LongestTerm);
        builder.Property(row => row.Content).IsDocument();
        builder.HasOne<IntakeSourceEntity>().WithMany().HasForeignKey(row => row.SourceId);
        builder.HasOne<RunEntity>().WithMany().HasForeignKey(row => row.RunId);
    }
}
