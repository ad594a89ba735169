using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class DeputyConfiguration : IEntityTypeConfiguration<DeputyEntity>
{
    public void Configure(EntityTypeBuilder<DeputyEntity> builder)
    {
        builder.ToTable("Deputies");
        builder.HasKey(deputy => new { deputy.Unit, deputy.Person });
        builder.Property(deputy => deputy.Unit).IsCode(Lengths.UnitCode);
        builder.Property(deputy => deputy.Person).HasMaxLength(Lengths.PersonName);
        builder.Property(deputy => deputy.NamedBy).HasMaxLength(Lengths.PersonName);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(deputy => deputy.Unit);
    }
}
