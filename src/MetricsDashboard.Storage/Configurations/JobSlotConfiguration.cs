using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class JobSlotConfiguration : IEntityTypeConfiguration<JobSlotEntity>
{
    public void Configure(EntityTypeBuilder<JobSlotEntity> builder)
    {
        builder.ToTable("JobSlots");
        builder.HasKey(slot => new { slot.Job, slot.Slot });
        builder.Property(slot => slot.Job).IsCode(Lengths.Code);
        builder.Property(slot => slot.Slot).IsCode(Lengths.ShortText);
    }
}
