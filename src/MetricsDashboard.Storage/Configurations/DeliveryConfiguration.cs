using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<DeliveryEntity>
{
    public void Configure(EntityTypeBuilder<DeliveryEntity> builder)
    {
        builder.ToTable("Deliveries");
        builder.HasKey(delivery => delivery.Id);
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
        builder.Property(delivery => delivery.Recipient).HasMaxLength(Lengths.LongName);
        builder.Property(delivery => delivery.Subject).HasMaxLength(Lengths.LongName);
        builder.Property(delivery => delivery.Text).HasMaxLength(Lengths.DeliveryText);
        builder.Property(delivery => delivery.Link).IsCode(Lengths.LongName);
        builder.Property(delivery => delivery.Unit).IsCode(Lengths.UnitCode);
        builder.Property(delivery => delivery.LastError).HasMaxLength(Lengths.Reason);
        builder.HasOne<WeekEntity>().WithMany().HasForeignKey(delivery => delivery.Week);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(delivery => delivery.Unit);
        builder.HasIndex(delivery => new { delivery.State, delivery.NextTryAt });
        builder.HasIndex(delivery => new { delivery.Week, delivery.CreatedAt });
    }
}
