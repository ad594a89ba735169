using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class CalendarDayConfiguration : IEntityTypeConfiguration<CalendarDayEntity>
{
    public void Configure(EntityTypeBuilder<CalendarDayEntity> builder)
    {
        builder.ToTable("CalendarDays");
        builder.HasKey(day => day.Date);
        builder.Property(day => day.Date).ValueGeneratedNever();
        builder.Property(day => day.Name).HasMaxLength(Lengths.Name);
        builder.Property(day => day.ChangedBy).HasMaxLength(Lengths.PersonName);
    }
}
