using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<ReminderEntity>
{
    public void Configure(EntityTypeBuilder<ReminderEntity> builder)
    {
        builder.ToTable("Reminders");
        builder.HasKey(reminder => new { reminder.Week, reminder.Unit, reminder.Stage });
        builder.Property(reminder => reminder.Unit).IsCode(Lengths.UnitCode);
        builder.Property(reminder => reminder.Missing).HasMaxLength(Lengths.MessageText);
        builder.HasOne<WeekEntity>().WithMany().HasForeignKey(reminder => reminder.Week);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(reminder => reminder.Unit);
    }
}
