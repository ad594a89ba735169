using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class DutyConfiguration : IEntityTypeConfiguration<DutyEntity>
{
    public void Configure(EntityTypeBuilder<DutyEntity> builder)
    {
        builder.ToTable("Duties");
        builder.HasKey(duty => new { duty.Week, duty.Unit, duty.Form });
        builder.Property(duty => duty.Unit).IsCode(Lengths.UnitCode);
        builder.Property(duty => duty.Form).IsCode(Lengths.Code);
        builder.HasOne<WeekEntity>().WithMany().HasForeignKey(duty => duty.Week);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(duty => duty.Unit);
        builder.HasOne<FormEntity>().WithMany().HasForeignKey(duty => duty.Form);
    }
}
