using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class AcceptanceConfiguration : IEntityTypeConfiguration<AcceptanceEntity>
{
    public void Configure(EntityTypeBuilder<AcceptanceEntity> builder)
    {
        builder.ToTable("AcceptanceSettings");
        builder.HasKey(setting => setting.Id);
        builder.Property(setting => setting.Id).ValueGeneratedNever();
        builder.Property(setting => setting.ChangedBy).HasMaxLength(Lengths.PersonName);
        builder.HasIndex(setting => setting.ChangedAt);
    }
}
