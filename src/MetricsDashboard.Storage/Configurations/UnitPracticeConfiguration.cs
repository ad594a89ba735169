using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MetricsDashboard.Storage.Configurations;

internal sealed class UnitPracticeConfiguration : IEntityTypeConfiguration<UnitPracticeEntity>
{
    public void Configure(EntityTypeBuilder<UnitPracticeEntity> builder)
    {
        builder.ToTable("UnitPractices");
        builder.HasKey(practice => practice.Unit);
        builder.Property(practice => practice.Unit).IsCode(Lengths.UnitCode);
        builder.Property(practice => practice.ChangedBy).HasMaxLength(Lengths.PersonName);
        builder.HasOne<UnitEntity>().WithMany().HasForeignKey(practice => practice.Unit);
    }
}
