using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class CaseItemConfiguration : IEntityTypeConfiguration<CaseItemEntity>
{
    public void Configure(EntityTypeBuilder<CaseItemEntity> builder)
    {
        builder.ToTable("CaseItems");
        builder.HasKey(row => row.Code);
        builder.Property(row => row.Code).IsCode(CaseReading.LongestCode);
        builder.Property(row => row.Name).HasMaxLength(CaseReading.LongestName);
        builder.HasOne<RunEntity>().WithMany().HasForeignKey(row => row.RunId);
    }
}
