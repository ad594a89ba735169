using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class CardThresholdsConfiguration : IEntityTypeConfiguration<CardThresholdsEntity>
{
    public void Configure(EntityTypeBuilder<CardThresholdsEntity> builder)
    {
        builder.ToTable("CardThresholds");
        builder.HasKey(row => row.No);
        builder.Property(row => row.No).ValueGeneratedNever();
        builder.Property(row => row.Reason).HasMaxLength(Lengths.Reason);
        builder.Property(row => row.ChangedBy).HasMaxLength(Lengths.PersonName);
    }
}
