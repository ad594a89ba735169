using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class CallConfiguration : IEntityTypeConfiguration<CallEntity>
{
    public void Configure(EntityTypeBuilder<CallEntity> builder)
    {
        builder.ToTable("Calls");
        builder.HasKey(call => call.Id);
        builder.Property(call => call.Id).ValueGeneratedNever();
        builder.Property(call => call.Unit).IsCode(Lengths.UnitCode);
        builder.Property(call => call.Text).HasMaxLength(Lengths.Reason);
        builder.Property(call => call.CalledBy).HasMaxLength(Lengths.PersonName);
        builder.HasOne<WeekEntity>().WithMany().HasForeignKey(call => call.Week);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(call => call.Unit);
        builder.HasIndex(call => new { call.Week, call.Unit });
    }
}
