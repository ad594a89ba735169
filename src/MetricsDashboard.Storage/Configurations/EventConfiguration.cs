using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class EventConfiguration : IEntityTypeConfiguration<EventEntity>
{
    public void Configure(EntityTypeBuilder<EventEntity> builder)
    {
        builder.ToTable("Events");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Text).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Indicator).IsCode(Lengths.Code);
        builder.Property(row => row.Unit).IsCode(Lengths.UnitCode);
        builder.Property(row => row.WrittenBy).HasMaxLength(Lengths.PersonName);
        builder.Property(row => row.WithdrawnBy).HasMaxLength(Lengths.PersonName);
        builder.HasOne<IndicatorEntity>().WithMany().HasForeignKey(row => row.Indicator);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(row => row.Unit);
        builder.HasIndex(row => row.Day);
    }
}
