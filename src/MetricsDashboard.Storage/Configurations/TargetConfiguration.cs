using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class TargetConfiguration : IEntityTypeConfiguration<TargetEntity>
{
    public void Configure(EntityTypeBuilder<TargetEntity> builder)
    {
        builder.ToTable("Targets");
        builder.HasKey(target => target.No);
        builder.Property(target => target.No).ValueGeneratedNever();
        builder.Property(target => target.Indicator).IsCode(Lengths.Code);
        builder.Property(target => target.Unit).IsCode(Lengths.UnitCode);
        builder.Property(target => target.Document).HasMaxLength(Lengths.Document);
        builder.HasOne<IndicatorEntity>().WithMany().HasForeignKey(target => target.Indicator);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(target => target.Unit);
    }
}
